import { percentile, type Measurement } from './figure.ts';
import { RunPage } from './run-page.ts';

const loops = 20;
const floodMB = 10;

/** It says a word before it loops, and gives it a moment to leave. */
const loopingProgram = `console.log('on'); setTimeout(() => { for (;;); }, 50);`;

/** An endless loop, and a run right after it. */
export const endlessLoop: Measurement = async ({ browser, pageUrl }) => {
  const ended: number[] = [];
  const gaps: number[] = [];
  const fresh: number[] = [];
  const looping = await RunPage.open(browser, pageUrl, loopingProgram);
  await looping.warm();
  for (let run = 0; run < loops; run++) {
    const { toFirstLineMs, toEndMs, longestGapMs } = await looping.click();
    ended.push(toEndMs);
    gaps.push(longestGapMs);
    // Every run but the first follows a kill.
    if (run > 0) fresh.push(toFirstLineMs);
  }
  await looping.close();
  return [
    {
      what: 'endless loop ended',
      value: percentile(ended, 95),
      unit: 'ms',
      goal: 2000,
      how: `95th percentile of ${loops}`,
    },
    {
      what: 'longest gap of the page while it loops',
      value: percentile(gaps, 95),
      unit: 'ms',
      goal: 100,
      how: `95th percentile of ${loops}`,
    },
    {
      what: 'first line of a run after a kill',
      value: percentile(fresh, 95),
      unit: 'ms',
      goal: 300,
      how: `95th percentile of ${loops - 1}`,
    },
  ];
};

/** A program that prints far more than a page shows. */
export const flood: Measurement = async ({ browser, pageUrl }) => {
  const line = 'x'.repeat(99);
  const program = `for (let line = 0; line < ${floodMB * 10_000}; line++) console.log('${line}');`;
  const page = await RunPage.open(browser, pageUrl, program);
  await page.warm();
  const { longestGapMs } = await page.click();
  const shown = await page.page.evaluate(
    () => document.querySelector('[data-part=stdout]')?.textContent?.length ?? 0,
  );
  const saysSo = await page.page.evaluate(() =>
    /stops at its limit/.test(document.querySelector('[data-part=problem]')?.textContent ?? ''),
  );
  await page.close();
  return [
    {
      what: `longest gap of the page while ${floodMB} MB are printed`,
      value: longestGapMs,
      unit: 'ms',
      goal: 250,
      how: 'one run',
    },
    {
      what: `characters shown of ${floodMB} MB`,
      value: saysSo ? shown : Number.NaN,
      unit: '',
      goal: (1 << 20) + 1000,
      how: 'the page says that it stopped',
    },
  ];
};
