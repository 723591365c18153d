import type { CallEvent, CallOutcome, ValueEvent } from '../../lab/trace.ts';
import { lanesOf } from '../drawing/lanes.ts';
import { firstNames, LIMITS } from '../drawing/limits.ts';
import { stripsOf } from '../drawing/strips.ts';
import type { TraceRun, TraceRuns } from '../drawing/trace-runs.ts';
import { formatQuantity, formatTime } from '../format.ts';

/** One thing of a run at a moment: `breaker`, `open`. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** A run at a moment. */
export interface RunMoment {
  readonly title: string;
  /** Causes that hold at that moment: `payment hangs`. */
  readonly causes: readonly string[];
  readonly states: readonly Fact[];
  readonly numbers: readonly Fact[];
  /** Of each lane: how many calls are in flight, and how the others ended so far. */
  readonly calls: readonly Fact[];
  readonly inFlight: number;
}

const endings: Readonly<Record<CallOutcome, string>> = {
  answered: 'answered',
  fallback: 'by fallback',
  failed: 'failed',
  'timed-out': 'timed out',
};

/** What every run is doing at a moment, the same things in the same order. */
export function momentsOf({ runs }: TraceRuns, atMs: number): readonly RunMoment[] {
  const lanes = lanesOf(runs).kept.map(({ name }) => name);
  const strips = stripsOf(runs).kept;
  const seriesNames = runs.flatMap(({ values }) => values.map(({ series }) => series));
  const series = firstNames(seriesNames, LIMITS.series).kept;
  return runs.map((run) => ({
    title: run.title,
    causes: run.spans
      .filter(({ startMs, endMs }) => startMs <= atMs && atMs < endMs)
      .slice(0, LIMITS.spans)
      .map(({ label }) => label),
    states: strips.flatMap((name) => stateFact(run, name, atMs)),
    numbers: series.flatMap((name) => numberFact(run, name, atMs)),
    calls: lanes.map((name) => callFact(run, name, atMs)),
    inFlight: run.calls.filter((call) => isInFlight(call, atMs)).length,
  }));
}

/** `1.2 s: Without a breaker: 3 calls in flight. With it: breaker open, …`, for who does not see it. */
export function momentWords(moments: readonly RunMoment[], atMs: number): string {
  const runs = moments.map(({ title, causes, states, numbers, inFlight }) => {
    const facts = [
      ...causes,
      ...states.map(({ name, value }) => `${name} ${value}`),
      `${formatQuantity(inFlight)} ${inFlight === 1 ? 'call' : 'calls'} in flight`,
      ...numbers.map(({ name, value }) => `${name} ${value}`),
    ];
    return `${title}: ${facts.join(', ')}.`;
  });
  return [`${formatTime(atMs)}.`, ...runs].join(' ');
}

function isInFlight({ startMs, endMs }: CallEvent, atMs: number): boolean {
  return startMs <= atMs && atMs < endMs;
}

/** None before the first state: the thing does not exist yet, or not in this run. */
function stateFact({ states }: TraceRun, name: string, atMs: number): readonly Fact[] {
  const now = states.findLast((event) => event.of === name && event.atMs <= atMs);
  return now === undefined ? [] : [{ name, value: now.state }];
}

function numberFact({ values }: TraceRun, name: string, atMs: number): readonly Fact[] {
  const now = values.findLast((event) => event.series === name && event.atMs <= atMs);
  return now === undefined ? [] : [{ name, value: numberText(now) }];
}

function numberText({ value, unit, limit }: ValueEvent): string {
  const number = formatQuantity(value, unit);
  return limit === undefined ? number : `${number} (${limit.label})`;
}

function callFact({ calls }: TraceRun, name: string, atMs: number): Fact {
  const counts = new Map<string, number>();
  for (const call of calls) {
    if (call.to !== name || call.startMs > atMs) continue;
    const word = isInFlight(call, atMs) ? 'in flight' : endings[call.outcome];
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const parts = ['in flight', ...Object.values(endings)].flatMap((word) => {
    const count = counts.get(word);
    return count === undefined ? [] : [`${formatQuantity(count)} ${word}`];
  });
  return { name, value: parts.length === 0 ? 'not called yet' : parts.join(', ') };
}
