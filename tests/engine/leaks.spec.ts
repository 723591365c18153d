import { expect, type CDPSession } from '@playwright/test';
import { script, test } from './harness/fixtures.ts';

const runs = 100;
/** In the first runs caches fill up and code is compiled. */
const before = 20;
/** Half of what one run prints: a run that is kept would show many times over. */
const mostGrowthBytes = 100_000;

async function heapBytes(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  return usedSize;
}

/**
 * The message that boots the frame for the next run is the engine's code, 472,000 characters of two
 * bytes, and half of the readings right after a run fell into the moment before it is let go. So it
 * reads until three in a row agree to a kilobyte.
 */
async function settledHeapBytes(devTools: CDPSession): Promise<number> {
  const readings: number[] = [];
  await expect
    .poll(async () => {
      readings.push(await heapBytes(devTools));
      const latest = readings.slice(-3);
      return latest.length === 3 && Math.max(...latest) - Math.min(...latest) < 1_000;
    })
    .toBe(true);
  return readings.at(-1) ?? 0;
}

test('leaves nothing behind after a hundred runs: frames, workers, memory', async ({
  engine,
  page,
}) => {
  // A run takes 0.1 s on a quiet machine, and ten times that on a busy one.
  test.slow();
  const devTools = await page.context().newCDPSession(page);
  const program = script(`console.log('x'.repeat(200_000)); setInterval(() => {}, 1000).unref();`);
  const play = async (count: number): Promise<void> => {
    for (let run = 0; run < count; run++) {
      const { done } = await engine.run(program);
      expect(done).toEqual({ reason: 'exit', code: 0 });
    }
  };
  await engine.prepare();
  await play(before);
  const first = await settledHeapBytes(devTools);
  await play(runs - before);
  const last = await settledHeapBytes(devTools);
  expect(last - first).toBeLessThan(mostGrowthBytes);
  const run = await engine.start(script(`console.log('on'); setInterval(() => {}, 1000);`));
  await engine.firstOutput(run);
  expect(await engine.frameCount()).toBe(1);
  expect(page.workers()).toHaveLength(1);
  await engine.dispose();
  expect(await engine.frameCount()).toBe(0);
  await expect.poll(() => page.workers()).toEqual([]);
});
