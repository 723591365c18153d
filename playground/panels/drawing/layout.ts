import type { Chart } from './charts.ts';
import type { Lane } from './lanes.ts';
import type { LaneMarks } from './marks.ts';

/** Distances in px. A text stands with its baseline at its y. */
const LINE_OF_TEXT = 14;
const LANE_BELOW_TOP = 30;
const LANE_BELOW_LANE = 41;
const ROW = 6;
const NAME_ABOVE_LANE = 11;
const NAME_BELOW_PANEL = 20;
const PANEL_BELOW_NAME = 6;
const PANEL_AT_TOP = 4;
export const STRIP_HEIGHT = 18;
export const CHART_HEIGHT = 44;
const TIMES_BELOW_AXIS = 24;

/** A thing with its name, from y to y + height. */
export interface Panel {
  readonly name: string;
  readonly nameY: number;
  readonly y: number;
}

export interface ChartPanel extends Panel {
  readonly chart: Chart;
}

/** Where everything stands, in px from the top; the same for every run of a trace. */
export interface Layout {
  readonly lanes: readonly Panel[];
  readonly strips: readonly Panel[];
  readonly charts: readonly ChartPanel[];
  /** Below the labels of the spans. */
  readonly top: number;
  readonly axisY: number;
  readonly height: number;
}

/** What has to find its place. */
export interface Contents {
  /** Lines of labels above everything. */
  readonly spanRows: number;
  readonly lanes: readonly Lane[];
  readonly strips: readonly string[];
  readonly charts: readonly Chart[];
  /** Marks of each run, by lane. */
  readonly marks: readonly (readonly LaneMarks[])[];
}

/** Stacks lanes, strips and charts; a lane is as high as the run with the most rows needs it. */
export function layOut({ spanRows, lanes, strips, charts, marks }: Contents): Layout {
  const top = 6 + spanRows * LINE_OF_TEXT;
  let bottom = top;
  let nextLane = top + LANE_BELOW_TOP;
  const lanePanels = lanes.map(({ name }, index): Panel => {
    const y = nextLane;
    const rows = marks.reduce((most, ofRun) => Math.max(most, ofRun[index]?.rows ?? 1), 1);
    bottom = rowY(y, rows - 1) + ROW;
    nextLane = y + LANE_BELOW_LANE + (rows - 1) * ROW;
    return { name, nameY: y - NAME_ABOVE_LANE, y };
  });
  const below = (name: string, height: number): Panel => {
    const nameY = bottom + (bottom === top ? LINE_OF_TEXT : NAME_BELOW_PANEL);
    const y = nameY + PANEL_BELOW_NAME;
    bottom = y + height;
    return { name, nameY, y };
  };
  const stripPanels = strips.map((name) => below(name, STRIP_HEIGHT));
  const chartPanels = charts.map((chart) => {
    const panel = below(chart.series, PANEL_AT_TOP + CHART_HEIGHT);
    return { ...panel, y: panel.y + PANEL_AT_TOP, chart };
  });
  return {
    lanes: lanePanels,
    strips: stripPanels,
    charts: chartPanels,
    top,
    axisY: bottom,
    height: bottom + TIMES_BELOW_AXIS,
  };
}

/** Place of a row of a lane, in px from the top. */
export function rowY(laneY: number, row: number): number {
  return laneY + row * ROW;
}
