import { TRACE_HOOK } from './trace.ts';
import type { TraceEvent } from './trace.ts';
import { traceLine } from './trace-lines.ts';

/** What marks a line of JSON among lines of text, where both come through one stream. */
export const TRACE_MARK = '\u001etrace ';

type Hook = (event: TraceEvent) => void;

/**
 * Tells that something happened. A host that draws takes the event through its hook. Without one,
 * the variable `TRACE` says where it goes: nowhere (`off`, the default), to stderr as a readable
 * line (`on`), or to stderr as a marked line of JSON (`json`). Stdout belongs to the story, so it
 * is the same in all four.
 */
export function trace(event: TraceEvent): void {
  const hook = traceHook();
  if (hook) {
    hook(event);
    return;
  }
  const mode = process.env['TRACE'] ?? 'off';
  if (mode === 'on') console.error(traceLine(event));
  else if (mode === 'json') console.error(TRACE_MARK + JSON.stringify(event));
  else if (mode !== 'off') throw new RangeError(`TRACE must be off, on or json, not "${mode}"`);
}

function traceHook(): Hook | undefined {
  const hook: unknown = Reflect.get(globalThis, TRACE_HOOK);
  return typeof hook === 'function' ? (hook as Hook) : undefined;
}
