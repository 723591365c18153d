/** A panel of a Grafana dashboard, without its place. */
export interface Panel {
  readonly title: string;
  readonly unit: 'reqps' | 'percentunit' | 's' | 'short' | 'bytes' | 'none';
  readonly queries: readonly { readonly expr: string; readonly legend: string }[];
  /** Above it a graph turns red. */
  readonly limit?: number;
}

/** Panels under one heading. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

const columns = 24;
const perRow = 3;
const height = 8;

/** Puts rows under each other, three panels side by side, so that none covers another one. */
export function laidOut(rows: readonly Row[]): readonly object[] {
  const placed: object[] = [];
  let y = 0;
  for (const { title, panels } of rows) {
    placed.push({
      id: placed.length + 1,
      type: 'row',
      title,
      collapsed: false,
      panels: [],
      gridPos: { x: 0, y, w: columns, h: 1 },
    });
    y += 1;
    for (const [index, panel] of panels.entries()) {
      const w = columns / perRow;
      const line = y + Math.floor(index / perRow) * height;
      const gridPos = { x: (index % perRow) * w, y: line, w, h: height };
      placed.push(graph(placed.length + 1, panel, gridPos));
    }
    y += Math.ceil(panels.length / perRow) * height;
  }
  return placed;
}

const source = { type: 'prometheus', uid: '${source}' };

function graph(id: number, { title, unit, queries, limit }: Panel, gridPos: object): object {
  const steps = [
    { color: 'green', value: null },
    ...(limit === undefined ? [] : [{ color: 'red', value: limit }]),
  ];
  return {
    id,
    type: 'timeseries',
    title,
    datasource: source,
    gridPos,
    fieldConfig: {
      defaults: {
        unit,
        thresholds: { mode: 'absolute', steps },
        custom: { thresholdsStyle: { mode: limit === undefined ? 'off' : 'line' } },
      },
      overrides: [],
    },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: source,
      expr,
      legendFormat: legend,
    })),
  };
}
