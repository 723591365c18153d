import { questionOf, questionIds } from '../model/answers.ts';
import type { QuestionId } from '../model/answers.ts';
import type { DecisionId } from '../model/decisions.ts';
import type { FactId } from '../model/facts.ts';
import { measures } from '../model/measures.ts';
import type { Predicate } from '../rules/rule.ts';

/** The facts and earlier decisions that a predicate looks at, or looked at. */
export interface Reads {
  readonly facts: ReadonlySet<FactId>;
  readonly decisions: ReadonlySet<DecisionId>;
}

/** Everything a predicate can ever look at. */
export function readsOf(predicate: Predicate): Reads {
  switch (predicate.kind) {
    case 'all':
    case 'any':
      return union(predicate.of.map(readsOf));
    case 'not':
      return readsOf(predicate.of);
    case 'chosen':
      return { facts: new Set(), decisions: new Set([predicate.decision]) };
    case 'reaches':
      return { facts: new Set(measures[predicate.measure].facts), decisions: new Set() };
    case 'is':
    case 'atLeast':
      return { facts: new Set([predicate.fact]), decisions: new Set() };
  }
}

/** Joins what several predicates read. */
export function union(reads: readonly Reads[]): Reads {
  return {
    facts: new Set(reads.flatMap((read) => [...read.facts])),
    decisions: new Set(reads.flatMap((read) => [...read.decisions])),
  };
}

/** The questions behind what was read, in their own order. */
export function questionsRead(reads: Reads): readonly QuestionId[] {
  const read = new Set([...reads.facts].map(questionOf));
  return questionIds.filter((question) => read.has(question));
}
