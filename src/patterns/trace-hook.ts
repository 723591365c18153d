/**
 * Loaded before an example when the build runs it (`node --import`): takes the trace events and,
 * at the end, writes them to the file named by `TRACE_FILE`. Stdout stays the example's own.
 */
import { writeFileSync } from 'node:fs';
import { TRACE_HOOK, type TraceEvent } from '../../playground/lab/trace.ts';

const file = process.env['TRACE_FILE'];
if (file === undefined) throw new Error('TRACE_FILE must name the file for the trace events');

const events: TraceEvent[] = [];
Object.defineProperty(globalThis, TRACE_HOOK, { value: (event: TraceEvent) => events.push(event) });
process.once('exit', () => writeFileSync(file, JSON.stringify(events)));
