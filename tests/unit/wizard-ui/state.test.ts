import { describe, expect, it } from 'vitest';
import { solve } from '../../../src/wizard/solver/solve.ts';
import {
  answerFact,
  answerNotSure,
  assumedValue,
  statedValue,
} from '../../../src/wizard/ui/answering.ts';
import {
  adopt,
  goTo,
  initialState,
  pinDecision,
  report,
  say,
} from '../../../src/wizard/ui/state.ts';

describe('answers', () => {
  it('leave the other facts of the same question assumed', () => {
    const { answers } = answerFact(initialState, 'outsideCalls', 3).wizard;
    expect(answers).toEqual({ dependencies: { outsideCalls: 3 } });
    expect(statedValue(answers, 'whenDown')).toBeUndefined();
    expect(assumedValue(answers, 'whenDown')).toBe('fail');
    const assumed = solve(answers).assumptions.map(({ fact }) => fact);
    expect(assumed).toEqual(expect.arrayContaining(['outsideAvailability', 'whenDown']));
    expect(assumed).not.toContain('outsideCalls');
  });

  it('keep what was stated before', () => {
    const state = answerFact(answerFact(initialState, 'teams', 3), 'engineers', 12);
    expect(state.wizard.answers).toEqual({ team: { engineers: 12, teams: 3 } });
  });

  it('never change the state they start from', () => {
    const before = structuredClone(initialState);
    answerFact(initialState, 'engineers', 12);
    expect(initialState).toEqual(before);
  });

  it('give way to "not sure", which can be taken back', () => {
    const answered = answerFact(initialState, 'availability', '99.99');
    const notSure = answerNotSure(answered, 'availability', true);
    expect(notSure.wizard.answers).toEqual({ availability: 'not-sure' });
    expect(statedValue(notSure.wizard.answers, 'availability')).toBeUndefined();
    expect(answerNotSure(notSure, 'availability', false).wizard.answers).toEqual({});
  });
});

describe('pins', () => {
  it('are set and released', () => {
    const pinned = pinDecision(initialState, 'platform', 'kubernetes');
    expect(pinned.wizard.pins).toEqual({ platform: 'kubernetes' });
    expect(pinDecision(pinned, 'platform', undefined).wizard.pins).toEqual({});
  });
});

describe('a link or file that was read in part', () => {
  it('is named by what a reader knows', () => {
    const { problem } = adopt(initialState, initialState.wizard, 'file', [
      { kind: 'answer', question: 'data-kinds' },
      { kind: 'fact', question: 'team', fact: 'engineers' },
      { kind: 'pin', decision: 'style' },
      { kind: 'unknown', name: 'color' },
    ]);
    expect(problem?.why).toBe(
      'Left out: the answer to “What kind of data is it?”; “Engineers” in the answer to “How many of you build it?”, which is out of range; the pin of the decision “Style”; “color”, which this wizard does not know.',
    );
  });
});

describe('going somewhere', () => {
  it('keeps answers and drops what was said on the last page', () => {
    const answered = answerFact(initialState, 'engineers', 12);
    const told = say(
      report(answered, { what: 'link', why: 'It is cut.', isPartial: false }),
      'Link copied.',
    );
    expect(goTo(told, 'result')).toEqual({ ...answered, place: 'result' });
  });
});
