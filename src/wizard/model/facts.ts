import type { ChoiceFact, NumberFact, RankFact, SetFact } from './fact-kinds.ts';
import { designFacts } from './facts-design.ts';
import { policyFacts } from './facts-policy.ts';
import { requirementFacts } from './facts-requirements.ts';
import { runningFacts } from './facts-running.ts';
import type { ListFact, RowOf } from './list-kinds.ts';
import { sharingFacts } from './facts-sharing.ts';

/**
 * Everything a rule may read about the system to be built. A fact belongs to one question
 * (`questionFacts` in answers.ts); its default is what "not sure" means.
 * The words stand in the middle of a sentence: "you have {5 engineers}".
 */
export const facts = {
  ...requirementFacts,
  ...designFacts,
  ...sharingFacts,
  ...runningFacts,
  ...policyFacts,
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
          : Kind extends ListFact<infer Columns>
            ? readonly RowOf<Columns>[]
            : never;

/** A value for every fact. */
export type Facts = { readonly [F in FactId]: ValueOf<(typeof facts)[F]> };

/** The facts that are lists of rows. */
export type ListFactId = {
  [F in FactId]: (typeof facts)[F] extends { readonly kind: 'list' } ? F : never;
}[FactId];

/** The words that a set, rank or choice fact can hold; `never` for numbers and lists. */
export type OptionOf<F extends FactId> = F extends FactId
  ? Facts[F] extends readonly (infer Option extends string)[]
    ? Option
    : Extract<Facts[F], string>
  : never;

export const factIds = Object.keys(facts) as readonly FactId[];

/** Whether a fact is a list of rows. */
export function isListFact(id: FactId): id is ListFactId {
  return facts[id].kind === 'list';
}
