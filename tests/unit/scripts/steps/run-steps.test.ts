import { expect, test } from 'vitest';
import { stepLines, totalLine } from '../../../../scripts/steps/report.ts';
import { runSteps } from '../../../../scripts/steps/run-steps.ts';
import { checkResult, type Result, type Step } from '../../../../scripts/steps/step.ts';

function step(name: string, run: () => Promise<Result> | Result, more: Partial<Step> = {}): Step {
  return { name, rerun: `run ${name}`, run: async () => run(), ...more };
}

const passing = (): Result => checkResult(true, '');
const quiet = (): void => undefined;

test('a step that throws counts as failed and says how to run it alone', async () => {
  const crash = step('crash', () => {
    throw new Error('boom');
  });
  const [finished] = await runSteps([crash], 2, quiet);
  expect(finished?.result).toMatchObject({ passed: 0, failed: 1 });
  expect(finished && stepLines(finished)).toMatch(/boom[\s\S]*To run only this: run crash$/);
});

test('a sentence for a person comes without a stack, a bug with one', async () => {
  const told = step('browser', () => {
    throw new Error('No browser found: install one.');
  });
  const bug = step('bug', () => {
    throw new TypeError('x is undefined');
  });
  const [first, second] = await runSteps([told, bug], 1, quiet);
  expect(first?.result.output).toBe('No browser found: install one.');
  expect(second?.result.output).toMatch(/^TypeError: x is undefined\n {4}at /);
});

test('what depends on a failed step is counted as failed without running', async () => {
  const finished = await runSteps(
    [
      step('build', () => checkResult(false, 'no')),
      step('pages', () => expect.fail('ran'), { after: ['build'] }),
      step('other', passing),
    ],
    2,
    quiet,
  );
  expect(totalLine(finished)).toBe('1 passed, 2 failed');
  expect(finished.find(({ step: { name } }) => name === 'pages')?.result.output).toBe(
    'Not run: build failed.',
  );
});

test('no more cores are kept busy than there are, and prerequisites come first', async () => {
  let busy = 0;
  let most = 0;
  const order: string[] = [];
  const work = (name: string, cores: number) => async (): Promise<Result> => {
    order.push(name);
    busy += cores;
    most = Math.max(most, busy);
    await Promise.resolve();
    busy -= cores;
    return passing();
  };
  await runSteps(
    [
      step('last', work('last', 2), { cores: 2, after: ['a', 'b', 'c'] }),
      ...['a', 'b', 'c'].map((name) => step(name, work(name, 1))),
    ],
    2,
    quiet,
  );
  expect(most).toBe(2);
  expect(order).toEqual(['a', 'b', 'c', 'last']);
});

test('a step that waits for nothing that exists is a mistake', async () => {
  await expect(runSteps([step('a', passing, { after: ['b'] })], 2, quiet)).rejects.toThrow(
    'wait for steps that never run: a',
  );
});
