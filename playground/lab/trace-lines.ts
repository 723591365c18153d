import type { CallEvent, TraceEvent } from './trace.ts';

/** One event as a line for a terminal: time in seconds, who, what happened. */
export function traceLine(event: TraceEvent): string {
  switch (event.kind) {
    case 'run':
      return `-- ${event.run}: ${event.title}, ${seconds(event.durationMs).trim()} s`;
    case 'call':
      return callLine(event);
    case 'state':
      return `${seconds(event.atMs)}  ${event.of} is ${event.state}`;
    case 'value':
      return `${seconds(event.atMs)}  ${event.series} = ${event.value}${unit(event.unit)}`;
    case 'span':
      return `${seconds(event.startMs)}  ${event.label} until ${seconds(event.endMs).trim()}`;
    case 'figure':
      return `-- ${event.run}: ${event.label} = ${event.value}${unit(event.unit)}`;
    case 'note':
      return `${seconds(event.atMs)}  ${event.text}`;
  }
}

function callLine(event: CallEvent): string {
  const route = `${event.from} -> ${event.to}`.padEnd(22);
  const took = `${Math.round(event.endMs - event.startMs)} ms`.padStart(8);
  const why = event.note === undefined ? '' : ` (${event.note})`;
  return `${seconds(event.endMs)}  ${route} ${event.label.padEnd(10)} ${took}  ${event.outcome}${why}`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2).padStart(6);
}

function unit(name: string | undefined): string {
  return name === undefined ? '' : ` ${name}`;
}
