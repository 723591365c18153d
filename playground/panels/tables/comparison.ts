import type { FigureEvent } from '../../lab/trace.ts';
import { LIMITS } from '../drawing/limits.ts';
import type { TraceRun } from '../drawing/trace-runs.ts';
import { formatQuantity } from '../format.ts';
import { tag, type Branch } from '../markup/tree.ts';

/** One row: a figure as each run reported it. */
interface Row {
  readonly label: string;
  readonly note: string | undefined;
  readonly cells: readonly Cell[];
}

interface Cell {
  readonly text: string;
  readonly best: boolean;
}

/**
 * The figures of all runs side by side, the better number bold. It adds nothing up: the numbers are
 * those that the example reported. None where it reported none.
 */
export function comparisonTable(runs: readonly TraceRun[]): readonly Branch[] {
  const reporting = runs.filter(({ figures }) => figures.length > 0);
  if (reporting.length === 0) return [];
  const headings = reporting.map(({ title }) => tag('th', { scope: 'col' }, title));
  return [
    tag(
      'table',
      { class: 'trace-figures' },
      tag('caption', {}, 'The runs compared. The better number is bold.'),
      tag('thead', {}, tag('tr', {}, tag('td', {}), ...headings)),
      tag('tbody', {}, ...rowsOf(reporting).map(drawRow)),
    ),
  ];
}

function drawRow({ label, note, cells }: Row): Branch {
  const remark = note === undefined ? [] : [' ', tag('span', { class: 'muted' }, note)];
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, label, ...remark),
    ...cells.map(({ text, best }) => tag('td', {}, best ? tag('b', {}, text) : text)),
  );
}

function rowsOf(runs: readonly TraceRun[]): readonly Row[] {
  const byLabel = runs.map(({ figures }) => new Map(figures.map((one) => [one.label, one])));
  const labels = new Set(runs.flatMap(({ figures }) => figures.map(({ label }) => label)));
  return [...labels].slice(0, LIMITS.figures).map((label) => {
    const figures = byLabel.map((ofRun) => ofRun.get(label));
    const note = figures.findLast((one) => one?.note !== undefined)?.note;
    return { label, note, cells: cellsOf(figures) };
  });
}

/** A figure that a run does not report leaves its place empty; where all are equal, none is best. */
function cellsOf(figures: readonly (FigureEvent | undefined)[]): readonly Cell[] {
  const values = figures.flatMap((one) => one?.value ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return figures.map((figure) => {
    if (!figure) return { text: '', best: false };
    const best = least < most && figure.value === (figure.better === 'lower' ? least : most);
    return { text: formatQuantity(figure.value, figure.unit), best };
  });
}
