/**
 * `npm test`: every check and every test. The last line is `N passed, N failed`, and the exit code
 * says the same.
 */
import { availableParallelism } from 'node:os';
import { findBrowser } from './browser.ts';
import { findFirefox } from './firefox.ts';
import { findPromtool } from './promtool.ts';
import { freePort } from './static-server/listen.ts';
import { checkSteps } from './steps/checks.ts';
import { runCommand } from './steps/command.ts';
import { stepLines, totalLine } from './steps/report.ts';
import { runSteps } from './steps/run-steps.ts';
import { checkResult, type Step } from './steps/step.ts';
import { browserTests, contentTests, exampleTests, unitTests } from './steps/tests.ts';

const BUILD_LIMIT_MS = 900_000;
const environment: Record<string, string> = {};

const browser: Step = {
  name: 'browser',
  rerun: 'node scripts/with-node.mjs scripts/browser.ts',
  run: async () => {
    environment['BROWSER_PATH'] = await findBrowser();
    const firefox = await findFirefox();
    if (firefox === undefined) return checkResult(true, 'No Firefox: its tests are left out.');
    environment['FIREFOX_PATH'] = firefox;
    return checkResult(true, '');
  },
};

/** Unit tests put rules for Prometheus to it. */
const promtool: Step = {
  name: 'promtool',
  rerun: 'node scripts/with-node.mjs scripts/promtool.ts',
  // Both ask Debian for packages, and Debian takes one at a time.
  after: ['browser'],
  run: async () => {
    const found = await findPromtool();
    return checkResult(true, found === undefined ? 'No promtool: its tests are left out.' : '');
  },
};

const build: Step = {
  name: 'build',
  rerun: 'npm run build',
  // Astro keeps its content in one cache: two of its commands at once would fight over it.
  after: ['content'],
  run: async () => {
    const command = [process.execPath, 'scripts/build.ts'];
    const { code, output } = await runCommand(command, BUILD_LIMIT_MS);
    return checkResult(code === 0, output);
  },
};

const steps: readonly Step[] = [
  ...checkSteps.slice(0, 1),
  build,
  ...checkSteps.slice(1),
  browser,
  promtool,
  { ...unitTests, after: ['promtool'] },
  exampleTests,
  { ...contentTests, after: ['build'] },
  { ...browserTests(() => environment), after: ['build', 'browser'] },
];

try {
  environment['SITE_PORT'] = String(await freePort());
  const finished = await runSteps(steps, availableParallelism(), (step) => {
    console.log(stepLines(step));
  });
  process.exitCode = finished.some(({ result }) => result.failed > 0) ? 1 : 0;
  console.log(totalLine(finished));
} catch (error) {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
