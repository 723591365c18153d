/**
 * `npm run bench`: measures what the playground promises, on the built site, and holds each figure
 * against its goal. What is compared is measured in one run, in turn. Needs a built site and a
 * machine that does nothing else.
 */
import { join } from 'node:path';
import { cpus } from 'node:os';
import { chromium } from '@playwright/test';
import { endlessLoop, flood } from './bench/hostile-programs.ts';
import type { Bench, Figure, Measurement } from './bench/figure.ts';
import { firstLine } from './bench/first-line.ts';
import { knob } from './bench/knob.ts';
import { manyRuns } from './bench/many-runs.ts';
import { BROWSER_ARGUMENTS, findBrowser } from './browser.ts';
import { serveSite } from './serve.ts';
import { freePort } from './static-server/listen.ts';

const root = join(import.meta.dirname, '..');
const example = 'resilience-and-fault-tolerance/circuit-breaker';
const measurements: readonly Measurement[] = [firstLine, knob, endlessLoop, flood, manyRuns];

function line({ what, value, unit, goal, how }: Figure): string {
  const isMet = value <= goal;
  const number = value.toFixed(value < 10 ? 2 : 0);
  const limit = `(goal: at most ${goal})`;
  return `${isMet ? 'met   ' : 'MISSED'} ${what}: ${number} ${unit} ${limit}; ${how}`;
}

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: [...BROWSER_ARGUMENTS],
});
const site = await serveSite(join(root, 'dist'), await freePort());
try {
  const bench: Bench = {
    browser,
    pageUrl: `http://localhost:${site.port}/patterns/${example}/`,
    exampleFolder: join(root, 'patterns', example, 'example'),
  };
  const cores = cpus();
  console.log(`Node.js ${process.version}, Chromium ${browser.version()}`);
  console.log(`${cores.length} cores, ${cores[0]?.model ?? 'unknown'}; example: ${example}`);
  for (const measure of measurements) {
    for (const figure of await measure(bench)) {
      console.log(line(figure));
      if (!(figure.value <= figure.goal)) process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  await site.close();
}
