import { spawn } from 'node:child_process';
import { median, type Bench, type Figure, type Measurement } from './figure.ts';
import { RunPage } from './run-page.ts';

const warmRuns = 20;
const coldRuns = 5;

/** @returns milliseconds from the start of a Node.js process to its first line of output */
function firstLineOfNode(folder: string): Promise<number> {
  const startMs = performance.now();
  const child = spawn(process.execPath, ['main.ts'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout.once('data', () => resolve(performance.now() - startMs));
    child.stdout.resume();
  });
}

/** Run → first line, warm, beside `node main.ts`: one of each in turn, so both meet the same load. */
async function warm({ browser, pageUrl, exampleFolder }: Bench): Promise<Figure[]> {
  const page = await RunPage.open(browser, pageUrl);
  await page.warm();
  const here: number[] = [];
  const node: number[] = [];
  for (let run = 0; run < warmRuns; run++) {
    here.push((await page.click()).toFirstLineMs);
    node.push(await firstLineOfNode(exampleFolder));
  }
  await page.close();
  const [hereMs, nodeMs] = [median(here), median(node)];
  return [
    {
      what: 'Run to first line, warm',
      value: hereMs / nodeMs,
      unit: '× node main.ts',
      goal: 1,
      how: `medians of ${warmRuns} in turn: ${hereMs.toFixed(0)} ms and ${nodeMs.toFixed(0)} ms`,
    },
  ];
}

/** Run → first line in a browser that has the page and nothing of the engine. */
async function cold({ browser, pageUrl }: Bench): Promise<Figure[]> {
  const times: number[] = [];
  for (let run = 0; run < coldRuns; run++) {
    const page = await RunPage.open(browser, pageUrl);
    times.push((await page.click()).toFirstLineMs);
    await page.close();
  }
  return [
    {
      what: 'Run to first line, cold',
      value: Math.max(...times),
      unit: 'ms',
      goal: 1000,
      how: `slowest of ${coldRuns}, empty cache, server on this machine`,
    },
  ];
}

export const firstLine: Measurement = async (bench) => [
  ...(await warm(bench)),
  ...(await cold(bench)),
];
