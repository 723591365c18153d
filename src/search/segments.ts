import type { Word } from './words.ts';

/** A run of text, marked where the query stands in it. */
export interface Segment {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a text at its marked words; marks that overlap or are a space apart become one. */
export function segmentsOf(text: string, marks: readonly Word[]): Segment[] {
  const ranges: { start: number; end: number }[] = [];
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    const touches = last !== undefined && /^\s*$/.test(text.slice(last.end, start));
    if (touches) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  const segments = ranges.flatMap(({ start, end }, i) => [
    { text: text.slice(ranges[i - 1]?.end ?? 0, start), isMarked: false },
    { text: text.slice(start, end), isMarked: true },
  ]);
  const rest = { text: text.slice(ranges.at(-1)?.end ?? 0), isMarked: false };
  return [...segments, rest].filter((segment) => segment.text !== '');
}
