import { BadQuery } from './problem.ts';
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

export interface Limits {
  readonly conditions: number;
  /** Values of one `in`. */
  readonly list: number;
  /** Groups in groups. */
  readonly depth: number;
  /** Of `filter` and of `q`, in characters. */
  readonly length: number;
  readonly page: number;
}

/** Counts what a filter asks for while it is being read. */
export class Budget {
  readonly #limits: Limits;
  readonly #parameter: string;
  #conditions = 0;

  constructor(limits: Limits, parameter: string) {
    this.#limits = limits;
    this.#parameter = parameter;
  }

  /** @throws {BadQuery} where this condition is one too many */
  condition(): void {
    this.#conditions += 1;
    this.#within('conditions', this.#conditions);
  }

  list(length: number): void {
    this.#within('list', length);
  }

  depth(depth: number): void {
    this.#within('depth', depth);
  }

  #within(of: 'conditions' | 'list' | 'depth', n: number): void {
    const most = this.#limits[of];
    if (n <= most) return;
    const things = {
      conditions: `${most} conditions`,
      list: `${most} values in a list`,
      depth: `${most} groups in each other`,
    };
    const detail = `takes at most ${things[of]}`;
    const parameter = this.#parameter;
    throw new BadQuery({ parameter, detail });
  }
}
