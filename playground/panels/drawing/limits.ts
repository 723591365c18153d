import { formatQuantity } from '../format.ts';

/**
 * The most that is drawn. A program may trace without end; the page draws what a reader can still
 * tell apart, says what it left out, and stays quick.
 */
export const LIMITS = {
  runs: 4,
  lanes: 12,
  strips: 8,
  series: 8,
  spans: 8,
  /** Calls a run. */
  calls: 2000,
  /** Calls of one lane one above the other. */
  rows: 60,
  /** Segments of one strip. */
  segments: 150,
  /** Rows of the comparison. */
  figures: 40,
  /** Rows of one run in one of the tables. */
  tableRows: 40,
} as const;

const nouns = {
  runs: ['run', 'runs'],
  lanes: ['lane', 'lanes'],
  calls: ['call', 'calls'],
  strips: ['strip of states', 'strips of states'],
  segments: ['state', 'states'],
  series: ['line chart', 'line charts'],
  spans: ['stretch of time', 'stretches of time'],
} as const;

/** How many of each are not in the drawing. */
export type LeftOut = Readonly<Partial<Record<keyof typeof nouns, number>>>;

/** What the page says under a drawing that is not whole; `undefined` where it is. */
export function leftOutSentence(leftOut: LeftOut): string | undefined {
  const parts = Object.entries(nouns).flatMap(([kind, [one, many]]) => {
    const count = leftOut[kind as keyof typeof nouns] ?? 0;
    return count === 0 ? [] : [`${formatQuantity(count)} ${count === 1 ? one : many}`];
  });
  if (parts.length === 0) return undefined;
  const list =
    parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
  return `Too much to draw: ${list} left out. The sentence of each drawing counts them all.`;
}

/** The first of something, and how many more there were. */
export interface Kept<T> {
  readonly kept: readonly T[];
  readonly leftOut: number;
}

/** The first distinct names, in the order in which they appear. */
export function firstNames(names: Iterable<string>, most: number): Kept<string> {
  const distinct = [...new Set(names)];
  return { kept: distinct.slice(0, most), leftOut: Math.max(0, distinct.length - most) };
}

/** Multiples of it fall everywhere and never in step with a pattern. */
const GOLDEN_RATIO = 0.618034;

/**
 * As many as allowed, one out of each of as many stretches of equal length, so that a long run is
 * thinned and not cut off. Which one differs from stretch to stretch: every third of calls that go to
 * three services in turn would leave only one service.
 */
export function thinned<T>(all: readonly T[], most: number): Kept<T> {
  if (all.length <= most) return { kept: all, leftOut: 0 };
  const stretch = all.length / most;
  const kept = Array.from({ length: most }, (_, index) => {
    const within = (index * GOLDEN_RATIO) % 1;
    return all[Math.floor((index + within) * stretch)] as T;
  });
  return { kept, leftOut: all.length - most };
}
