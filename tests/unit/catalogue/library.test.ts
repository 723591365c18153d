// cspell:ignore komplexity paterns Runit
/** Mistakes in content stop the build, each with file, line and what to do. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLibrary } from '../../../src/catalogue/load/library.ts';
import { problemsOf } from './problems-of.ts';
import { scratchLibrary } from './scratch-library.ts';

const FILE = 'patterns/resilience-and-fault-tolerance/circuit-breaker/index.mdx';

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
  expect(problem?.whatToDo).toMatch(/^The category has: .*timeout-management/);
});

test.each([
  ['mistyped', 'resilience-and-fault-tolerance/retry-paterns'],
  ['of another category', 'caching-strategies/retry-patterns'],
])('an id that is %s suggests the one that was meant, and only that', (_, wrong) => {
  const root = scratchLibrary((page) => page.replace(/(relations:[\s\S]*?to: )\S+/, `$1${wrong}`));
  expect(problemsOf(root)[0]?.whatToDo).toBe(
    'Did you mean: resilience-and-fault-tolerance/retry-patterns?',
  );
});

test('an unknown id in the prose names its line', () => {
  const root = scratchLibrary((page) =>
    page.replace(/<Cap id="[^"]*"/, '<Cap id="resilience-and-fault-tolerance/health_checks"'),
  );
  expect(problemsOf(root)).toEqual([
    {
      file: FILE,
      line: lineOf(root, 'health_checks'),
      what: '"resilience-and-fault-tolerance/health_checks" is not in the catalogue',
      whatToDo: 'Did you mean: resilience-and-fault-tolerance/health-checks?',
    },
  ]);
});

test('a component that the page does not import names its line', () => {
  const root = scratchLibrary((page) => page.replace('<RunIt />', '<RunIt />\n\n<Runit />'));
  expect(problemsOf(root)).toEqual([
    {
      file: FILE,
      line: lineOf(root, '<Runit />'),
      what: '<Runit> is not imported',
      whatToDo: 'Did you mean: RunIt? src/mdx/index.ts lists what a page may use.',
    },
  ]);
});

test('what stands in code or in a comment is no component', () => {
  const text = '\n\n`List<Item>`\n\n```ts\nlet x: Map<Key>;\n```\n\n{/* <Nothing /> */}\n';
  expect(problemsOf(scratchLibrary((page) => page.replace('<RunIt />', `$&${text}`)))).toEqual([]);
});

test.each(['title', 'description'])('a page without a %s is told so', (field) => {
  const root = scratchLibrary((page) => page.replace(new RegExp(`^${field}: .*\\n`, 'm'), ''));
  expect(problemsOf(root)).toMatchObject([{ file: FILE, what: `${field}: is missing` }]);
});

test('a field that is required and missing is said to be missing', () => {
  const root = scratchLibrary((page) => page.replace(/^ {2}complexity: .*\n/m, ''));
  expect(problemsOf(root)[0]?.what).toBe('pattern.complexity: is missing');
});

test('a day that no calendar has is refused', () => {
  const root = scratchLibrary((page) => page.replace(/^( {2}reviewed: ).*$/m, "$1'2026-13-45'"));
  const [problem] = problemsOf(root);
  expect(problem).toMatchObject({ line: lineOf(root, '2026-13-45') });
  expect(problem?.what).toContain('is no day of the calendar');
});

test('a heading inside a comment is none', () => {
  const root = scratchLibrary((page) =>
    page
      .replace(/^( {4}failure detection: ).*$/m, '$1hidden-away')
      .replace('<RunIt />', '<RunIt />\n\n{/*\n### Hidden away\n*/}'),
  );
  expect(problemsOf(root)[0]?.what).toBe('no heading of the page has the anchor "hidden-away"');
});

test('a file that is no page is refused', () => {
  const root = scratchLibrary((page) => page);
  const folder = join(root, 'patterns/resilience-and-fault-tolerance/retry-patterns');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.md'), '# Retry\n');
  expect(problemsOf(root)).toEqual([
    {
      file: 'patterns/resilience-and-fault-tolerance/retry-patterns/index.md',
      line: 1,
      what: 'is no part of a page: nothing would read it',
      whatToDo: 'A page is index.mdx, with the folders diagrams and example beside it.',
    },
  ]);
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
  expect(problemsOf(root)).toMatchObject([
    { line: lineOf(root, 'komplexity'), what: 'pattern.komplexity: there is no such field' },
  ]);
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
