import type { ChoiceFact, NumberFact } from './fact-kinds.ts';

/** What a person calls a row; the rules for it stand in names.ts, and no two rows of a list share one. */
export interface NameColumn {
  readonly kind: 'name';
}

/** Yes or no. */
export interface FlagColumn {
  readonly kind: 'flag';
  readonly default: boolean;
  /** How yes reads, as in "can be undone"; no is not said. */
  readonly words: string;
}

/** A number from 1 that tells one from another, as in "team 2". */
export interface OrdinalColumn {
  readonly kind: 'ordinal';
  readonly min: 1;
  readonly max: number;
  readonly default: number;
  /** What it numbers, as in "team". */
  readonly of: string;
}

/** The name of one row of another list. */
export interface ReferenceColumn {
  readonly kind: 'reference';
  readonly to: ReferenceTarget;
}

/** Names of rows of another list, none twice. */
export interface ReferencesColumn {
  readonly kind: 'references';
  readonly to: ReferenceTarget;
  /** Whether the order in which they are named says something. */
  readonly ordered: boolean;
  /** What it means when none is named: the row says nothing yet, or it concerns all of them. */
  readonly none: 'unfinished' | 'all';
}

/** The list that rows of other lists refer to. */
export type ReferenceTarget = 'capabilities';

export type ListColumn =
  | NameColumn
  | ChoiceFact
  | NumberFact
  | OrdinalColumn
  | FlagColumn
  | ReferenceColumn
  | ReferencesColumn;

/** Every list names its rows. */
export interface ListColumns {
  readonly name: NameColumn;
  readonly [column: string]: ListColumn;
}

/** What stands in a cell. */
export type Cell = string | number | boolean | readonly string[];

type CellOf<Column> =
  Column extends ChoiceFact<infer Option>
    ? Option
    : Column extends NumberFact | OrdinalColumn
      ? number
      : Column extends FlagColumn
        ? boolean
        : Column extends ReferencesColumn
          ? readonly string[]
          : string;

/** One row: a cell for each column. */
export type RowOf<Columns extends ListColumns> = {
  readonly [C in keyof Columns]: CellOf<Columns[C]>;
};

/** A row of whatever list. */
export interface AnyRow {
  readonly name: string;
  readonly [column: string]: Cell;
}

/** A fact that is a list of rows which a person types. */
export interface ListFact<Columns extends ListColumns = ListColumns> {
  readonly kind: 'list';
  readonly columns: Columns;
  readonly least: number;
  readonly most: number;
  readonly default: readonly RowOf<Columns>[];
  /** What a row is called: `['capability', 'capabilities']`. */
  readonly unit: readonly [singular: string, plural: string];
  /** How an empty list reads. */
  readonly none: string;
}

/** A fact that is a list of rows with these columns. */
export function list<const Columns extends ListColumns>(
  columns: Columns,
  about: Omit<ListFact<Columns>, 'kind' | 'columns'>,
): ListFact<Columns> {
  return { kind: 'list', columns, ...about };
}

/** A yes or no. */
export function flag(words: string, standard = false): FlagColumn {
  return { kind: 'flag', default: standard, words };
}

/** The name of the row itself. */
export const ownName: NameColumn = { kind: 'name' };

/** A number from 1 that tells one from another. */
export function ordinal(of: string, max: number): OrdinalColumn {
  return { kind: 'ordinal', min: 1, max, default: 1, of };
}

/** One capability, by its name. */
export const capabilityReference: ReferenceColumn = { kind: 'reference', to: 'capabilities' };

/** Several capabilities, by their names. */
export function capabilityReferences(
  none: ReferencesColumn['none'],
  ordered = false,
): ReferencesColumn {
  return { kind: 'references', to: 'capabilities', ordered, none };
}
