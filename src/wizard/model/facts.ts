import type { ChoiceFact, NumberFact, RankFact, SetFact } from './fact-kinds.ts';
import { constraintFacts } from './facts-constraints.ts';
import { designFacts } from './facts-design.ts';
import { policyFacts } from './facts-policy.ts';
import { requirementFacts } from './facts-requirements.ts';
import { runningFacts } from './facts-running.ts';

/**
 * Everything a rule may read about the system to be built. A fact belongs to one question
 * (`questionFacts` in answers.ts); its default is what "not sure" means.
 * The words stand in the middle of a sentence: "you have {5 engineers}".
 */
export const facts = {
  ...requirementFacts,
  ...designFacts,
  ...runningFacts,
  ...policyFacts,
  ...constraintFacts,
} as const;

export type FactId = keyof typeof facts;

type ValueOf<Kind> =
  Kind extends ChoiceFact<infer Option>
    ? Option
    : Kind extends SetFact<infer Option>
      ? readonly Option[]
      : Kind extends RankFact<infer Option>
        ? readonly Option[]
        : Kind extends NumberFact
          ? number
          : never;

/** A value for every fact. */
export type Facts = { readonly [F in FactId]: ValueOf<(typeof facts)[F]> };

/** The words that a set, rank or choice fact can hold; `never` for numbers. */
export type OptionOf<F extends FactId> = F extends FactId
  ? Facts[F] extends readonly (infer Option extends string)[]
    ? Option
    : Extract<Facts[F], string>
  : never;

export const factIds = Object.keys(facts) as readonly FactId[];
