import { tag, type Branch } from '../markup/tree.ts';
import { drawAxis } from './draw-axis.ts';
import { drawLaneNames, drawLanes, drawMarks, plotCalls } from './draw-calls.ts';
import { drawChartLabels, plotCharts } from './draw-charts.ts';
import { drawSpanLabels, drawSpans } from './draw-spans.ts';
import { drawStrips } from './draw-strips.ts';
import { findingOf } from './finding.ts';
import type { Layout } from './layout.ts';
import type { Picture, RunPicture } from './picture.ts';
import { STEPS } from './scale.ts';

/**
 * One run as a figure. The drawing has no `viewBox`: x is in percent and y in px, so text and
 * strokes keep their size at any width. Only lines and bars scale, in a drawing of their own.
 *
 * @param remark beside the title, in a few words
 */
export function drawRun(
  { run, marks, segments, spans }: RunPicture,
  { layout, scale }: Picture,
  remark?: string,
): Branch {
  const plot = {
    class: 'plot',
    width: '100%',
    height: layout.axisY,
    viewBox: `0 0 ${STEPS} ${layout.axisY}`,
    preserveAspectRatio: 'none',
  };
  const drawing = {
    height: layout.height,
    role: 'img',
    'aria-label': findingOf(run, layout, scale.durationMs),
  };
  return tag(
    'figure',
    { class: 'trace' },
    tag('figcaption', {}, run.title, ...drawRemark(remark)),
    tag(
      'svg',
      drawing,
      ...drawSpans(spans, layout),
      ...drawLanes(layout),
      tag('svg', plot, ...plotCharts(run.values, layout, scale), ...plotCalls(marks, layout)),
      ...drawMarks(marks, layout),
      ...drawStrips(segments, layout, scale),
      ...drawMoment(layout),
      ...drawSpanLabels(spans),
      ...drawLaneNames(layout),
      ...drawChartLabels(run.values, layout),
      ...drawAxis(layout, scale),
    ),
  );
}

function drawRemark(remark: string | undefined): readonly Branch[] {
  return remark === undefined ? [] : [' ', tag('span', { class: 'muted' }, remark)];
}

/** What the scrubber moves: a veil over all that is later, and the line of the moment. */
function drawMoment({ axisY }: Layout): readonly Branch[] {
  return ['later', 'moment'].map((name) => tag('rect', { class: name, height: axisY }));
}
