import { describe, expect, it } from 'vitest';
import { CLIENTS } from '../../../patterns/api-design-and-patterns/api-versioning/example/clients.ts';
import {
  GUIDE_7,
  guides,
} from '../../../patterns/api-design-and-patterns/api-versioning/example/guides.ts';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('api-design-and-patterns/api-versioning');
const { knobs, trace } = example;

const rows = {
  failed: 'calls failed',
  unannounced: 'outside brownouts',
  longest: 'longest, in days',
  phoned: 'clients phoned',
  kept: 'v1 kept, days',
};

/** The table: for each row the number without versions and that with them. */
const table = ({ stdout }: Traced) => tableOf(stdout, rows);

/** Who failed in a run, at what second and why, in their order. */
function failures({ events }: Traced, run: 'baseline' | 'pattern') {
  return events
    .filter((event) => event.kind === 'call')
    .filter((call) => call.run === run && call.outcome === 'failed')
    .map(({ from, startMs, note = '' }) => ({ from, atS: startMs / 1000, note }));
}

/** Seconds between which a state held in the run with versions, the first time. */
function stateOf({ events }: Traced, of: string, state: string): readonly [number, number] {
  const states = events
    .filter((event) => event.kind === 'state')
    .filter((event) => event.run === 'pattern' && event.of === of);
  const at = states.findIndex((event) => event.state === state);
  const next = states.slice(at).find((event) => event.state !== state);
  return [(states[at]?.atMs ?? NaN) / 1000, (next?.atMs ?? NaN) / 1000];
}

describe('the example of API versioning', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('breaks no client outside of a brownout', async () => {
    const played = await trace();
    expect(table(played)).toEqual({
      failed: [39, 7],
      unannounced: [39, 0],
      longest: [20, 4],
      phoned: [0, 1],
      kept: [0, 48],
    });
    for (const { note } of failures(played, 'pattern')) expect(note).toMatch(/410 brownout/);
  });

  it('breaks every old client by both releases where there is one shape', async () => {
    const failed = failures(await trace(), 'baseline');
    const old = CLIENTS.filter(({ version }) => version === 1).map(({ name }) => name);
    const by = (note: RegExp) =>
      new Set(failed.filter((one) => note.test(one.note)).map(({ from }) => from));
    expect(by(/no `name`/)).toEqual(new Set(old));
    const twice = [...by(/no number/)];
    expect(twice.length).toBeGreaterThan(0);
    for (const { from, atS } of failed.filter(({ note }) => note.includes('number')))
      expect([from, atS >= 16]).toEqual([from, true]);
  });

  it('keeps version 1 for the report, which comes every 15 days and meets no brownout', async () => {
    const played = await trace();
    expect(CLIENTS.find(({ name }) => name === 'report')?.everyDays).toBe(15);
    expect(failures(played, 'pattern').map(({ from }) => from)).not.toContain('report');
    expect(stateOf(played, 'v1', 'gone')[0]).toBe(56);
  });

  it('applies a change in less than the 1 µs of the page, with room for a busy machine', () => {
    const times = 20_000;
    const roundUs = () => {
      const startMs = performance.now();
      for (let n = 0; n < times; n++) guides.answer(GUIDE_7, 1);
      return ((performance.now() - startMs) * 1000) / times / 2;
    };
    const best = Math.min(...Array.from({ length: 5 }, roundUs));
    expect(best).toBeLessThan(5);
  });

  it.each(knobs)('runs with $env at both ends, within its time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await trace({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).not.toContain(NaN);
      const ends = played.events.map((event) => ('endMs' in event ? event.endMs : 0));
      expect(Math.max(...ends)).toBeLessThanOrEqual(60_000);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Claims<Traced> = {
  'BROWNOUTS=0': (played) => {
    expect(table(played)).toMatchObject({ failed: [39, 0], phoned: [0, 6], kept: [0, 52] });
    expect(stateOf(played, 'v1', 'gone')[0]).toBeNaN();
    return table(played).phoned[1] > 1 ? 'You, on the phone' : 'Nobody';
  },
  'QUIET_DAYS=5': (played) => {
    expect(table(played)).toMatchObject({ unannounced: [39, 1], phoned: [0, 0], kept: [0, 36] });
    expect(played.stdout).toContain(' 52.51  report: 410 gone');
    const [cut] = failures(played, 'pattern').filter(({ note }) => note.includes('gone'));
    return cut ? `The ${cut.from}` : 'Nobody';
  },
  'WATCHERS=8': (played) => {
    expect(table(played)).toMatchObject({ failed: [39, 0], phoned: [0, 0], kept: [0, 36] });
  },
  'WATCHERS=0': (played) => {
    expect(table(played)).toMatchObject({ failed: [39, 10], phoned: [0, 1] });
    return table(played).unannounced[1] === 0 ? 'None' : '3';
  },
  'SUPPORT_DAYS=20': (played) => {
    expect(table(played)).toMatchObject({ failed: [39, 20], phoned: [0, 1], kept: [0, 32] });
    expect(stateOf(played, 'v1', 'brownout')).toEqual([8, 11]);
    return 'Failed calls';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, trace, claims);
});
