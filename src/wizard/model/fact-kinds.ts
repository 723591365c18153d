import type { ListFact } from './list-kinds.ts';

/**
 * The kinds of fact; the fifth, lists of rows, stands in list-kinds.ts. A kind says which values are possible, which one is taken
 * when nobody answered, and how a value reads in the middle of a sentence.
 */
export interface ChoiceFact<Option extends string = string> {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** Whether the options rise, as availability does, or merely differ. */
  readonly ordered: boolean;
  readonly words: Readonly<Record<Option, string>>;
  readonly default: Option;
}

export interface SetFact<Option extends string = string> {
  readonly kind: 'set';
  readonly options: readonly Option[];
  readonly words: Readonly<Record<Option, string>>;
  readonly default: readonly Option[];
  /** How an empty set reads. */
  readonly none: string;
}

export interface RankFact<Option extends string = string> {
  readonly kind: 'rank';
  readonly options: readonly Option[];
  readonly words: Readonly<Record<Option, string>>;
  readonly default: readonly Option[];
  /** How many of the options are ranked. */
  readonly places: number;
}

export interface NumberFact {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** Both with their unit: `['engineer', 'engineers']`. */
  readonly unit: readonly [singular: string, plural: string];
}

export type FactKind = ChoiceFact | SetFact | RankFact | NumberFact | ListFact;

/** A fact with exactly one of several values that rise; the keys of `words` are the values, in order. */
export function choice<const Option extends string>(
  words: Readonly<Record<Option, string>>,
  standard: NoInfer<Option>,
): ChoiceFact<Option> {
  return { kind: 'choice', options: keysOf(words), ordered: true, words, default: standard };
}

/** A fact with exactly one of several values that merely differ. */
export function variant<const Option extends string>(
  words: Readonly<Record<Option, string>>,
  standard: NoInfer<Option>,
): ChoiceFact<Option> {
  return { ...choice(words, standard), ordered: false };
}

/** A fact with any number of values. */
export function set<const Option extends string>(
  words: Readonly<Record<Option, string>>,
  standard: readonly NoInfer<Option>[],
  none: string,
): SetFact<Option> {
  return { kind: 'set', options: keysOf(words), words, default: standard, none };
}

/** A fact that puts some of its options in an order, the first being the most important. */
export function rank<const Option extends string>(
  words: Readonly<Record<Option, string>>,
  standard: readonly NoInfer<Option>[],
): RankFact<Option> {
  return {
    kind: 'rank',
    options: keysOf(words),
    words,
    default: standard,
    places: standard.length,
  };
}

/** A whole number between `min` and `max`, both included. */
export function number(
  range: { readonly min: number; readonly max: number; readonly default: number },
  singular: string,
  plural = singular,
): NumberFact {
  return { kind: 'number', ...range, unit: [singular, plural] };
}

function keysOf<Option extends string>(words: Readonly<Record<Option, string>>): Option[] {
  return Object.keys(words) as Option[];
}
