import { capitalized } from '../../lib/text.ts';
import { factInWords } from '../model/fact-words.ts';
import { decisionIds } from '../model/decisions.ts';
import { facts as factTable } from '../model/facts.ts';
import type { FactId, Facts } from '../model/facts.ts';
import { measures } from '../model/measures.ts';
import type { MeasureId } from '../model/measures.ts';
import type { Reason } from '../model/solution.ts';
import type { Rule } from '../rules/rule.ts';
import { causeOf, holds } from './evaluate.ts';
import type { Situation } from './evaluate.ts';
import { questionsRead } from './reads.ts';
import type { Reads } from './reads.ts';

/** A situation in which it is known which facts nobody stated. */
export interface Asked extends Situation {
  readonly assumed: ReadonlySet<FactId>;
}

/** The rules whose predicate holds, in the order in which they are given. */
export function firedRules(rules: readonly Rule[], situation: Situation): readonly Rule[] {
  return rules.filter((rule) => holds(rule.when, situation));
}

/** What a rule says in this situation, for a reader. */
export function reasonOf(rule: Rule, situation: Asked): Reason {
  const cause = causeOf(rule.when, situation);
  return {
    text: fillIn(rule.because, situation.facts),
    ruleId: rule.id,
    answers: questionsRead(cause),
    decisions: decisionIds.filter((id) => cause.decisions.has(id)),
    assumed: allAssumed(cause, situation),
    tag: rule.tag,
    ...(rule.source === undefined ? {} : { source: rule.source }),
    ...(rule.pattern === undefined ? {} : { pattern: rule.pattern }),
  };
}

/** Whether facts were read, and nobody stated any of them. */
export function allAssumed({ facts }: Pick<Reads, 'facts'>, { assumed }: Asked): boolean {
  return facts.size > 0 && [...facts].every((fact) => assumed.has(fact));
}

/** Replaces `{fact}` and `{measure}` by their words and begins with a capital letter. */
export function fillIn(text: string, facts: Facts): string {
  const filled = text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    if (isMeasure(name)) return measures[name].words(facts);
    return isFact(name) ? factInWords(name, facts[name]) : whole;
  });
  return capitalized(filled);
}

/** The facts that a text names as `{fact}`, or through a `{measure}`. */
export function factsNamed(text: string): readonly FactId[] {
  return namesIn(text).flatMap((name): readonly FactId[] => {
    if (isMeasure(name)) return measures[name].facts;
    return isFact(name) ? [name] : [];
  });
}

/** The names in braces that stand for nothing. */
export function unknownNames(text: string): readonly string[] {
  return namesIn(text).filter((name) => !isFact(name) && !isMeasure(name));
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w*)\}?/gu)].flatMap(([, name]) => name ?? []);
}

function isFact(name: string): name is FactId {
  return Object.hasOwn(factTable, name);
}

function isMeasure(name: string): name is MeasureId {
  return Object.hasOwn(measures, name);
}
