/** Mistakes in content stop the build, each with file, line and what to do. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '../../../src/catalogue/load/library.ts';
import { ContentError } from '../../../src/catalogue/load/problem.ts';
import type { Problem } from '../../../src/catalogue/load/problem.ts';
import { scratchLibrary } from './scratch-library.ts';

const FILE = 'patterns/resilience-and-fault-tolerance/circuit-breaker/index.mdx';

function problemsOf(root: string): readonly Problem[] {
  try {
    readLibrary(root);
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

/** Line of the first line of the scratch page that holds `text`. */
function lineOf(root: string, text: string): number {
  const lines = readFileSync(join(root, FILE), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

test('the committed page has no problems', () => {
  expect(problemsOf(scratchLibrary((page) => page))).toEqual([]);
});

test('an unknown id names the file and ids that are near', () => {
  const path = 'patterns/resilience-and-fault-tolerance/circuit-braker/index.mdx';
  const [problem] = problemsOf(scratchLibrary((page) => page, path));
  expect(problem?.file).toBe(path);
  expect(problem?.what).toContain('not in the catalogue');
  expect(problem?.whatToDo).toContain('resilience-and-fault-tolerance/circuit-breaker');
});

test('a relation to a capability that does not exist names its line', () => {
  const wrong = 'resilience-and-fault-tolerance/time-outs';
  const root = scratchLibrary((page) => page.replace(/(relations:[\s\S]*?to: )\S+/, `$1${wrong}`));
  const [problem] = problemsOf(root);
  expect(problem).toMatchObject({ file: FILE, line: lineOf(root, wrong) });
  expect(problem?.what).toBe(`"${wrong}" is not in the catalogue`);
  expect(problem?.whatToDo).toMatch(/Did you mean/);
});

test('a topic of the seed that no heading covers stops the build', () => {
  const root = scratchLibrary((page) => page.replace(/^ {4}failure detection: .*\n/m, ''));
  const [problem] = problemsOf(root);
  expect(problem).toMatchObject({ file: FILE });
  expect(problem?.line).toBeGreaterThan(1);
  expect(problem?.what).toContain('topic "failure detection" of the seed is not covered');
});

test('a topic that points at no heading lists the headings there are', () => {
  const root = scratchLibrary((page) =>
    page.replace(/^( {4}failure detection: ).*$/m, '$1nowhere-at-all'),
  );
  const [problem] = problemsOf(root);
  expect(problem).toMatchObject({ line: lineOf(root, 'nowhere-at-all') });
  expect(problem?.whatToDo).toContain('run-it');
});

test('a bad field names its path, its line and where the schema is', () => {
  const root = scratchLibrary((page) => page.replace(/^ {2}complexity: .*$/m, '  complexity: 9'));
  const [problem] = problemsOf(root);
  expect(problem).toMatchObject({ file: FILE, line: lineOf(root, 'complexity: 9') });
  expect(problem?.what).toContain('pattern.complexity');
  expect(problem?.whatToDo).toContain('src/catalogue/schema');
});

test('an unknown field is an error, not silence', () => {
  const root = scratchLibrary((page) =>
    page.replace(/^ {2}complexity:/m, '  komplexity: 1\n  complexity:'),
  );
  expect(problemsOf(root)[0]?.what).toContain('komplexity');
});

test('a section that is missing or has lost its component is named', () => {
  const missing = scratchLibrary((page) => page.replace('## Failure modes', '## Failures'));
  expect(problemsOf(missing)[0]?.what).toBe('section "## Failure modes" is missing');
  const bare = scratchLibrary((page) => page.replace('<FailureModes />', ''));
  expect(problemsOf(bare)[0]?.what).toContain('lacks its component <FailureModes />');
});

test('broken YAML names its line', () => {
  const root = scratchLibrary((page) => page.replace(/^ {2}kind: .*$/m, '  kind: "pattern'));
  const [problem] = problemsOf(root);
  expect(problem?.file).toBe(FILE);
  expect(problem?.line).toBeGreaterThan(1);
});

test('the message shows every problem as file:line', () => {
  const root = scratchLibrary((page) =>
    page
      .replace(/^ {2}complexity: .*$/m, '  complexity: 9')
      .replace(/^ {2}kind: .*$/m, '  kind: thing'),
  );
  expect(() => readLibrary(root)).toThrow(/2 problems[\s\S]*index\.mdx:\d+ {2}pattern\./);
});
