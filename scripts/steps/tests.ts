import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { program, runCommand } from './command.ts';
import { honestResult, playwrightCounts, tapCounts, vitestCounts } from './counts.ts';
import type { Result, Step } from './step.ts';

/** The browser tests take some 40 minutes on two cores, and far longer on busy ones. */
const LIMIT_MS = 4_300_000;
const REPORTS = join(import.meta.dirname, '../../.cache/reports');

/** A test runner, and where it leaves its counts. */
interface Runner {
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly report: string;
  readonly count: (report: string) => Omit<Result, 'output'>;
}

async function runTests({ command, environment = {}, report, count }: Runner): Promise<Result> {
  await mkdir(REPORTS, { recursive: true });
  await rm(report, { force: true });
  const { code, output } = await runCommand(command, LIMIT_MS, environment);
  const counts = await readFile(report, 'utf8').then(count, () => undefined);
  return honestResult(counts, code, output);
}

function vitest(name: string, folder: string): Runner {
  const report = join(REPORTS, `${name}.json`);
  return {
    command: [
      ...program('vitest'),
      'run',
      folder,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
    count: vitestCounts,
  };
}

/** Pure logic; needs nothing built. */
export const unitTests: Step = {
  name: 'unit tests',
  rerun: 'npx vitest run tests/unit',
  run: () => runTests(vitest('unit', 'tests/unit/')),
};

/** The content and the built pages, without a browser. */
export const contentTests: Step = {
  name: 'content tests',
  rerun: 'npx vitest run tests/content',
  run: () => runTests(vitest('content', 'tests/content/')),
};

/** Every example's own tests, as a reader runs them. */
export const exampleTests: Step = {
  name: 'example tests',
  rerun: 'node --test "patterns/**/example/*.test.ts"',
  run: () => {
    const report = join(REPORTS, 'examples.tap');
    return runTests({
      command: [
        process.execPath,
        '--test',
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${report}`,
        'patterns/**/example/*.test.ts',
      ],
      report,
      count: tapCounts,
    });
  },
};

/**
 * Everything that needs a browser, against the built site.
 *
 * @param environment `BROWSER_PATH` and `SITE_PORT`.
 */
export function browserTests(environment: () => Readonly<Record<string, string>>): Step {
  return {
    name: 'browser tests',
    rerun: 'npx playwright test',
    cores: 2,
    run: () => {
      const report = join(REPORTS, 'browser.json');
      return runTests({
        command: [
          ...program('@playwright/test', 'playwright'),
          ...['test', '--reporter=dot,json', '--retries=1'],
        ],
        environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...environment() },
        report,
        count: playwrightCounts,
      });
    },
  };
}
