/** Every path that the three documents name is there, so that a newcomer is never sent nowhere. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const DOCUMENTS = ['ARCHITECTURE.md', 'CONTRIBUTING.md', 'README.md'];
const ROOTS = ['content', 'patterns', 'playground', 'public', 'scripts', 'src', 'tests', 'deploy'];
/** A path as prose names it: from a folder of the root, or a file of the root with an ending. */
const PATH = new RegExp(`^(?:(?:${ROOTS.join('|')})/\\S*|[\\w.-]+\\.(?:js|jsonc?|md|mjs|ts|txt))$`);

/** Paths between backticks, in Markdown links, and at the start of the lines of a tree. */
function pathsIn(text: string): string[] {
  const code = [...text.matchAll(/(?<!`)`([^`\n]+)`(?!`)/g)].map(([, path = '']) => path);
  const links = [...text.matchAll(/\]\(([^)#:\s]+)\)/g)].map(([, path = '']) => path);
  return [...code, ...links, ...treePaths(text)].filter((path) => PATH.test(path));
}

/** A tree nests by two spaces: `patterns/` and below it `index.mdx`. */
function treePaths(text: string): string[] {
  const lines = [...text.matchAll(/^```\n([\s\S]*?)^```$/gm)].flatMap(([, body = '']) =>
    body.split('\n'),
  );
  const parents: string[] = [];
  return lines.flatMap((line) => {
    const match = /^( *)(\S+)/.exec(line);
    if (!match?.[2]) return [];
    const depth = (match[1] ?? '').length / 2;
    parents.splice(depth, Infinity, match[2]);
    return [parents.join('')];
  });
}

/** `<name>` stands for any name, `*` for any letters; a file named alone stands in some folder. */
function exists(path: string, document: string): boolean {
  const pattern = path.replace(/<[^>]+>/g, '*');
  const places = [
    pattern,
    join(dirname(document), pattern),
    ...(pattern.includes('/') ? [] : [`{${ROOTS.join(',')}}/**/${pattern}`]),
  ];
  return places.some((place) => existsSync(place) || globSync(place).length > 0);
}

test('a path that is not there is seen', () => {
  const text =
    'See `src/nowhere/at-all.ts`, `src/lib/`, [it](README.md).\n```\nsrc/\n  gone/  x\n```\n';
  expect(pathsIn(text).filter((path) => !exists(path, 'README.md'))).toEqual([
    'src/nowhere/at-all.ts',
    'src/gone/',
  ]);
});

test.each(DOCUMENTS)('%s names only paths that exist', (document) => {
  const paths = pathsIn(readFileSync(document, 'utf8'));
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.filter((path) => !exists(path, document))).toEqual([]);
});
