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

test('a test that passed at its second try did not pass', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 };
  expect(playwrightCounts(JSON.stringify({ stats }))).toEqual({ passed: 3, failed: 2, skipped: 0 });
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
