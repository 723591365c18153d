import type { Limits } from '../../../engine/contract.ts';
import { silenceMs, type LostReason } from '../protocol.ts';

/** Why a run was ended from outside. */
export type Ending = LostReason | 'time' | 'idle' | 'hidden' | 'output';

const seconds = (ms: number): string => `${Number((ms / 1000).toFixed(1))} s`;
const minutes = (ms: number): string =>
  ms >= 120_000 ? `${Number((ms / 60_000).toFixed(1))} min` : seconds(ms);
const grouped = new Intl.NumberFormat('en-US');

/** A sentence or two for the reader: what happened, and what it may mean. */
export function runMessage(ending: Ending, limits: Limits): string {
  switch (ending) {
    case 'silent':
      return `The program held its thread for more than ${seconds(silenceMs)} and was ended. An endless loop?`;
    case 'time':
      return `The program was ended after ${seconds(limits.timeMs)}, the longest that a run may take.`;
    case 'idle':
      return `The program's server was ended: nobody used it for ${minutes(limits.idleMs)}.`;
    case 'hidden':
      return `The program's server was ended: the page was hidden for ${minutes(limits.hiddenMs)}.`;
    case 'output':
      return `The output stops at its limit: ${grouped.format(limits.outputLines)} lines or ${size(limits.outputBytes)}.`;
    case 'flood':
      return 'The program sent more than the page can take and was ended.';
    case 'bad-message':
    case 'broken':
      return 'The program broke the engine and was ended. The next run starts fresh.';
  }
}

function size(bytes: number): string {
  const mebibytes = bytes / (1 << 20);
  return mebibytes >= 1 ? `${Number(mebibytes.toFixed(1))} MiB` : `${grouped.format(bytes)} bytes`;
}
