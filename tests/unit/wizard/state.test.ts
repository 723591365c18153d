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

  describe('with rows', () => {
    const row = { name: 'mail', availability: '99.5', p99Ms: 90, safeToRepeat: true };
    const whole = { ...row, whenDown: 'stale', usedBy: ['orders'] };
    const rows = (...dependencies: readonly unknown[]) =>
      restored({ dependencies: { dependencies } });
    const kept = (...dependencies: readonly unknown[]) => ({
      value: { state: { answers: { dependencies: { dependencies } } } },
    });
    const lost = (fault: object) => ({
      value: {
        dropped: [{ kind: 'row', question: 'dependencies', fact: 'dependencies', ...fault }],
      },
    });

    it('keep what a row says, in the order of its columns, and nothing else', () => {
      const mixed = { extra: 1, ...Object.fromEntries(Object.entries(whole).toReversed()) };
      const read = rows(mixed);
      expect(read).toEqual({
        ok: true,
        value: {
          state: { answers: { dependencies: { dependencies: [whole] } }, pins: {} },
          dropped: [],
        },
      });
      expect(JSON.stringify(read)).toContain(JSON.stringify(whole));
    });

    it('take the default for a cell that is missing, and say so only where one is wrong', () => {
      const standard = { ...row, whenDown: 'fail', usedBy: [] };
      expect(rows(row)).toMatchObject({ ...kept(standard), value: { dropped: [] } });
      expect(rows({ ...row, whenDown: 'panic' })).toMatchObject(kept(standard));
      expect(rows({ ...row, whenDown: 'panic' })).toMatchObject(
        lost({ row: 1, column: 'whenDown' }),
      );
    });

    it.each([0, 60_001, 1.5, '90', null, true])('refuse %j in a cell for a number', (p99Ms) => {
      expect(rows({ ...whole, p99Ms })).toMatchObject(kept({ ...whole, p99Ms: 500 }));
      expect(rows({ ...whole, p99Ms })).toMatchObject(lost({ row: 1, column: 'p99Ms' }));
    });

    it.each([[['orders', 'orders']], [['orders', 7]], [['orders', '<b>']], [['orders', '']]])(
      'keep the good ones of the references %j',
      (usedBy) => {
        expect(rows({ ...whole, usedBy })).toMatchObject(kept(whole));
        expect(rows({ ...whole, usedBy })).toMatchObject(lost({ row: 1, column: 'usedBy' }));
      },
    );

    it.each([null, 'mail', [], {}, { name: 5 }, { name: '' }, { name: 'a;b' }, { name: 'MAIL' }])(
      'leave out %j and keep its neighbors',
      (bad) => {
        const other = { ...whole, name: 'maps' };
        expect(rows(whole, bad, other)).toMatchObject(kept(whole, other));
        expect(rows(whole, bad, other)).toMatchObject(lost({ row: 2 }));
      },
    );

    it('keep no more than there may be, and no fewer', () => {
      const many = Array.from({ length: 13 }, (_row, index) => ({
        ...whole,
        name: `mail ${index}`,
      }));
      expect(rows(...many)).toMatchObject(lost({ row: 13 }));
      expect(restored({ parts: { capabilities: [] } })).toMatchObject({
        value: { dropped: [{ kind: 'fact', question: 'parts', fact: 'capabilities' }] },
      });
      expect(restored({ parts: { capabilities: 'all' } })).toMatchObject({
        value: { dropped: [{ kind: 'fact', question: 'parts', fact: 'capabilities' }] },
      });
    });

    it('read own names only', () => {
      const raw: unknown = JSON.parse(
        '{"version":1,"answers":{"dependencies":{"dependencies":[{"__proto__":{"name":"mail"}}]}},"pins":{}}',
      );
      expect(restoreState(raw)).toMatchObject({ value: { dropped: [{ kind: 'row', row: 1 }] } });
    });
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
