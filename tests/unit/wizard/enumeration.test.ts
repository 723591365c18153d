import { describe, expect, it } from 'vitest';
import { defaultFacts } from '../../../src/wizard/model/answers.ts';
import type { ResolvedFacts } from '../../../src/wizard/model/answers.ts';
import { alternativesOf, decisionIds } from '../../../src/wizard/model/decisions.ts';
import type { AlternativeId, DecisionId } from '../../../src/wizard/model/decisions.ts';
import { facts as factTable } from '../../../src/wizard/model/facts.ts';
import type { FactId, Facts } from '../../../src/wizard/model/facts.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import type { RuleBook } from '../../../src/wizard/rules/rule.ts';
import { decide } from '../../../src/wizard/solver/decide.ts';
import { firedRules } from '../../../src/wizard/solver/fired.ts';
import { evaluationOrder } from '../../../src/wizard/solver/order.ts';
import { readsOf, union } from '../../../src/wizard/solver/reads.ts';
import { variations } from '../../../src/wizard/solver/variations.ts';
import { questionOf } from '../../../src/wizard/model/answers.ts';

const mostFacts = 6;
const mostSituations = 60_000;

/** All values of a fact that the rules of one decision can tell apart. */
function valuesOf(fact: FactId, book: RuleBook): readonly unknown[] {
  const kind = factTable[fact];
  if (kind.kind === 'choice') return kind.options;
  if (kind.kind === 'set') return subsets(kind.options);
  // From either end of the range, the thresholds of the rules give one value of each class.
  const ends = kind.kind === 'number' ? [kind.min, kind.max] : [kind.default];
  const found = ends.flatMap((end) => [
    end,
    ...variations(resolvedWith({ [fact]: end }), questionOf(fact), book)
      .filter((variation) => variation.fact === fact)
      .map(({ value }) => value),
  ]);
  return [...new Set(found)];
}

function resolvedWith(changed: Partial<Facts>): ResolvedFacts {
  return { stated: {}, facts: { ...defaultFacts, ...changed }, assumed: new Set() };
}

function subsets(options: readonly string[]): readonly (readonly string[])[] {
  return options.reduce<readonly (readonly string[])[]>(
    (sets, option) => [...sets, ...sets.map((set) => [...set, option])],
    [[]],
  );
}

interface Enumerable {
  readonly id: DecisionId;
  readonly facts: readonly FactId[];
  readonly earlier: readonly DecisionId[];
  readonly count: number;
}

const enumerable: readonly Enumerable[] = evaluationOrder(ruleBook)
  .map(({ id, rules }) => {
    const reads = union(rules.map(({ when }) => readsOf(when)));
    const facts = [...reads.facts];
    const book = { rules, tensions: [] };
    const earlier = [...reads.decisions];
    const sizes = [
      ...facts.map((fact) => valuesOf(fact, book).length),
      ...earlier.map((decision) => alternativesOf(decision).length),
    ];
    return { id, facts, earlier, count: sizes.reduce((product, size) => product * size, 1) };
  })
  .filter(({ facts, count }) => facts.length <= mostFacts && count <= mostSituations);

/** Every combination of the values, one at a time. */
function* combinations(lists: readonly (readonly unknown[])[]): Generator<readonly unknown[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const tail of combinations(rest)) for (const value of first) yield [value, ...tail];
}

describe('every situation of decisions that read few facts', () => {
  it('covers at least half of the decisions', () => {
    expect(enumerable.length * 2).toBeGreaterThanOrEqual(decisionIds.length);
  });

  it.each(enumerable)('$id: all $count situations', ({ id, facts, earlier }) => {
    const own = evaluationOrder(ruleBook).find((each) => each.id === id);
    if (own === undefined) throw new Error(`${id} is not evaluated.`);
    const seen = new Set<AlternativeId>();
    const book = { rules: own.rules, tensions: [] };
    const lists = [
      ...facts.map((fact) => valuesOf(fact, book)),
      ...earlier.map((decision) => alternativesOf(decision)),
    ];
    const problems: string[] = [];
    const explained = new Set<string>();
    for (const values of combinations(lists)) {
      const given = Object.fromEntries(facts.map((fact, index) => [fact, values[index]]));
      const chosen = Object.fromEntries(
        earlier.map((decision, index) => [decision, values[facts.length + index]]),
      );
      const situation = {
        facts: { ...defaultFacts, ...given } as Facts,
        chosen,
        assumed: new Set<FactId>(),
      };
      // The same rules and priorities give the same decision, so each set of rules is explained once.
      const fired = firedRules(own.rules, situation).map((rule) => rule.id);
      const known = [...fired, ...situation.facts.priorities].join(' ');
      if (explained.has(known)) continue;
      explained.add(known);
      const { decision } = decide(own, situation, undefined);
      seen.add(decision.chosen);
      if (decision.brokenVetoes.length > 0) problems.push(`vetoed: ${JSON.stringify(given)}`);
      if (decision.because.length === 0) problems.push(`no reason: ${JSON.stringify(given)}`);
      if (decision.rejected.length + 1 !== alternativesOf(id).length) {
        problems.push(`incomplete: ${JSON.stringify(given)}`);
      }
    }
    expect(problems.slice(0, 5)).toEqual([]);
    expect([...seen].toSorted()).toEqual(alternativesOf(id).toSorted());
  });
});
