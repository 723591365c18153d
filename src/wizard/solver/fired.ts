import { factInWords } from '../model/fact-words.ts';
import { decisionIds } from '../model/decisions.ts';
import { facts as factTable } from '../model/facts.ts';
import type { FactId, Facts } from '../model/facts.ts';
import type { Reason } from '../model/solution.ts';
import type { Rule } from '../rules/rule.ts';
import { causeOf, holds } from './evaluate.ts';
import type { Situation } from './evaluate.ts';
import { questionsRead } from './reads.ts';

/** The rules whose predicate holds, in the order in which they are given. */
export function firedRules(rules: readonly Rule[], situation: Situation): readonly Rule[] {
  return rules.filter((rule) => holds(rule.when, situation));
}

/** What a rule says in this situation, for a reader. */
export function reasonOf(rule: Rule, situation: Situation): Reason {
  const cause = causeOf(rule.when, situation);
  return {
    text: fillIn(rule.because, situation.facts),
    ruleId: rule.id,
    answers: questionsRead(cause),
    decisions: decisionIds.filter((id) => cause.decisions.has(id)),
    tag: rule.tag,
    ...(rule.source === undefined ? {} : { source: rule.source }),
    ...(rule.pattern === undefined ? {} : { pattern: rule.pattern }),
  };
}

/** Replaces `{fact}` by the fact in words and begins with a capital letter. */
export function fillIn(text: string, facts: Facts): string {
  const filled = text.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    isFact(name) ? factInWords(name, facts[name]) : whole,
  );
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** The facts that a text names as `{fact}`. */
export function factsNamed(text: string): readonly FactId[] {
  return [...text.matchAll(/\{(\w+)\}/gu)].flatMap(([, name]) =>
    name !== undefined && isFact(name) ? [name] : [],
  );
}

function isFact(name: string): name is FactId {
  return Object.hasOwn(factTable, name);
}
