import type { Limits } from './contract.ts';
import type { TimeEnding } from './run-clock.ts';

const grouped = new Intl.NumberFormat('en-US');

/** `2.5 s` */
export const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(1))} s`;

const duration = (ms: number): string =>
  ms >= 120_000 ? `${Number((ms / 60_000).toFixed(1))} min` : seconds(ms);

/** A sentence for the reader: which limit ended the run. */
export function limitMessage(limit: TimeEnding | 'output', limits: Limits): string {
  switch (limit) {
    case 'time':
      return `The program was ended after ${seconds(limits.timeMs)}, the longest that a run may take.`;
    case 'idle':
      return `The server was ended: nobody used it for ${duration(limits.idleMs)}.`;
    case 'hidden':
      return `The server was ended: the page was hidden for ${duration(limits.hiddenMs)}.`;
    case 'output':
      return `The output stops at its limit: ${grouped.format(limits.outputLines)} lines or ${size(limits.outputBytes)}.`;
  }
}

function size(bytes: number): string {
  const mebibytes = bytes / (1 << 20);
  return mebibytes >= 1 ? `${Number(mebibytes.toFixed(1))} MiB` : `${grouped.format(bytes)} bytes`;
}
