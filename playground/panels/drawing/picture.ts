import { chartsOf } from './charts.ts';
import { lanesOf, type Lane } from './lanes.ts';
import { layOut, type Layout } from './layout.ts';
import { LIMITS, type LeftOut } from './limits.ts';
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
  { runs, durationMs, leftOut }: TraceRuns,
  { withCharts = true }: PictureOptions = {},
): Picture {
  const scale = timeScale(durationMs);
  const lanes = lanesOf(runs);
  const strips = stripsOf(runs);
  const charts = chartsOf(withCharts ? runs : []);
  const drawn = runs.map((run) => pictureOfRun(run, lanes.kept, strips.kept, scale));
  const pictures = drawn.map(({ picture }) => picture);
  const spanRows = pictures.flatMap(({ spans }) => spans.map(({ row }) => row + 1));
  const contents = {
    spanRows: Math.max(0, ...spanRows),
    lanes: lanes.kept,
    strips: strips.kept,
    charts: charts.kept,
    marks: pictures.map(({ marks }) => marks),
  };
  return {
    scale,
    layout: layOut(contents),
    runs: pictures,
    leftOut: {
      runs: leftOut,
      lanes: lanes.leftOut,
      strips: strips.leftOut,
      series: charts.leftOut,
      calls: sum(drawn.map(({ calls }) => calls)),
      segments: sum(drawn.map(({ segments }) => segments)),
      spans: sum(drawn.map(({ spans }) => spans)),
    },
  };
}

/** One run, and how many of its calls, states and spans are left out. */
function pictureOfRun(
  run: TraceRun,
  lanes: readonly Lane[],
  strips: readonly string[],
  scale: TimeScale,
): { picture: RunPicture; calls: number; segments: number; spans: number } {
  const marks = marksOf(run, lanes, scale);
  const segments = strips.map((of) => segmentsOf(run, of, scale.durationMs));
  const spans = placeSpans(run.spans.slice(0, LIMITS.spans), scale);
  return {
    picture: { run, marks: marks.kept, segments: segments.map(({ kept }) => kept), spans },
    calls: marks.leftOut,
    segments: sum(segments.map(({ leftOut }) => leftOut)),
    spans: run.spans.length - spans.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
