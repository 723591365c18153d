import { describe, expect, it } from 'vitest';
import { resolve } from '../../../src/wizard/model/answers.ts';
import {
  alternativesOf,
  decisionIds,
  decisions,
  floorOf,
} from '../../../src/wizard/model/decisions.ts';
import { facts as factTable } from '../../../src/wizard/model/facts.ts';
import { parametersWithWords } from '../../../src/wizard/model/parameter-words.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import type { Rule } from '../../../src/wizard/rules/rule.ts';
import { choose } from '../../../src/wizard/solver/choose.ts';
import { holds } from '../../../src/wizard/solver/evaluate.ts';
import { factsNamed, firedRules, unknownNames } from '../../../src/wizard/solver/fired.ts';
import { decisionsRead, evaluationOrder } from '../../../src/wizard/solver/order.ts';
import { pick, tally } from '../../../src/wizard/solver/pick.ts';
import { readsOf } from '../../../src/wizard/solver/reads.ts';
import { allAnswers } from './rule-cases.ts';
import { samples } from './samples.ts';

const { rules, tensions } = ruleBook;
const situations = [
  ...allAnswers.map((answers) => {
    const { facts } = resolve(answers);
    return { facts, chosen: choose(facts, {}, ruleBook) };
  }),
  ...samples,
];

/** Whether a decision falls differently in some situation without one rule. */
function changesSomething(rule: Rule): boolean {
  const id = rule.decision;
  const others = rules.filter((other) => other.decision === id && other !== rule);
  return situations.some((situation) => {
    const without = tally(id, firedRules(others, situation));
    return pick(id, without, situation.facts.priorities).chosen !== situation.chosen[id];
  });
}

describe('the rule book', () => {
  it('uses every id once, and each begins with its decision', () => {
    const ids = [...rules, ...tensions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rules.filter(({ id, decision }) => !id.startsWith(`${decision}/`))).toEqual([]);
  });

  it('never vetoes the simplest alternative', () => {
    const against = rules.filter(
      ({ effect, decision }) =>
        effect.kind === 'veto' && effect.alternatives.some((name) => name === floorOf(decision)),
    );
    expect(against).toEqual([]);
  });

  it('names a source exactly where it claims one', () => {
    const wrong = rules.filter(({ tag, source }) => (tag === 'S') !== (source !== undefined));
    expect(wrong.map(({ id }) => id)).toEqual([]);
    const links = rules.flatMap(({ source }) => source?.url ?? []);
    expect(links.filter((url) => !url.startsWith('https://'))).toEqual([]);
  });

  it('names only facts that exist, and only facts that it reads', () => {
    const texts = [
      ...rules.map(({ id, because, when }) => ({
        id,
        text: because,
        may: [...readsOf(when).facts],
      })),
      ...tensions.map(({ id, text, when, relax }) => ({
        id,
        text,
        may: [...readsOf(when).facts, ...relax],
      })),
    ];
    const wrong = texts.filter(
      ({ text, may }) =>
        unknownNames(text).length > 0 || factsNamed(text).some((fact) => !may.includes(fact)),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('compares facts only with values that they can have', () => {
    const values = rules.flatMap(({ when }) => comparisons(when));
    const wrong = values.filter(({ fact, value }) => {
      const kind = factTable[fact];
      if (kind.kind === 'number')
        return typeof value !== 'number' || value < kind.min || value > kind.max;
      if (kind.kind === 'list') return typeof value !== 'number';
      return typeof value === 'string' && !(kind.options as readonly string[]).includes(value);
    });
    expect(wrong).toEqual([]);
  });

  it('has words for every setting', () => {
    const names = rules.flatMap(({ effect }) => (effect.kind === 'parameter' ? [effect.name] : []));
    expect(names.filter((name) => !parametersWithWords.includes(name))).toEqual([]);
    expect(parametersWithWords.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('makes each decision after those that its rules read', () => {
    const done = new Set<string>();
    for (const { id, rules: own } of evaluationOrder(ruleBook)) {
      expect(decisionsRead(own).filter((read) => !done.has(read))).toEqual([]);
      done.add(id);
    }
    expect(done.size).toBe(decisionIds.length);
  });

  it('refuses decisions that read each other in a circle', () => {
    const [first] = rules;
    if (first === undefined) throw new Error('The rule book is empty.');
    const circle = { kind: 'chosen', decision: 'broker', alternatives: ['log'] } as const;
    const looping = {
      ...ruleBook,
      rules: [...rules, { ...first, id: 'style/circle', when: circle }],
    };
    expect(() => evaluationOrder(looping)).toThrow('read each other in a circle');
  });
});

describe('every rule matters', () => {
  it.each(rules)('$id speaks for some answers', ({ when }) => {
    expect(situations.some((situation) => holds(when, situation))).toBe(true);
  });

  const vetoes = rules.filter(({ effect }) => effect.kind === 'veto' || effect.kind === 'require');
  it.each(vetoes)('$id changes some outcome', (rule) => {
    expect(changesSomething(rule)).toBe(true);
  });

  const scores = rules.filter(({ effect }) => effect.kind === 'score');
  it.each(scores)('$id changes some outcome', (rule) => {
    expect(changesSomething(rule)).toBe(true);
  });

  it.each(tensions)('$id arises for some answers', ({ when }) => {
    expect(situations.some((situation) => holds(when, situation))).toBe(true);
  });

  it.each(decisionIds)('every alternative of %s is chosen for some answers', (id) => {
    const seen = new Set(situations.map(({ chosen }) => chosen[id]));
    expect(alternativesOf(id).filter((name) => !seen.has(name))).toEqual([]);
  });
});

describe('the decision table', () => {
  it('has every number once', () => {
    const numbers = decisionIds.map((id) => decisions[id].number);
    expect(numbers).toEqual([
      ...Array.from({ length: 24 }, (_, index) => index + 1),
      26,
      30,
      32,
      33,
      34,
      36,
      37,
    ]);
  });

  it('names in its reasons only facts that exist', () => {
    const texts = decisionIds.map((id) => decisions[id].simplestBecause);
    expect(texts.flatMap(unknownNames)).toEqual([]);
  });
});

function comparisons(
  when: Rule['when'],
): readonly { fact: keyof typeof factTable; value: number | string }[] {
  switch (when.kind) {
    case 'all':
    case 'any':
      return when.of.flatMap(comparisons);
    case 'not':
      return comparisons(when.of);
    case 'is':
      return when.values.map((value) => ({ fact: when.fact, value }));
    case 'atLeast':
      // A number compared with a set or a list is its size, which has no list of possible values.
      return ['set', 'list'].includes(factTable[when.fact].kind)
        ? []
        : [{ fact: when.fact, value: when.value }];
    case 'chosen':
    case 'reaches':
      return [];
  }
}
