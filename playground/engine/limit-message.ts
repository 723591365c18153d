import type { Limits } from './contract.ts';

const grouped = new Intl.NumberFormat('en-US');

/** `2.5 s` */
export const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(1))} s`;

/** A sentence for the reader: which limit ended the run. */
export function limitMessage(limit: 'time' | 'output', limits: Limits): string {
  return limit === 'time'
    ? `The program was ended after ${seconds(limits.timeMs)}, the longest that a run may take.`
    : `The output stops at its limit: ${grouped.format(limits.outputLines)} lines or ${size(limits.outputBytes)}.`;
}

function size(bytes: number): string {
  const mebibytes = bytes / (1 << 20);
  return mebibytes >= 1 ? `${Number(mebibytes.toFixed(1))} MiB` : `${grouped.format(bytes)} bytes`;
}
