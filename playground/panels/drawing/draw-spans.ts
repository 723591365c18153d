import { tag, type Branch } from '../markup/tree.ts';
import type { Layout } from './layout.ts';
import { percent } from './scale.ts';
import type { PlacedSpan } from './spans.ts';

/** Baseline of the first line of labels, and distance of the next, in px. */
const FIRST_LABEL = 14;
const NEXT_LABEL = 14;

/** The bands of time with a cause, behind everything. */
export function drawSpans(spans: readonly PlacedSpan[], { top, axisY }: Layout): readonly Branch[] {
  return spans.flatMap(({ from, to, row }) => {
    const height = axisY - top;
    const edge = (step: number): Branch => {
      const x = percent(step);
      return tag('line', { class: 'edge', x1: x, x2: x, y1: 6 + row * NEXT_LABEL, y2: axisY });
    };
    return [
      tag('rect', { class: 'fault', x: percent(from), y: top, width: percent(to - from), height }),
      edge(from),
      edge(to),
    ];
  });
}

/** Their causes, above the bands. */
export function drawSpanLabels(spans: readonly PlacedSpan[]): readonly Branch[] {
  return spans.map(({ label, from, to, row, anchor }) => {
    const place =
      anchor === 'start'
        ? { x: percent(from), dx: 5 }
        : { x: percent(to), dx: -5, 'text-anchor': 'end' };
    return tag('text', { class: 'halo', ...place, y: FIRST_LABEL + row * NEXT_LABEL }, label);
  });
}
