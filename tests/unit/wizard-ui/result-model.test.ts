import { describe, expect, it } from 'vitest';
import { factIds, facts } from '../../../src/wizard/model/facts.ts';
import type { WizardState } from '../../../src/wizard/model/solution.ts';
import { resultModel } from '../../../src/wizard/ui/result/result-model.ts';
import { answerFact } from '../../../src/wizard/ui/answering.ts';
import { initialState } from '../../../src/wizard/ui/state.ts';

const resultOf = (wizard: WizardState) => resultModel(wizard, () => undefined);

describe('the open questions on the result', () => {
  it('stand in order of what they can change', () => {
    const counts = resultOf(initialState.wizard).open.map(({ canChange }) => canChange);
    expect(counts.length).toBeGreaterThan(5);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it('are gone when everything was answered', () => {
    const all = factIds.reduce(
      (state, fact) => answerFact(state, fact, facts[fact].default),
      initialState,
    );
    expect(resultOf(all.wizard).open).toEqual([]);
  });
});

describe('the answers on the result', () => {
  it('are assumed fact by fact', () => {
    const { answers, basis } = resultOf(answerFact(initialState, 'engineers', 12).wizard);
    const team = answers.asked.find(({ title }) => title === 'How many of you build it?');
    expect(team).toMatchObject({ isAssumed: false });
    expect(team?.values.map(({ isAssumed }) => isAssumed)).toEqual([false, true]);
    expect(basis).toContain('1 answered');
  });

  it('say what they are about where a question has several', () => {
    const { answers } = resultOf(initialState.wizard);
    const texts = [...answers.asked, ...answers.unasked].flatMap(({ values }) =>
      values.map(({ text }) => text),
    );
    expect(texts).toContain('the weakest outside system promises: 99.9 %');
  });
});
