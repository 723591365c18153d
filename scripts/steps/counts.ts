import type { Result } from './step.ts';

type Counts = Omit<Result, 'output'>;

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

interface PlaywrightSuite {
  readonly title: string;
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
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

/** So many of a thousand tests may meet a busy moment of the machine; more are a fault. */
const secondTriesAllowed = 3;

/**
 * Counts of Playwright's JSON report. A test that passed at its second try is named, and counts as
 * passed only while such tests are few.
 */
export function playwrightCounts(report: string): Counts {
  const { stats, suites } = JSON.parse(report) as PlaywrightReport;
  const isFault = stats.flaky > secondTriesAllowed;
  return {
    passed: stats.expected + (isFault ? 0 : stats.flaky),
    failed: stats.unexpected + (isFault ? stats.flaky : 0),
    skipped: stats.skipped,
    notes: suites.flatMap(secondTries).map((name) => `At the second try: ${name}`),
  };
}

function secondTries({ title, specs = [], suites = [] }: PlaywrightSuite): readonly string[] {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  const below = suites.flatMap(secondTries);
  return [...own.map((spec) => spec.title), ...below].map((name) => `${title} › ${name}`);
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

const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

/**
 * Joins a runner's counts with its exit code. A runner that failed without a failed test (it could
 * not load a file, it crashed) counts as one failure, and so does one that ran no test at all.
 */
export function honestResult(counts: Counts | undefined, exitCode: number, output: string): Result {
  const { passed, failed, skipped, notes = [] } = counts ?? nothing;
  const ranNothing = passed + failed === 0;
  const unexplained = failed === 0 && (exitCode !== 0 || ranNothing);
  return {
    passed,
    failed: unexplained ? 1 : failed,
    skipped,
    notes,
    output: ranNothing ? `${output}\nNo test ran.` : output,
  };
}
