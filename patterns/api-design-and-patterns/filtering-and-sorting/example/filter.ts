import { BadQuery } from './refusal.ts';
import type { Sql } from './sql.ts';

/** What may stand to the right of an operator. */
export type Kind =
  | { readonly of: 'word'; readonly words: readonly string[] }
  | { readonly of: 'whole'; readonly max: number }
  | { readonly of: 'text'; readonly longest: number }
  | { readonly of: 'moment' };

export const orderings = ['eq', 'gt', 'ge', 'lt', 'le'] as const;
export type Ordering = (typeof orderings)[number];
export type Operator = Ordering | 'in' | 'startswith';

/** One line of the allow-list. */
export interface Field {
  readonly name: string;
  readonly column: Sql;
  readonly kind: Kind;
  readonly operators: readonly Operator[];
  /** May be compared with null. */
  readonly canBeNull?: true;
}

/** A moment is text that PostgreSQL can read. */
export type Value = string | number;

/** A filter that was understood: fields, not their names. */
export type Filter =
  | { readonly is: 'and' | 'or'; readonly of: readonly Filter[] }
  | {
      readonly is: Ordering;
      readonly field: Field;
      readonly value: Value;
    }
  | {
      readonly is: 'in';
      readonly field: Field;
      readonly values: readonly Value[];
    }
  | {
      readonly is: 'startswith';
      readonly field: Field;
      readonly value: string;
    }
  | {
      readonly is: 'null' | 'not null';
      readonly field: Field;
    };

const MOMENT =
  /^(19|20|21)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

/** Where a value stands, for the complaint about it. */
export interface Place {
  readonly parameter: string;
  readonly position?: number;
}

/**
 * Takes what PostgreSQL can compare with the column, so that it
 * never has to complain: its errors are ours, and a 500.
 *
 * @throws {BadQuery} that says what the field takes
 */
export function valueOf(
  field: Field,
  raw: unknown,
  place: Place,
): Value {
  const { kind, name } = field;
  const refuse = (takes: string, allowed?: readonly string[]) =>
    new BadQuery({
      ...place,
      detail: `${name} takes ${takes}`,
      ...(allowed && { allowed }),
    });
  switch (kind.of) {
    case 'word':
      if (typeof raw === 'string' && kind.words.includes(raw)) {
        return raw;
      }
      throw refuse('one of these words', kind.words);
    case 'whole':
      if (isWhole(raw) && raw >= 0 && raw <= kind.max) return raw;
      throw refuse(`a whole number from 0 to ${kind.max}`);
    case 'text':
      if (isText(raw) && raw.length <= kind.longest) return raw;
      throw refuse(
        `text of 1 to ${kind.longest} characters, none zero`,
      );
    case 'moment':
      if (isMoment(raw)) return new Date(raw).toISOString();
      throw refuse('a time, 2026-11-30T09:00:00Z; + is %2B');
  }
}

function isWhole(raw: unknown): raw is number {
  return Number.isSafeInteger(raw);
}

/** PostgreSQL has no character 0, nor half of a pair. */
export function isText(raw: unknown): raw is string {
  if (typeof raw !== 'string' || raw === '') return false;
  return !raw.includes('\0') && raw.isWellFormed();
}

/** `Date` takes the 30th of February; SQL does not. */
function isMoment(raw: unknown): raw is string {
  if (typeof raw !== 'string' || !MOMENT.test(raw)) return false;
  const day = raw.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(raw)) &&
    midnight.toISOString().startsWith(day)
  );
}
