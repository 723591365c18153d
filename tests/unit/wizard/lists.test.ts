import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsAfter, resolve } from '../../../src/wizard/model/answers.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import { buildingPresets } from '../../../src/wizard/model/building-presets.ts';
import { facts as factTable } from '../../../src/wizard/model/facts.ts';
import type { Facts } from '../../../src/wizard/model/facts.ts';
import { readName } from '../../../src/wizard/model/names.ts';
import { slugOf } from '../../../src/wizard/model/slug.ts';
import { difference } from '../../../src/wizard/solver/difference.ts';
import { drives } from '../../../src/wizard/solver/drives.ts';
import { flips } from '../../../src/wizard/solver/sensitivity.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { without } from '../../../src/lib/without.ts';
import { anyAnswers } from './arbitraries.ts';
import { runs } from './runs.ts';

type Row<F extends 'capabilities' | 'actions' | 'dependencies' | 'messages'> = Facts[F][number];

const capability = (
  name: string,
  more: Partial<Row<'capabilities'>> = {},
): Row<'capabilities'> => ({
  name,
  team: 1,
  changes: 'monthly',
  load: 'usual',
  ownRules: false,
  freshness: 'inherit',
  ...more,
});

const action = (capabilities: readonly string[], more: Partial<Row<'actions'>> = {}) => ({
  name: `act ${capabilities.length}`,
  capabilities,
  branches: false,
  lastsHours: false,
  undoable: true,
  ...more,
});

const dependency = (
  name: string,
  more: Partial<Row<'dependencies'>> = {},
): Row<'dependencies'> => ({
  name,
  availability: '99.9',
  p99Ms: 500,
  safeToRepeat: false,
  whenDown: 'fail',
  usedBy: [],
  ...more,
});

const message = (name: string, to: readonly string[], more: Partial<Row<'messages'>> = {}) => ({
  name,
  from: 'orders',
  to,
  needsAnswer: false,
  ordered: false,
  replay: false,
  perSecond: 1,
  ...more,
});

const three = { capabilities: ['orders', 'stock', 'billing'].map((name) => capability(name)) };
const factsOf = (answers: Answers): Facts => resolve(answers).facts;

describe('what is built', () => {
  it.each(factTable.building.options)('%s names its capabilities and actions', (building) => {
    const { capabilities, actions } = factsOf({ building: { building } });
    const names = capabilities.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    for (const name of [...names, ...actions.map((each) => each.name)]) {
      expect(readName(name)).toEqual({ ok: true, value: name });
    }
    expect(new Set(names.map(slugOf)).size).toBe(names.length);
    expect(actions).toEqual(buildingPresets[building].actions);
  });

  it('is a guess: it cuts nothing apart, and gives way to what was said', () => {
    for (const building of factTable.building.options) {
      expect(factsOf({ building: { building } }).parts).toEqual([]);
    }
    expect(factsOf({ building: { building: 'commerce' } }).participants).toBe(4);
    const stated: Answers = {
      building: { building: 'commerce' },
      'across-parts': { participants: 2 },
    };
    expect(factsOf(stated).participants).toBe(2);
    expect(resolve(stated).assumed).toContain('actions');
  });
});

describe('rows of capabilities', () => {
  const parts = (...rows: readonly Row<'capabilities'>[]) =>
    factsOf({ parts: { capabilities: rows } }).parts;

  it('set a part apart by load or rules where they differ', () => {
    expect(parts(capability('a', { load: 'high' }), capability('b'))).toEqual(['load-difference']);
    expect(parts(capability('a', { ownRules: true }), capability('b'))).toEqual(['own-compliance']);
    expect(parts(capability('a', { load: 'high' }), capability('b', { load: 'high' }))).toEqual([]);
    expect(parts(capability('a', { load: 'low' }), capability('b'))).toEqual([]);
  });

  it('add to what was said, and count as stated', () => {
    const answers: Answers = {
      parts: {
        parts: ['second-runtime'],
        capabilities: [capability('a', { ownRules: true }), capability('b')],
      },
    };
    expect(factsOf(answers).parts).toEqual(['own-compliance', 'second-runtime']);
    expect(resolve({ parts: three }).assumed).toContain('parts');
    expect(resolve(answers).assumed).not.toContain('parts');
  });
});

describe('rows of actions', () => {
  it('say how many parts one changes, whatever number was typed', () => {
    const answers: Answers = {
      parts: three,
      'across-parts': {
        participants: 50,
        actions: [
          action(['orders', 'stock', 'billing'], { branches: true }),
          action(['orders'], { lastsHours: true }),
        ],
      },
    };
    const { facts, assumed } = resolve(answers);
    expect(facts.participants).toBe(3);
    expect(facts.actionShape).toEqual(['branches', 'lasts-hours']);
    expect(assumed).not.toContain('actionShape');
  });

  it('that change nothing that exists do not count, and are kept', () => {
    const answers: Answers = {
      parts: three,
      'across-parts': { actions: [action(['gone', 'stock']), action(['gone', 'lost', 'away'])] },
    };
    const resolved = resolve(answers);
    expect(resolved.facts.actions.map(({ capabilities }) => capabilities)).toEqual([['stock']]);
    expect(resolved.stated.actions).toHaveLength(2);
    const back = factsAfter(resolved, {
      capabilities: ['gone', 'lost', 'away'].map((name) => capability(name)),
    });
    expect(back.participants).toBe(3);
  });
});

describe('rows of outside systems', () => {
  it('say how many there are, the weakest promise and the worst outcome', () => {
    const { outsideCalls, outsideAvailability, whenDown } = factsOf({
      dependencies: {
        outsideCalls: 9,
        dependencies: [
          dependency('mail', { availability: '99.5', whenDown: 'queue' }),
          dependency('maps', { availability: '99.99', whenDown: 'stale' }),
        ],
      },
    });
    expect([outsideCalls, outsideAvailability, whenDown]).toEqual([2, '99.5', 'queue']);
  });

  it('that name no caller are called by all', () => {
    const { dependencies } = factsOf({
      parts: three,
      dependencies: {
        dependencies: [dependency('mail'), dependency('maps', { usedBy: ['stock'] })],
      },
    });
    expect(dependencies.map(({ usedBy }) => usedBy)).toEqual([
      ['orders', 'stock', 'billing'],
      ['stock'],
    ]);
  });

  it('leave the numbers alone while there are none', () => {
    const { outsideCalls } = factsOf({ dependencies: { outsideCalls: 9, dependencies: [] } });
    expect(outsideCalls).toBe(9);
  });
});

describe('rows of messages', () => {
  it('say how many react, how many come and what they need', () => {
    const { reactors, messagesPerSecond, messageNeeds } = factsOf({
      parts: three,
      messages: {
        messages: [
          message('order placed', ['stock', 'billing'], { ordered: true, perSecond: 30 }),
          message('order paid', ['stock'], { replay: true, perSecond: 12 }),
        ],
      },
    });
    expect([reactors, messagesPerSecond]).toEqual([2, 42]);
    expect(messageNeeds).toEqual(['ordered', 'replay']);
  });

  it('without a sender or a receiver that exists do not count', () => {
    const { messages } = factsOf({
      parts: three,
      messages: {
        messages: [
          message('a', ['gone']),
          message('b', ['stock'], { from: 'gone' }),
          message('c', ['stock']),
        ],
      },
    });
    expect(messages.map(({ name }) => name)).toEqual(['c']);
  });
});

describe('whatever was typed', () => {
  it('refers only to capabilities that exist', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const { capabilities, actions, dependencies, messages } = factsOf(answers);
        const known = capabilities.map(({ name }) => name);
        expect(known.length).toBeGreaterThan(0);
        const named = [
          ...actions.map((row) => row.capabilities),
          ...dependencies.map((row) => row.usedBy),
          ...messages.flatMap((row) => [row.to, [row.from]]),
        ];
        for (const names of named) {
          expect(names.length).toBeGreaterThan(0);
          expect(known).toEqual(expect.arrayContaining([...names]));
        }
      }),
      { numRuns: runs(300, 10_000) },
    );
  });

  it('moves only decisions that its question is said to move', () => {
    const asked = ['building', 'parts', 'across-parts', 'messages', 'dependencies'] as const;
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom(...asked), (answers, question) => {
        const others = without(answers, question);
        const moved = difference(solve(others), solve(answers)).map(({ decision }) => decision);
        expect(drives(question)).toEqual(expect.arrayContaining(moved));
      }),
      { numRuns: runs(200, 5000) },
    );
  });

  it('is flipped by other rows where rows have settled a fact, and the flip replays', () => {
    const answers: Answers = {
      team: { engineers: 30, teams: 6 },
      freshness: { freshness: 'seconds' },
      parts: { parts: ['load-difference'], ...three },
      'across-parts': { actions: [action(['orders'])] },
      messages: { messages: [message('order placed', ['stock'])] },
    };
    const found = flips(answers);
    for (const { decision, to, question, answer } of found) {
      const after = solve({ ...answers, [question]: answer });
      expect(after.decisions[decision].chosen).toBe(to);
    }
    const byRows = found.filter(({ question }) => ['across-parts', 'messages'].includes(question));
    expect(byRows.map(({ text }) => text)).toEqual([
      '2 parts changed by one action',
      '2 parts that react to a change',
      'a flow that lasts hours',
    ]);
    expect(byRows[0]?.answer).toMatchObject({ actions: [{ capabilities: ['orders', 'stock'] }] });
    expect(byRows[2]?.answer).toMatchObject({ actions: [{ lastsHours: true }] });
  });

  it('is never said to flip by more parts than there are', () => {
    const answers: Answers = {
      team: { engineers: 30, teams: 6 },
      parts: { parts: ['load-difference'], capabilities: three.capabilities.slice(0, 1) },
      'across-parts': { actions: [action(['orders'])] },
    };
    expect(solve(answers).decisions.transactions.chosen).toBe('local-acid');
    expect(flips(answers).map(({ fact }) => fact)).not.toContain('participants');
  });
});
