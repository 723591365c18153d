import type { AnyRow, Cell, ListColumn, ListFact } from './list-kinds.ts';
import { readName } from './names.ts';
import { slugOf } from './slug.ts';
import { isRecord, ownEntry } from './untrusted.ts';

/** What was wrong with the rows that were given; a row is counted from 1. */
export type RowFault =
  /** A row that has no name of its own, or one too many. */
  | { readonly row: number }
  /** A cell that is out of range: its default stands. */
  | { readonly row: number; readonly column: string };

/** The rows that could be kept, in their one canonical form; nothing where it is no list, or too short. */
export interface RestoredRows {
  readonly rows: readonly AnyRow[] | undefined;
  readonly faults: readonly RowFault[];
}

/** No rule allows a capability to be named more often than there are rows. */
const mostReferences = 12;

/** No more faults than one can read. */
const mostFaults = 20;

/** Sorts rows of unknown origin, one by one: what is wrong in one of them leaves the others alone. */
export function restoreRows(kind: ListFact, raw: unknown): RestoredRows {
  if (!Array.isArray(raw)) return { rows: undefined, faults: [] };
  const rows: AnyRow[] = [];
  const slugs = new Set<string>();
  const faults: RowFault[] = [];
  for (const [index, given] of raw.entries()) {
    const row = index + 1;
    const name = isRecord(given) ? nameIn(ownEntry(given, 'name')) : undefined;
    const slug = name === undefined ? '' : slugOf(name);
    if (rows.length === kind.most || !isRecord(given) || name === undefined || slugs.has(slug)) {
      faults.push({ row });
      continue;
    }
    slugs.add(slug);
    const cells = Object.entries(kind.columns).map(([column, columnKind]) => {
      if (columnKind.kind === 'name') return [column, name] as const;
      const cell = restoreCell(columnKind, ownEntry(given, column));
      if (cell.isFaulty) faults.push({ row, column });
      return [column, cell.value] as const;
    });
    rows.push({ ...Object.fromEntries(cells), name });
  }
  return {
    rows: rows.length < kind.least ? undefined : rows,
    faults: faults.slice(0, mostFaults),
  };
}

interface RestoredCell {
  readonly value: Cell;
  readonly isFaulty: boolean;
}

/** What is missing was made before the column was: its default stands, and that is no fault. */
function restoreCell(column: Exclude<ListColumn, { kind: 'name' }>, raw: unknown): RestoredCell {
  if (raw === undefined) return { value: emptyCell(column), isFaulty: false };
  const value = readCell(column, raw);
  return value === undefined
    ? { value: namesIn(column, raw) ?? emptyCell(column), isFaulty: true }
    : { value, isFaulty: false };
}

/** What a cell holds before anybody touches it. */
export function emptyCell(column: Exclude<ListColumn, { kind: 'name' }>): Cell {
  switch (column.kind) {
    case 'reference':
      return '';
    case 'references':
      return [];
    default:
      return column.default;
  }
}

function readCell(column: ListColumn, raw: unknown): Cell | undefined {
  switch (column.kind) {
    case 'choice':
      return column.options.find((option) => option === raw);
    case 'flag':
      return typeof raw === 'boolean' ? raw : undefined;
    case 'number':
    case 'ordinal':
      return Number.isInteger(raw) && Number(raw) >= column.min && Number(raw) <= column.max
        ? Number(raw) + 0 // −0 becomes 0
        : undefined;
    case 'name':
      return nameIn(raw);
    case 'reference':
      return raw === '' ? raw : nameIn(raw);
    case 'references': {
      const names = namesIn(column, raw);
      return names?.length === (raw as readonly unknown[]).length ? names : undefined;
    }
  }
}

/** The references that can be kept, none twice and not too many. */
function namesIn(column: ListColumn, raw: unknown): readonly string[] | undefined {
  if (column.kind !== 'references' || !Array.isArray(raw)) return undefined;
  const names = raw.slice(0, mostReferences).flatMap((each) => nameIn(each) ?? []);
  return [...new Set(names)];
}

function nameIn(raw: unknown): string | undefined {
  if (typeof raw !== 'string') return undefined;
  const read = readName(raw);
  return read.ok ? read.value : undefined;
}
