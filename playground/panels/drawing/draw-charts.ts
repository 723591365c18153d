import type { ValueEvent } from '../../lab/trace.ts';
import { formatQuantity } from '../format.ts';
import { tag, type Branch } from '../markup/tree.ts';
import { CHART_HEIGHT, type ChartPanel, type Layout } from './layout.ts';
import { pointsOf, stepLine } from './plot.ts';
import type { TimeScale } from './scale.ts';

/** Numbers over time, as lines of steps over an area, in steps of the axis. */
export function plotCharts(
  values: readonly ValueEvent[],
  { charts }: Layout,
  scale: TimeScale,
): readonly Branch[] {
  return charts.flatMap((panel) => {
    const points = pointsOf(valuesOf(values, panel), scale);
    const line = stepLine(points, (value) => chartY(panel, value));
    if (line === '') return [];
    const bottom = panel.y + CHART_HEIGHT;
    const area = `${line}V${bottom}H${points[0]?.step ?? 0}z`;
    return [tag('path', { class: 'area', d: area }), tag('path', { class: 'line', d: line })];
  });
}

/** Names, and at the right what the height means: the limit, or the greatest value of all runs. */
export function drawChartLabels(
  values: readonly ValueEvent[],
  { charts }: Layout,
): readonly Branch[] {
  return charts.flatMap((panel) => [
    tag('text', { class: 'halo', y: panel.nameY }, panel.name),
    ...drawHeight(valuesOf(values, panel), panel),
  ]);
}

function drawHeight(values: readonly ValueEvent[], panel: ChartPanel): readonly Branch[] {
  const { limit } = values.findLast((event) => event.limit !== undefined) ?? {};
  const right = { x: '100%', y: panel.nameY, 'text-anchor': 'end' };
  if (!limit) {
    const { most, unit } = panel.chart;
    return [tag('text', { class: 'halo', ...right }, formatQuantity(most, unit))];
  }
  const y = chartY(panel, limit.value);
  return [
    tag('line', { class: 'limit', x2: '100%', y1: y, y2: y }),
    tag('text', { class: 'halo limit', ...right }, limit.label),
  ];
}

function valuesOf(values: readonly ValueEvent[], { chart }: ChartPanel): readonly ValueEvent[] {
  return values.filter(({ series }) => series === chart.series);
}

/** Place of a value, in px to a tenth. */
function chartY({ y, chart: { least, most } }: ChartPanel, value: number): number {
  const share = (value - least) / (most - least);
  return Math.round((y + CHART_HEIGHT * (1 - share)) * 10) / 10;
}
