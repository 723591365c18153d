import { LIMITS } from '../drawing/limits.ts';
import { formatQuantity } from '../format.ts';
import { tag, type Branch } from '../markup/tree.ts';

/** The rows of one run; the first cell of a row is its heading. */
export interface Group {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  /** How many rows more there were. */
  readonly more: number;
}

/** The rows of one run, of things of one kind; those beyond the limit are only counted. */
export function groupOf<Item>(
  title: string,
  items: readonly Item[],
  row: (item: Item) => readonly string[],
): Group {
  const rows = items.slice(0, LIMITS.tableRows).map(row);
  return { title, rows, more: items.length - rows.length };
}

/** A table with one group of rows a run. None where there are no rows. */
export function groupedTable(
  caption: string,
  headings: readonly string[],
  groups: readonly Group[],
): readonly Branch[] {
  const filled = groups.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return [];
  return [
    tag(
      'table',
      {},
      tag('caption', {}, caption),
      tag('thead', {}, tag('tr', {}, ...headings.map((text) => tag('th', { scope: 'col' }, text)))),
      ...filled.map((group) => drawGroup(group, headings.length)),
    ),
  ];
}

function drawGroup({ title, rows, more }: Group, columns: number): Branch {
  const rest = more > 0 ? [wholeRow(columns, `and ${formatQuantity(more)} more`)] : [];
  return tag(
    'tbody',
    {},
    tag('tr', {}, tag('th', { scope: 'rowgroup', colspan: columns }, title)),
    ...rows.map(drawRow),
    ...rest,
  );
}

function drawRow([heading = '', ...cells]: readonly string[]): Branch {
  return tag(
    'tr',
    {},
    tag('th', { scope: 'row' }, heading),
    ...cells.map((cell) => tag('td', {}, cell)),
  );
}

function wholeRow(columns: number, text: string): Branch {
  return tag('tr', {}, tag('td', { colspan: columns }, text));
}
