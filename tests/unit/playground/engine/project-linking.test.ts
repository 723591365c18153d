import { afterEach, describe, expect, test } from 'vitest';
import { Linker } from '../../../../playground/engines/embedded/worker/linker/linker.ts';
import { scan } from '../../../../playground/engines/embedded/worker/linker/scan.ts';
import { resolve } from '../../../../playground/engines/embedded/worker/linker/resolve.ts';
import { SourcePositions } from '../../../../playground/engines/embedded/worker/source-position.ts';

/** A linker whose addresses are numbers and whose modules are kept as text. */
function linkerOf(files: Record<string, string>, packages: Record<string, string> = {}) {
  const texts: string[] = [];
  const imported: string[] = [];
  const positions = new SourcePositions();
  let held = 0;
  const hold = (): (() => void) => {
    held += 1;
    return () => void (held -= 1);
  };
  const linker = new Linker({
    job: {
      files: { 'package.json': '{"type":"module"}', ...files },
      packages,
      offered: [],
      entry: Object.keys(files)[0] ?? '',
    },
    builtins: new Map([['path', () => ({ join: 1, default: 2 })]]),
    positions,
    native: {
      moduleUrl: (text) => `blob:${texts.push(text) - 1}`,
      importModule: async (url) => {
        imported.push(url);
        return url;
      },
      runScript: () => undefined,
    },
    process: { emitWarning: () => undefined },
    editsOf: () => [],
    labor: (work) => work(),
    hold,
    holdAtWork: hold,
  });
  return { linker, texts, imported, positions, held: () => held };
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('backend-architect.linker'));
});

const importable = {
  files: { 'a.ts': '', 'lib/b.ts': '' },
  packages: { '#lab': '' },
  offered: ['#lab', 'hono', 'hono/jwt', '@scope/one', '@scope/one/part'],
};
const what = { ...importable, builtins: new Map([['path', 1]]) };
const find = (specifier: string, from = 'lib/b.ts') => resolve(specifier, from, what);

describe('resolve', () => {
  test.each([
    ['./b.ts', { kind: 'file', path: 'lib/b.ts' }],
    ['../a.ts', { kind: 'file', path: 'a.ts' }],
    ['/app/a.ts', { kind: 'file', path: 'a.ts' }],
    ['file:///app/lib/b.ts', { kind: 'file', path: 'lib/b.ts' }],
    ['node:path', { kind: 'builtin', name: 'path' }],
    ['path', { kind: 'builtin', name: 'path' }],
    ['#lab', { kind: 'package', name: '#lab' }],
  ])('finds %s', (specifier, target) => {
    expect(find(specifier)).toEqual(target);
  });

  test.each([
    ['./c.ts', "Cannot find module '/app/lib/c.ts' imported from /app/lib/b.ts"],
    ['./b', "Cannot find module '/app/lib/b' imported from /app/lib/b.ts"],
    ['../../../etc/passwd', "Cannot find module '/etc/passwd' imported from /app/lib/b.ts"],
    ['express', "Cannot find package 'express' imported from /app/lib/b.ts"],
    ['@a/b/c', "Cannot find package '@a/b' imported from /app/lib/b.ts"],
    ['node:zlib', 'The built-in engine does not have the module node:zlib.'],
    ['zlib', 'The built-in engine does not have the module node:zlib.'],
    ['fs/promises', 'The built-in engine does not have the module node:fs/promises.'],
    ['https://x.example/a.js', "Received protocol 'https:'"],
    ['constructor', "Cannot find package 'constructor'"],
    ['express', 'The built-in engine has these packages: hono, @scope/one. For any other run'],
    ['hono/jsx', 'does not have hono/jsx. Of hono it has: hono, hono/jwt. For any other run'],
    ['@scope/one/x', 'Of @scope/one it has: @scope/one, @scope/one/part.'],
  ])('refuses %s', (specifier, message) => {
    expect(() => find(specifier)).toThrow(message);
  });
});

describe('scan', () => {
  test('replaces specifiers and says how columns moved', () => {
    const { text, shifts } = scan(`a;\nimport { b } from './b.ts'; throw b;\n`).link(
      () => 'blob:1234',
    );
    expect(text).toBe(`a;\nimport { b } from 'blob:1234'; throw b;\n`);
    expect(shifts).toEqual([{ line: 2, from: 29, by: 3 }]);
  });

  test('keeps columns for import() and import.meta', () => {
    const source = `import.meta.url; import('./b.ts');`;
    const { text, shifts } = scan(source).link(() => '');
    expect(text).toBe(`ímport$meta.url; ímport('./b.ts');`);
    expect([text.length, shifts]).toEqual([source.length, []]);
  });

  test('drops attributes, and leaves strings and comments alone', () => {
    const source = `import a from './a.json' with { type: 'json' };\n// import './c.ts'\n"import './d.ts'";`;
    const scanned = scan(source);
    expect(scanned.imports).toEqual([{ specifier: './a.json', at: 0 }]);
    expect(scanned.link(() => 'X').text).toBe(
      `import a from 'X';\n// import './c.ts'\n"import './d.ts'";`,
    );
  });

  test('leaves a text that is no module as it is', () => {
    expect(scan('import {').link(() => '').text).toBe('import {');
  });
});

describe('Linker', () => {
  test('links each file once, what it needs first', () => {
    const { linker, texts } = linkerOf({
      'main.ts': `import './a.ts'; import './b.ts';`,
      'a.ts': `import './b.ts';`,
      'b.ts': `export {};`,
    });
    linker.file('main.ts');
    expect(texts.length).toBe(3);
    expect(texts[0]).toContain('//# sourceURL=file:///app/b.ts');
    expect(texts[1]).toContain(`import 'blob:0';`);
    expect(texts[2]).toContain(`import 'blob:1'; import 'blob:0';`);
  });

  test('makes modules of built-ins, packages and JSON', () => {
    const { linker, texts } = linkerOf(
      {
        'main.ts': `import 'node:path'; import '#lab'; import d from './d.json' with { type: 'json' };`,
        'd.json': '{"a":1}',
      },
      { '#lab': `import 'node:path';` },
    );
    linker.file('main.ts');
    expect(texts[0]).toContain(`const { "join": _0, "default": _1 } =`);
    expect(texts[0]).toContain(`export { _0 as "join", _1 as "default" };`);
    expect(texts[1]).toContain(`import 'blob:0';`);
    expect(texts[2]).toContain('export default {"a":1}');
  });

  test('names the files of a circle', () => {
    const { linker } = linkerOf({
      'm.ts': `import './a.ts'`,
      'a.ts': `import './b.ts'`,
      'b.ts': `import './a.ts'`,
    });
    expect(() => linker.file('m.ts')).toThrow('in a circle: a.ts → b.ts → a.ts.');
  });

  test('import() runs a module through a launcher the first time, and holds the program', async () => {
    const { linker, imported, texts, held } = linkerOf({ 'main.ts': `export {};` });
    const first = linker.load('./main.ts', 'main.ts');
    expect(held()).toBe(1);
    expect(await first).toBe('blob:0');
    expect(await linker.load('./main.ts', 'main.ts')).toBe('blob:0');
    expect(imported).toEqual(['blob:2', 'blob:0', 'blob:0']);
    expect(texts[2]).toContain('import "blob:1";\nimport "blob:0";');
    expect(held()).toBe(0);
  });

  test('explains a name that is not exported', () => {
    const { linker } = linkerOf({
      'main.ts': `\nimport { a, b } from './a.ts';`,
      'a.ts': `export const a = 1;`,
    });
    linker.file('main.ts');
    const words = (name: string) =>
      `The requested module '${name}' does not provide an export named 'b'`;
    expect(linker.missingExport(words('blob:0'))).toEqual({
      file: 'main.ts',
      name: 'b',
      at: 13,
      message: words('./a.ts'),
    });
    expect(linker.missingExport('Unexpected token')).toBeUndefined();
  });
});
