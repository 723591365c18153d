import { percentile, type Measurement } from './figure.ts';
import { RunPage } from './run-page.ts';

const turns = 20;

/** A knob is turned → the drawing of the new run stands. */
export const knob: Measurement = async ({ browser, pageUrl }) => {
  const block = await RunPage.open(browser, pageUrl);
  await block.warm();
  await block.click();
  const times: number[] = [];
  for (let turn = 0; turn < turns; turn++) times.push(await block.page.evaluate(turnKnob, turn));
  await block.close();
  return [
    {
      what: 'knob to new drawing',
      value: percentile(times, 50),
      unit: 'ms',
      goal: 100,
      how: `median of ${turns}; 95th percentile ${percentile(times, 95).toFixed(0)} ms`,
    },
  ];
};

/** Runs in the page: sets the first slider to another of its values. */
function turnKnob(turn: number): Promise<number> {
  const slider = document.querySelector<HTMLInputElement>('pattern-playground input[type=range]');
  const drawings = document.querySelector('pattern-playground [data-part=drawings]');
  if (!slider || !drawings) throw new Error('The page has no slider or no drawing.');
  const startMs = performance.now();
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      resolve(performance.now() - startMs);
    });
    observer.observe(drawings, { childList: true, subtree: true, attributes: true });
    slider.value = String(turn % 2 === 0 ? slider.max : slider.min);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
