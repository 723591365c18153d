/** Messages as they come: nothing is checked, and nothing made anew. */
import type { FromFrame, FromWorker } from '../../../../playground/engines/embedded/protocol.ts';

export function readFrameMessage(text: string): FromFrame | undefined {
  return JSON.parse(text) as FromFrame;
}

export function readWorkerMessage(text: string): FromWorker | undefined {
  try {
    return JSON.parse(text) as FromWorker;
  } catch {
    return { type: 'traced', events: [] };
  }
}
