import type { TraceEvent } from '../lab/trace.ts';
import { drawLegend } from './drawing/draw-legend.ts';
import { drawRun } from './drawing/draw-run.ts';
import { pictureOf } from './drawing/picture.ts';
import { collectRuns, type TraceRun } from './drawing/trace-runs.ts';
import { formatQuantity } from './format.ts';
import { tag, type Branch } from './markup/tree.ts';

/**
 * A trace in short, for the home page: lanes and states of each run, its first figure beside the
 * title, and what the marks mean. It needs `traceMarks()` once on the page, and `trace.css`.
 */
export function traceTeaser(events: readonly TraceEvent[]): readonly Branch[] {
  const picture = pictureOf(collectRuns(events), { withCharts: false });
  const figures = picture.runs.map((one) => drawRun(one, picture, firstFigure(one.run)));
  return [tag('div', { class: 'trace-pair' }, ...figures), ...drawLegend(picture)];
}

/** "catalogue failed: 13"; what the number counts is said on the page. */
function firstFigure({ figures: [first] }: TraceRun): string | undefined {
  return first && `${first.label}: ${formatQuantity(first.value, first.unit)}`;
}
