import type { CDPSession } from '@playwright/test';
import type { Measurement } from './figure.ts';
import { RunPage } from './run-page.ts';

const runs = 200;
/** Until then caches fill up, and code is compiled again as more is known of it. */
const before = 100;

async function heapKb(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  return usedSize / 1000;
}

/** What is left after many runs in a row. */
export const manyRuns: Measurement = async ({ browser, pageUrl }) => {
  const block = await RunPage.open(browser, pageUrl);
  await block.warm();
  for (let run = 0; run < before; run++) await block.click();
  const devTools = await block.page.context().newCDPSession(block.page);
  const first = await heapKb(devTools);
  for (let run = before; run < runs; run++) await block.click();
  const last = await heapKb(devTools);
  const frames = block.page.frames().length - 1;
  const workers = block.page.workers().length;
  await block.close();
  const how = `after ${runs} runs; one spare frame waits for the next`;
  return [
    { what: 'frames on the page', value: frames, unit: '', goal: 1, how },
    { what: 'workers', value: workers, unit: '', goal: 1, how },
    {
      what: 'growth of the heap',
      value: (last - first) / (runs - before),
      unit: 'kB a run',
      goal: 1,
      how: `run ${before} to ${runs}, after garbage collection`,
    },
  ];
};
