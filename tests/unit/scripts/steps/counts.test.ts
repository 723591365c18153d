import { expect, test } from 'vitest';
import {
  honestResult,
  playwrightCounts,
  tapCounts,
  vitestCounts,
} from '../../../../scripts/steps/counts.ts';

test("reads Vitest's counts", () => {
  const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };
  expect(vitestCounts(JSON.stringify(report))).toEqual({ passed: 3, failed: 1, skipped: 2 });
});

const slow = { title: 'waits', tests: [{ status: 'flaky' }] };
const sound = { title: 'draws', tests: [{ status: 'expected' }] };
const suites = [
  { title: 'e2e/a.spec.ts', specs: [sound], suites: [{ title: 'a block', specs: [slow] }] },
];

test('a test that passed at its second try is named', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
  expect(playwrightCounts(JSON.stringify({ stats, suites }))).toEqual({
    passed: 4,
    failed: 1,
    skipped: 0,
    notes: ['At the second try: e2e/a.spec.ts › a block › waits'],
  });
});

test('many tests that passed at their second try did not pass', () => {
  const stats = { expected: 30, unexpected: 0, flaky: 4, skipped: 0 };
  const counts = playwrightCounts(JSON.stringify({ stats, suites }));
  expect(counts).toMatchObject({ passed: 30, failed: 4 });
});

test("reads Node's own counts", () => {
  const report = '# tests 5\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 0\n# todo 0\n';
  expect(tapCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 0 });
});

test.each([
  ['a crash without a failed test', { passed: 3, failed: 0, skipped: 0 }, 1, 1],
  ['a run without a test', { passed: 0, failed: 0, skipped: 0 }, 0, 1],
  ['a report that is missing', undefined, 0, 1],
  ['two failed tests', { passed: 3, failed: 2, skipped: 0 }, 1, 2],
  ['all passed', { passed: 3, failed: 0, skipped: 0 }, 0, 0],
])('%s: counted honestly', (_title, counts, exitCode, failed) => {
  expect(honestResult(counts, exitCode, '').failed).toBe(failed);
});
