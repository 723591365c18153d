import type { SpanEvent } from '../../lab/trace.ts';
import { LIMITS } from './limits.ts';
import { rowsFor } from './rows.ts';
import { STEPS, type TimeScale } from './scale.ts';
import { textWidth } from './text-width.ts';

/** A stretch of time with a cause, and the line in which its label stands. */
export interface PlacedSpan {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  /** The label begins at the left edge, or ends at the right one where it has more room. */
  readonly anchor: 'start' | 'end';
}

/** A label must find its place in the narrowest drawing too. */
const NARROWEST_PX = 280;

/** Puts labels that would run into each other on different lines. */
export function placeSpans(spans: readonly SpanEvent[], scale: TimeScale): readonly PlacedSpan[] {
  const placed = spans.map(({ label, startMs, endMs }) => {
    const [from, to] = [scale.step(startMs), scale.step(endMs)];
    const anchor = STEPS - from >= to ? 'start' : 'end';
    return { label, from, to, anchor } as const;
  });
  const rows = rowsFor(placed.map(labelStretch), LIMITS.spans);
  return placed.map((span, index) => ({ ...span, row: rows[index] ?? 0 }));
}

function labelStretch({ label, from, to, anchor }: Omit<PlacedSpan, 'row'>): {
  from: number;
  to: number;
} {
  const width = (textWidth(label) / NARROWEST_PX) * STEPS;
  return anchor === 'start' ? { from, to: from + width } : { from: to - width, to };
}
