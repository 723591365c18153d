import { chartsOf } from './charts.ts';
import { lanesOf } from './lanes.ts';
import { layOut, type Layout } from './layout.ts';
import type { LeftOut } from './limits.ts';
import { LIMITS } from './limits.ts';
import { marksOf, type LaneMarks } from './marks.ts';
import { timeScale, type TimeScale } from './scale.ts';
import { placeSpans, type PlacedSpan } from './spans.ts';
import { segmentsOf, stripsOf, type Segment } from './strips.ts';
import type { TraceRun, TraceRuns } from './trace-runs.ts';

/** One run, ready to be drawn. */
export interface RunPicture {
  readonly run: TraceRun;
  /** In the order of the lanes. */
  readonly marks: readonly LaneMarks[];
  /** In the order of the strips; empty where the thing does not exist in this run. */
  readonly segments: readonly (readonly Segment[])[];
  readonly spans: readonly PlacedSpan[];
}

/** All runs of a trace on one time axis and one layout. */
export interface Picture {
  readonly scale: TimeScale;
  readonly layout: Layout;
  readonly runs: readonly RunPicture[];
  readonly leftOut: LeftOut;
}

/** How much of a trace is drawn. */
export interface PictureOptions {
  /** Line charts too. Default: yes. */
  readonly withCharts?: boolean;
}

/** Decides what is drawn, and where. */
export function pictureOf(
  { runs, durationMs, leftOut: runsLeftOut }: TraceRuns,
  { withCharts = true }: PictureOptions = {},
): Picture {
  const scale = timeScale(durationMs);
  const { lanes, leftOut: lanesLeftOut } = lanesOf(runs);
  const { strips, leftOut: stripsLeftOut } = stripsOf(runs);
  const { charts, leftOut: seriesLeftOut } = chartsOf(withCharts ? runs : []);
  const drawn = runs.map((run) => {
    const marks = marksOf(run, lanes, scale);
    const segments = strips.map((of) => segmentsOf(run, of, durationMs));
    const spans = run.spans.slice(0, LIMITS.spans);
    return { run, marks, segments, spans: placeSpans(spans, scale) };
  });
  const marks = drawn.map((run) => run.marks.lanes);
  const spanRows = Math.max(0, ...drawn.flatMap(({ spans }) => spans.map(({ row }) => row + 1)));
  return {
    scale,
    layout: layOut({ spanRows, lanes, strips, charts, marks }),
    runs: drawn.map(({ run, spans, segments, ...one }) => ({
      run,
      spans,
      marks: one.marks.lanes,
      segments: segments.map((strip) => strip.segments),
    })),
    leftOut: {
      runs: runsLeftOut,
      lanes: lanesLeftOut,
      strips: stripsLeftOut,
      series: seriesLeftOut,
      calls: sum(drawn.map((one) => one.marks.leftOut)),
      segments: sum(drawn.flatMap(({ segments }) => segments.map(({ leftOut }) => leftOut))),
      spans: sum(runs.map(({ spans }) => Math.max(0, spans.length - LIMITS.spans))),
    },
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
