import { seconds } from '../../../engine/limit-message.ts';
import { silenceMs, type LostReason } from '../protocol.ts';

/** A sentence or two for the reader: why the cage was given up, and what it may mean. */
export function runMessage(reason: LostReason): string {
  switch (reason) {
    case 'silent':
      return `The program held its thread for more than ${seconds(silenceMs)} and was ended. An endless loop?`;
    case 'flood':
      return 'The program sent more than the page can take and was ended.';
    case 'bad-message':
    case 'broken':
      return 'The program broke the engine and was ended. The next run starts fresh.';
  }
}
