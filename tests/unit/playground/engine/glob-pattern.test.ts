import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../../playground/engines/embedded/packages/fs/glob-pattern.ts';

describe('a pattern of paths', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['a/b.js', 'a/*.js', true],
    ['a/b/c.js', 'a/*.js', false],
    ['a/b/c.js', 'a/**/*.js', true],
    ['a/c.js', 'a/**/*.js', true],
    ['.hidden/c.js', '**/*.js', false],
    ['a/.c.js', 'a/*', false],
    ['a/.c.js', 'a/.*', true],
    ['ab', 'a?', true],
    ['a/', 'a?', false],
    ['one.ts', '*.{js,ts}', true],
    ['one.css', '*.{js,ts}', false],
    ['file3', 'file{1..3}', true],
    ['b', '[a-c]', true],
    ['d', '[!a-c]', true],
    ['b', '[!a-c]', false],
    ['abab', '+(ab)', true],
    ['x', '!(x|y)', false],
    ['z', '!(x|y)', true],
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['a/b/c', 'a/**', true],
    ['b/c', 'a/**', false],
  ];

  for (const [path, pattern, matches] of cases)
    it(`${pattern} ${matches ? 'matches' : 'does not match'} ${path}`, () => {
      expect(matchesPattern(path, pattern)).toBe(matches);
    });
});
