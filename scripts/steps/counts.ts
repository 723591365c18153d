import type { Result } from './step.ts';

type Counts = Omit<Result, 'output'>;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

/** Counts of Vitest's JSON report. */
export function vitestCounts(report: string): Counts {
  const read = JSON.parse(report) as VitestReport;
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + read.numTodoTests,
  };
}

/** Counts of Playwright's JSON report; a test that passed at its second try did not pass. */
export function playwrightCounts(report: string): Counts {
  const { stats } = JSON.parse(report) as PlaywrightReport;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  };
}

/** Counts at the end of Node's own TAP report. */
export function tapCounts(report: string): Counts {
  const count = (name: string): number =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

/**
 * Joins a runner's counts with its exit code. A runner that failed without a failed test (it could
 * not load a file, it crashed) counts as one failure, and so does one that ran no test at all.
 */
export function honestResult(counts: Counts | undefined, exitCode: number, output: string): Result {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const ranNothing = passed + failed === 0;
  const unexplained = failed === 0 && (exitCode !== 0 || ranNothing);
  return {
    passed,
    failed: unexplained ? 1 : failed,
    skipped,
    output: ranNothing ? `${output}\nNo test ran.` : output,
  };
}
