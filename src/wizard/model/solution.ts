import type { Answers, QuestionId } from './answers.ts';
import type { EvidenceTag, PatternId, Source } from './decision-kinds.ts';
import type { AlternativeId, DecisionId } from './decisions.ts';
import type { FactId, Facts } from './facts.ts';
import type { Parameters } from './parameter-words.ts';

/** Decisions that a person has made and the rules must accept. */
export type Pins = { readonly [D in DecisionId]?: AlternativeId<D> };

/** What a person has entered, and all that a link or a file carries. */
export interface WizardState {
  readonly answers: Answers;
  readonly pins: Pins;
}

/** Why an alternative was chosen or rejected. */
export interface Reason {
  /** One sentence, or a few, for a reader. */
  readonly text: string;
  /** The rule that spoke; without a rule `<decision>/simplest`, `/priorities` or `/pin`. */
  readonly ruleId: string;
  /** The questions whose answers made the rule speak. */
  readonly answers: readonly QuestionId[];
  /** The earlier decisions that made the rule speak. */
  readonly decisions: readonly DecisionId[];
  /** True when it rests on answers and nobody gave any of them: it holds unless somebody says otherwise. */
  readonly assumed: boolean;
  readonly tag: EvidenceTag;
  readonly source?: Source;
  /** A page of the catalogue that treats it. */
  readonly pattern?: PatternId;
}

export interface Rejection<D extends DecisionId = DecisionId> {
  readonly alternative: AlternativeId<D>;
  /** The reason that says most. */
  readonly reason: Reason;
  /** The other rules that forbid it; empty unless it is vetoed. */
  readonly further: readonly Reason[];
  /** True when a rule forbids it; false when another one was merely better. */
  readonly vetoed: boolean;
}

/** One decision with everything that explains it. */
export interface Decision<D extends DecisionId = DecisionId> {
  readonly id: D;
  readonly chosen: AlternativeId<D>;
  /** Never empty; the weightiest reason first. */
  readonly because: readonly Reason[];
  /** Every other alternative, from the simplest to the dearest. */
  readonly rejected: readonly Rejection<D>[];
  readonly tradeOff: string;
  readonly revisitWhen: string;
  /** The evidence behind the first reason. */
  readonly tag: EvidenceTag;
  /** Pages of the catalogue that treat it. */
  readonly patterns: readonly PatternId[];
  /** Settings that rules have fixed, such as `minimumReplicas`. */
  readonly parameters: Parameters;
  readonly pinned: boolean;
  /** The rules that forbid the pinned alternative; empty unless the pin breaks a veto. */
  readonly brokenVetoes: readonly Reason[];
}

/** Wishes that cannot all be met. */
export interface Tension {
  readonly id: string;
  /** The finding in a few words, as in "Three nines and nobody on call". */
  readonly title: string;
  readonly text: string;
  /** The answers to relax; a pin that breaks a veto has none and names `decision`. */
  readonly relax: readonly QuestionId[];
  readonly decision?: DecisionId;
}

/** A fact that nobody stated and that was taken as its default. */
export interface Assumption {
  readonly question: QuestionId;
  readonly fact: FactId;
  /** As in "5 engineers". */
  readonly text: string;
}

/** The answers turned into decisions. */
export interface Solution {
  readonly state: WizardState;
  readonly facts: Facts;
  readonly decisions: { readonly [D in DecisionId]: Decision<D> };
  readonly tensions: readonly Tension[];
  readonly assumptions: readonly Assumption[];
}
