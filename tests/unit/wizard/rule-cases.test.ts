import { describe, expect, it } from 'vitest';
import { resolve } from '../../../src/wizard/model/answers.ts';
import { decisionIds } from '../../../src/wizard/model/decisions.ts';
import { ruleBook } from '../../../src/wizard/rules/rule-book.ts';
import { choose } from '../../../src/wizard/solver/choose.ts';
import { holds } from '../../../src/wizard/solver/evaluate.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { allAnswers, ruleCases } from './rule-cases.ts';

describe('rule cases', () => {
  it.each(ruleCases)('$name', ({ answers, decisions, tensions, parameters }) => {
    const solution = solve(answers);
    const chosen = Object.fromEntries(decisionIds.map((id) => [id, solution.decisions[id].chosen]));
    expect(chosen).toMatchObject(decisions);
    if (tensions !== undefined) expect(solution.tensions.map(({ id }) => id)).toEqual(tensions);
    const set = Object.assign({}, ...decisionIds.map((id) => solution.decisions[id].parameters));
    expect(set).toMatchObject(parameters ?? {});
  });

  it('let every rule and every tension speak', () => {
    const situations = allAnswers.map((answers) => {
      const { facts } = resolve(answers);
      return { facts, chosen: choose(facts, {}, ruleBook) };
    });
    const silent = [...ruleBook.rules, ...ruleBook.tensions]
      .filter((rule) => !situations.some((situation) => holds(rule.when, situation)))
      .map(({ id }) => id);
    expect(silent).toEqual([]);
  });
});
