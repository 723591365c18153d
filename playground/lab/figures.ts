import type { FigureEvent } from './trace.ts';

/** One row of the comparison, as a scenario reports it. */
export type Figure = Omit<FigureEvent, 'kind' | 'run'>;

/** What one scenario reports, under the heading of its column. */
export interface Column {
  readonly heading: string;
  readonly figures: readonly Figure[];
}

/**
 * Lines of a table with one row a figure and one column a scenario. A figure that a scenario does
 * not report leaves its place empty.
 */
export function figureTable(columns: readonly Column[]): string[] {
  const labels = [...new Set(columns.flatMap(({ figures }) => figures.map(({ label }) => label)))];
  const labelWidth = Math.max(...labels.map((label) => label.length));
  const row = (label: string, cells: readonly string[]): string =>
    label.padEnd(labelWidth) +
    cells.map((cell, at) => cell.padStart((columns[at]?.heading.length ?? 0) + 2)).join('');
  return [
    row(
      '',
      columns.map(({ heading }) => heading),
    ),
    ...labels.map((label) =>
      row(
        label,
        columns.map(({ figures }) => cellOf(figures, label)),
      ),
    ),
  ];
}

function cellOf(figures: readonly Figure[], label: string): string {
  const figure = figures.find((one) => one.label === label);
  return figure === undefined ? '' : `${figure.value}`;
}
