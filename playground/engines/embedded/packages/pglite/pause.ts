import { machine } from 'node:internal/machine';

/** How long queries may follow each other while nothing else gets a turn. */
const turnMs = 50;

let pausedAtMs = machine.native.monotonicMs();

/**
 * Lets everything else have a turn now and then: a query is done at once, so a loop of awaited
 * queries would hold the thread.
 */
export async function pause(): Promise<void> {
  const { monotonicMs, setTimeout } = machine.native;
  if (monotonicMs() - pausedAtMs < turnMs) return;
  const release = machine.loop.hold();
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  release();
  pausedAtMs = monotonicMs();
}
