import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { EvidenceTag, PatternId, Source } from '../model/decision-kinds.ts';
import type { FactId, OptionOf } from '../model/facts.ts';
import type { MeasureId } from '../model/measures.ts';
import type { ParameterName } from '../model/parameter-words.ts';

/**
 * When a rule speaks: a tree of seven kinds. It is data, so it can be read, traced, printed and
 * searched for its thresholds.
 * - `all`, `any`, `not` combine; an empty `all` always holds.
 * - `is`: a choice has one of the values; a set or rank contains one of them.
 * - `atLeast`: a number is no smaller; a choice stands no earlier in its order; a set has as many entries.
 * - `reaches`: a number that follows from several facts is no smaller.
 * - `chosen`: an earlier decision fell on one of the alternatives.
 */
export type Predicate =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Predicate[] }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'is'; readonly fact: FactId; readonly values: readonly string[] }
  | { readonly kind: 'atLeast'; readonly fact: FactId; readonly value: number | string }
  | { readonly kind: 'reaches'; readonly measure: MeasureId; readonly value: number }
  | {
      readonly kind: 'chosen';
      readonly decision: DecisionId;
      readonly alternatives: readonly AlternativeId[];
    };

/**
 * What a rule does when it speaks.
 * - `veto` forbids alternatives, never the simplest one.
 * - `require` asks for at least this alternative: the dearest one that is required and not vetoed wins.
 * - `score` speaks for or against alternatives, for each by its own points.
 * - `parameter` fixes a setting, for some alternatives or for all; of several values the largest stands.
 */
export type Effect<D extends DecisionId = DecisionId> =
  | { readonly kind: 'veto'; readonly alternatives: readonly AlternativeId<D>[] }
  | {
      readonly kind: 'require';
      readonly alternative: AlternativeId<D>;
      /** The alternatives that meet the wish, where a dearer one is not enough; otherwise it is a tension. */
      readonly metBy?: readonly AlternativeId<D>[];
    }
  | {
      readonly kind: 'score';
      readonly points: { readonly [A in AlternativeId<D>]?: Points };
    }
  | {
      readonly kind: 'parameter';
      readonly name: ParameterName;
      readonly value: number;
      /** The alternatives that have this setting; absent means all. */
      readonly for?: readonly AlternativeId<D>[];
    };

export type Points = -3 | -2 | -1 | 1 | 2 | 3;

/** One rule. The facts and decisions that it reads follow from `when`, see solver/reads.ts. */
export interface Rule<D extends DecisionId = DecisionId> {
  /** Lasting and unique, as in `style/few-engineers`. */
  readonly id: string;
  readonly decision: D;
  readonly when: Predicate;
  readonly effect: Effect<D>;
  /** For readers; `{engineers}` stands for the fact in words. */
  readonly because: string;
  readonly tag: EvidenceTag;
  /** Present exactly when the tag is S. */
  readonly source?: Source;
  /** A page of the catalogue that treats it. */
  readonly pattern?: PatternId;
  /** What should make the team look again; without it the alternative's own text stands. */
  readonly revisitWhen?: string;
}

/** Wishes that do not fit together, and the answers to relax. */
export interface TensionRule {
  readonly id: string;
  readonly when: Predicate;
  readonly title: string;
  /** For readers; `{engineers}` stands for the fact in words. */
  readonly text: string;
  /** Facts whose questions are named as the ones to relax, the easiest first. */
  readonly relax: readonly FactId[];
}

/** Types a list of rules of one decision, so that effects can only name its alternatives. */
export function rulesFor<D extends DecisionId>(
  decision: D,
  rules: readonly Omit<Rule<D>, 'decision'>[],
): readonly Rule<D>[] {
  return rules.map((rule) => ({ ...rule, decision }));
}

/** All of the predicates hold. */
export function all(...of: readonly Predicate[]): Predicate {
  return { kind: 'all', of };
}

/** At least one of the predicates holds. */
export function any(...of: readonly Predicate[]): Predicate {
  return { kind: 'any', of };
}

/** The predicate does not hold. */
export function not(of: Predicate): Predicate {
  return { kind: 'not', of };
}

/** The fact has, or contains, one of the values. */
export function is<F extends FactId>(fact: F, ...values: readonly OptionOf<F>[]): Predicate {
  return { kind: 'is', fact, values };
}

/** The fact reaches the value: a number, a place in a choice's order, or a set's size. */
export function atLeast<F extends FactId>(fact: F, value: number | OptionOf<F>): Predicate {
  return { kind: 'atLeast', fact, value };
}

/** The opposite of `atLeast`. */
export function below<F extends FactId>(fact: F, value: number | OptionOf<F>): Predicate {
  return not(atLeast(fact, value));
}

/** A number that follows from several facts is no smaller than the value. */
export function reaches(measure: MeasureId, value: number): Predicate {
  return { kind: 'reaches', measure, value };
}

/** An earlier decision fell on one of the alternatives. */
export function chosen<D extends DecisionId>(
  decision: D,
  ...alternatives: readonly AlternativeId<D>[]
): Predicate {
  return { kind: 'chosen', decision, alternatives: alternatives as readonly AlternativeId[] };
}

/** At least two of the predicates hold. */
export function twoOf(...of: readonly Predicate[]): Predicate {
  return any(
    ...of.flatMap((first, index) => of.slice(index + 1).map((second) => all(first, second))),
  );
}

/** All rules, in any order. */
export interface RuleBook {
  readonly rules: readonly Rule[];
  readonly tensions: readonly TensionRule[];
}
