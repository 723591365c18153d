import { describe, expect, it } from 'vitest';
import { openDecisions, undecided } from '../../../src/wizard/artefacts/undecided.ts';
import { decisionIds, decisions } from '../../../src/wizard/model/decisions.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { madeStates } from './artefact-cases.ts';

const touchedBy = (answers: Answers): readonly string[] =>
  undecided(solve(answers)).flatMap(({ title, because }) => (because === undefined ? [] : [title]));

const cases: readonly (readonly [name: string, answers: Answers, titles: readonly string[]])[] = [
  ['company sign-on', { 'sign-in': { signIn: ['company-sso'] } }, ['Authorization']],
  ['an app on phones', { clients: { clients: ['mobile'], clientNeeds: 'same' } }, ['Idempotency']],
];

describe('the decisions that the wizard does not take', () => {
  it('and those it takes are the forty of a backend', () => {
    const numbers = [
      ...decisionIds.map((id) => decisions[id].number),
      ...openDecisions.map(({ number }) => number),
    ];
    expect(numbers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });

  it('are each touched by some answers, and never all at once', () => {
    const lists = madeStates.map(({ solution }) => undecided(solution));
    const touched = lists.map((list) => list.filter(({ because }) => because !== undefined));
    const known = new Set(touched.flat().map(({ number }) => number));
    expect(openDecisions.filter(({ number }) => !known.has(number))).toEqual([]);
    expect(touched.filter(({ length }) => length === openDecisions.length)).toEqual([]);
  });

  it('stand with those that the answers touch first', () => {
    for (const { solution } of madeStates) {
      const list = undecided(solution);
      const isTouched = list.map(({ because }) => because !== undefined);
      expect(list).toHaveLength(openDecisions.length);
      expect(isTouched).toEqual(isTouched.toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  it.each(cases)('are touched by %s', (_name, answers, titles) => {
    expect(touchedBy(answers)).toEqual(expect.arrayContaining([...titles]));
  });

  it('read as a clause after "because"', () => {
    for (const { solution } of madeStates) {
      for (const { because = 'so.' } of undecided(solution)) {
        expect(because).toMatch(/^[a-z].*\.$/u);
      }
    }
  });
});
