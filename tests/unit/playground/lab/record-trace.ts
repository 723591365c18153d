import { TRACE_HOOK } from '../../../../playground/lab/index.ts';
import type { TraceEvent } from '../../../../playground/lab/index.ts';

/** What the lab traces while the work runs, as a host gets it. */
export async function recordTrace(work: () => Promise<unknown>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  Reflect.set(globalThis, TRACE_HOOK, (event: TraceEvent) => events.push(event));
  try {
    await work();
  } finally {
    Reflect.deleteProperty(globalThis, TRACE_HOOK);
  }
  return events;
}
