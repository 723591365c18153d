import type { LoopImmediate } from './loop-immediate.ts';
import { PhaseQueue } from './phase-queue.ts';

/** Immediates. One that was taken back is passed over. */
export class CheckQueue extends PhaseQueue<LoopImmediate> {
  override next(): LoopImmediate | undefined {
    for (let one = super.next(); one; one = super.next()) {
      if (one.pending) return one;
    }
    return undefined;
  }
}
