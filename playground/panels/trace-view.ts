import type { TraceEvent } from '../lab/trace.ts';
import { drawLegend } from './drawing/draw-legend.ts';
import { drawRun } from './drawing/draw-run.ts';
import { leftOutSentence } from './drawing/limits.ts';
import { pictureOf, type Picture } from './drawing/picture.ts';
import { collectRuns } from './drawing/trace-runs.ts';
import { tag, type Branch } from './markup/tree.ts';
import { comparisonTable } from './tables/comparison.ts';
import { traceTables } from './tables/trace-tables.ts';

/**
 * Everything that the page shows of a trace: the runs drawn side by side on one scale, what the
 * marks mean, the figures compared, and the drawings as tables. Nothing where nothing was traced.
 *
 * The same branches are printed when the site is built and patched in when a reader runs the
 * example. They need `traceMarks()` once on the page, and `trace.css`.
 */
export function traceView(events: readonly TraceEvent[]): readonly Branch[] {
  const trace = collectRuns(events);
  const picture = pictureOf(trace);
  return [
    ...drawPair(picture),
    ...drawLegend(picture),
    ...sayLeftOut(picture),
    ...comparisonTable(trace.runs),
    ...traceTables(trace),
  ];
}

/** The runs side by side; none where there is nothing to draw but figures. */
function drawPair(picture: Picture): readonly Branch[] {
  const { lanes, strips, charts } = picture.layout;
  if (lanes.length + strips.length + charts.length === 0) return [];
  const figures = picture.runs.map((run) => drawRun(run, picture));
  return [tag('div', { class: 'trace-pair' }, ...figures)];
}

function sayLeftOut({ leftOut }: Picture): readonly Branch[] {
  const sentence = leftOutSentence(leftOut);
  return sentence === undefined ? [] : [tag('p', { class: 'trace-left-out label' }, sentence)];
}
