import nodePath from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPath } from '../../../../playground/engines/embedded/worker/modules/path/path-module.ts';

/** Paths as on POSIX, against Node's own. */

const path = createPath(() => process.cwd());
const segment = fc.constantFrom('/', '.', '..', 'a', 'b.c', '.d', '//', 'a.', 'x y');
const somePath = fc.array(segment, { maxLength: 7 }).map((parts) => parts.join(''));

describe('node:path', () => {
  it.each(['normalize', 'isAbsolute', 'dirname', 'extname', 'basename', 'resolve'] as const)(
    '%s gives what Node gives',
    (name) => {
      fc.assert(
        fc.property(somePath, (each) => {
          expect(path[name](each)).toBe(nodePath[name](each));
        }),
      );
    },
  );

  it('joins, resolves and relates as Node does', () => {
    fc.assert(
      fc.property(somePath, somePath, somePath, (a, b, c) => {
        expect(path.join(a, b, c)).toBe(nodePath.join(a, b, c));
        expect(path.resolve(a, b, c)).toBe(nodePath.resolve(a, b, c));
        expect(path.relative(a, b)).toBe(nodePath.relative(a, b));
      }),
    );
  });

  it('parses and formats as Node does', () => {
    for (const each of ['', '/', '/a', 'a/b.c', '/x/y.tar.gz', './.env', '/a/b/', 'a.'])
      expect(path.parse(each)).toEqual(nodePath.parse(each));
    for (const parts of [{}, { dir: '/x', base: 'y' }, { root: '/', name: 'a', ext: 'b' }])
      expect(path.format(parts)).toBe(nodePath.format(parts));
  });

  it('cuts a suffix off, unless it is the whole name', () => {
    expect(path.basename('a/b.ts', '.ts')).toBe('b');
    expect(path.basename('a/.ts', '.ts')).toBe('.ts');
  });

  it('refuses what is no text', () => {
    expect(() => path.join('a', 1 as never)).toThrow(
      'The "path" argument must be of type string. Received type number (1)',
    );
  });

  it('is its own posix', () => expect(path.posix).toBe(path));
});
