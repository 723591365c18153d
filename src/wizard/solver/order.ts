import { decisionIds } from '../model/decisions.ts';
import type { DecisionId } from '../model/decisions.ts';
import type { Rule, RuleBook } from '../rules/rule.ts';
import { readsOf, union } from './reads.ts';
import type { Reads } from './reads.ts';

/** The rules of one decision, ready to be evaluated. */
export interface DecisionRules {
  readonly id: DecisionId;
  readonly rules: readonly Rule[];
  /** Those that can change what is chosen: all but the ones that fix a setting. */
  readonly deciding: readonly Rule[];
  /** What those look at. */
  readonly reads: Reads;
}

const ordered = new WeakMap<RuleBook, readonly DecisionRules[]>();

/**
 * The decisions in an order in which each one comes after those that its rules read; otherwise by
 * number. Rules are sorted by id, so the order in which they were written has no effect.
 * @throws when decisions read each other in a circle.
 */
export function evaluationOrder(book: RuleBook): readonly DecisionRules[] {
  const known = ordered.get(book);
  if (known !== undefined) return known;
  const order = sortDecisions(book);
  ordered.set(book, order);
  return order;
}

function sortDecisions(book: RuleBook): readonly DecisionRules[] {
  const sorted = book.rules.toSorted((a, b) => compareIds(a.id, b.id));
  const byDecision = Map.groupBy(sorted, (rule) => rule.decision);
  const waiting = new Set(decisionIds);
  const order: DecisionRules[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].find((id) =>
      decisionsRead(byDecision.get(id) ?? []).every((read) => !waiting.has(read)),
    );
    if (ready === undefined) {
      throw new Error(`These decisions read each other in a circle: ${[...waiting].join(', ')}.`);
    }
    waiting.delete(ready);
    order.push(rulesOf(ready, byDecision.get(ready) ?? []));
  }
  return order;
}

function rulesOf(id: DecisionId, rules: readonly Rule[]): DecisionRules {
  const deciding = rules.filter(({ effect }) => effect.kind !== 'parameter');
  return { id, rules, deciding, reads: union(deciding.map(({ when }) => readsOf(when))) };
}

/** The earlier decisions that a list of rules reads. */
export function decisionsRead(rules: readonly Rule[]): readonly DecisionId[] {
  return rules.flatMap((rule) => [...readsOf(rule.when).decisions]);
}

/** Compares by code units: the same everywhere, unlike a comparison by locale. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
