import type { CallOutcome, StateTone, TraceEvent } from '../lab/trace.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Characters of a label; a drawing has room for some fifty. */
const longestText = 500;

/** A field that is not what it must be; the whole event is dropped. */
class NoEvent extends Error {}

/** @returns the event made anew of its known fields; undefined where one is missing or wrong */
export function readTraceEvent(value: unknown): TraceEvent | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Fields;
  const { kind } = fields;
  if (typeof kind !== 'string' || !Object.hasOwn(readers, kind)) return undefined;
  try {
    return readers[kind as TraceEvent['kind']](fields);
  } catch (error) {
    if (error instanceof NoEvent) return undefined;
    throw error;
  }
}

const readers: { [Kind in TraceEvent['kind']]: (from: Fields) => TraceEvent } = {
  run: (from) => ({
    kind: 'run',
    run: text(from, 'run'),
    title: text(from, 'title'),
    durationMs: number(from, 'durationMs'),
  }),
  call: (from) => ({
    kind: 'call',
    run: text(from, 'run'),
    from: text(from, 'from'),
    to: text(from, 'to'),
    label: text(from, 'label'),
    startMs: number(from, 'startMs'),
    endMs: number(from, 'endMs'),
    outcome: oneOf<CallOutcome>(from, 'outcome', ['answered', 'fallback', 'failed', 'timed-out']),
    ...optionalText(from, 'note'),
  }),
  state: (from) => ({
    kind: 'state',
    run: text(from, 'run'),
    of: text(from, 'of'),
    state: text(from, 'state'),
    tone: oneOf<StateTone>(from, 'tone', ['normal', 'probing', 'blocked']),
    atMs: number(from, 'atMs'),
  }),
  value: (from) => ({
    kind: 'value',
    run: text(from, 'run'),
    series: text(from, 'series'),
    value: number(from, 'value'),
    atMs: number(from, 'atMs'),
    ...optionalText(from, 'unit'),
    ...limit(from),
  }),
  span: (from) => ({
    kind: 'span',
    run: text(from, 'run'),
    label: text(from, 'label'),
    startMs: number(from, 'startMs'),
    endMs: number(from, 'endMs'),
  }),
  figure: (from) => ({
    kind: 'figure',
    run: text(from, 'run'),
    label: text(from, 'label'),
    value: number(from, 'value'),
    better: oneOf<'lower' | 'higher'>(from, 'better', ['lower', 'higher']),
    ...optionalText(from, 'unit'),
    ...optionalText(from, 'note'),
  }),
  note: (from) => ({
    kind: 'note',
    run: text(from, 'run'),
    text: text(from, 'text'),
    atMs: number(from, 'atMs'),
  }),
};

/** Only a field of the object itself counts, never one that it inherits. */
function field(from: Fields, name: string): unknown {
  return Object.hasOwn(from, name) ? from[name] : undefined;
}

function text(from: Fields, name: string): string {
  const value = field(from, name);
  if (typeof value !== 'string' || value.length > longestText) throw new NoEvent(name);
  return value;
}

function number(from: Fields, name: string): number {
  const value = field(from, name);
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new NoEvent(name);
  return value;
}

function oneOf<Choice extends string>(
  from: Fields,
  name: string,
  choices: readonly Choice[],
): Choice {
  const found = choices.find((choice) => choice === field(from, name));
  if (found === undefined) throw new NoEvent(name);
  return found;
}

function optionalText<Name extends string>(from: Fields, name: Name): { [Key in Name]?: string } {
  if (field(from, name) === undefined) return {};
  return { [name]: text(from, name) } as { [Key in Name]: string };
}

function limit(from: Fields): { limit?: { value: number; label: string } } {
  const value = field(from, 'limit');
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null) throw new NoEvent('limit');
  const fields = value as Fields;
  return { limit: { value: number(fields, 'value'), label: text(fields, 'label') } };
}
