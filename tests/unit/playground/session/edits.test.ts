import { expect, it } from 'vitest';
import { applyEdits, noEdits, withFile } from '../../../../playground/session/edits.ts';
import type { ExampleFile } from '../../../../playground/session/example-file.ts';
import { fileNameProblem } from '../../../../playground/session/file-names.ts';

const example: ExampleFile = {
  name: 'a/b',
  entry: 'main.ts',
  files: { 'main.ts': 'let a: 1', 'lib.ts': 'lib' },
  prepared: { 'main.ts': 'let a   ', 'lib.ts': 'lib' },
};

it('edited files stand in their place, with nothing prepared; new ones come last', () => {
  const edits = withFile(
    withFile(noEdits, example, 'new.ts', 'new'),
    example,
    'main.ts',
    'changed',
  );
  const edited = applyEdits(example, edits);
  expect(Object.entries(edited.files)).toEqual([
    ['main.ts', 'changed'],
    ['lib.ts', 'lib'],
    ['new.ts', 'new'],
  ]);
  expect(edited.prepared).toEqual({ 'lib.ts': 'lib' });
});

it('a file that reads as it was served is no edit, and one can be taken away', () => {
  const changed = withFile(noEdits, example, 'main.ts', 'x');
  expect(withFile(changed, example, 'main.ts', 'let a: 1')).toEqual(noEdits);
  const without = withFile(noEdits, example, 'lib.ts', null);
  expect(Object.keys(applyEdits(example, without).files)).toEqual(['main.ts']);
  const added = withFile(noEdits, example, 'new.ts', '');
  expect(withFile(added, example, 'new.ts', null)).toEqual(noEdits);
});

it.each([
  ['main.ts', 'There is a file main.ts already.'],
  ['MAIN.ts', 'There is a file main.ts already.'],
  ['package.json', 'package.json is needed by the downloaded project.'],
  ['lab/x.ts', 'lab/x.ts is needed by the downloaded project.'],
  ['../x.ts', 'Use letters'],
  ['.env', 'Use letters'],
  ['x', 'Use letters'],
  [`${'x'.repeat(60)}.ts`, 'A name has at most 60 characters.'],
])('%s is no name for a new file', (name, problem) => {
  expect(fileNameProblem(name, ['main.ts'])).toContain(problem);
});

it.each(['other.ts', 'lib/deep/x.mjs', 'data.json'])('%s is a name', (name) => {
  expect(fileNameProblem(name, ['main.ts'])).toBe('');
});
