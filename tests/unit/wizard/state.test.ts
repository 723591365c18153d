import { describe, expect, it } from 'vitest';
import { restoreState } from '../../../src/wizard/model/state.ts';

const restored = (answers: unknown, pins: unknown = {}) =>
  restoreState({ version: 1, answers, pins });

describe('the version of a state', () => {
  it.each([0, -5, 0.5, Number.NaN, '1', undefined])('%j is refused', (version) => {
    expect(restoreState({ version, answers: {}, pins: {} })).toMatchObject({
      ok: false,
      problem: { code: 'not-a-state' },
    });
  });

  it('that is newer is named as such', () => {
    expect(restoreState({ version: 2 })).toMatchObject({
      ok: false,
      problem: { code: 'newer-version' },
    });
  });
});

describe('answers of unknown origin', () => {
  it('keep what is in range, fact by fact, and name the rest', () => {
    expect(restored({ team: { engineers: 9, teams: -1, color: 'red' } })).toEqual({
      ok: true,
      value: {
        state: { answers: { team: { engineers: 9 } }, pins: {} },
        dropped: [
          { kind: 'fact', question: 'team', fact: 'teams' },
          { kind: 'unknown', name: 'color' },
        ],
      },
    });
  });

  it.each([[[]], [['scale']], [['scale', 'scale', 'speed']], [['scale', 'speed', 'fame']]])(
    'refuse %j as a ranking',
    (priorities) => {
      expect(restored({ priorities: { priorities } })).toMatchObject({
        value: {
          state: { answers: {} },
          dropped: [{ kind: 'fact', question: 'priorities', fact: 'priorities' }],
        },
      });
    },
  );

  it.each([1.5, 1e400, Number.NaN, '12', null, [], {}])('refuse %j as a number', (engineers) => {
    expect(restored({ team: { engineers } })).toMatchObject({ value: { state: { answers: {} } } });
  });

  it('put a set into its own order, without repetition', () => {
    const mixed = { interaction: { interaction: ['live', 'ask-answer'] } };
    expect(restored(mixed)).toMatchObject({
      value: { state: { answers: { interaction: { interaction: ['ask-answer', 'live'] } } } },
    });
    const twice = { 'data-kinds': { dataKinds: ['public', 'public'] } };
    expect(restored(twice)).toMatchObject({ value: { state: { answers: {} } } });
  });

  it.each(['often', 5, null, []])('name a question whose answer is %j', (answer) => {
    expect(restored({ availability: answer })).toMatchObject({
      value: { dropped: [{ kind: 'answer', question: 'availability' }] },
    });
  });

  it('read own names only', () => {
    const raw: unknown = JSON.parse(
      '{"version":1,"answers":{"__proto__":{"team":{"engineers":9}},"constructor":1},"pins":{"__proto__":"x"}}',
    );
    expect(restoreState(raw)).toMatchObject({ value: { state: { answers: {}, pins: {} } } });
    expect(restored('all', 'none')).toMatchObject({ value: { state: { answers: {}, pins: {} } } });
  });
});

describe('pins of unknown origin', () => {
  it('keep what exists and name the rest', () => {
    expect(restored({}, { style: 'nope', platform: 'kubernetes', mood: 'good' })).toEqual({
      ok: true,
      value: {
        state: { answers: {}, pins: { platform: 'kubernetes' } },
        dropped: [
          { kind: 'pin', decision: 'style' },
          { kind: 'unknown', name: 'mood' },
        ],
      },
    });
  });
});
