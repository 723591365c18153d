import { describe, expect, it } from 'vitest';
import { deliver } from '../../../patterns/api-design-and-patterns/webhook-patterns/example/courier.ts';
import { answersExperiments, keepsItsWord, playedExample, tableOf } from './play-example.ts';
import type { Claims, Traced } from './play-example.ts';

const example = playedExample('api-design-and-patterns/webhook-patterns');
const { knobs, trace } = example;

const rows = {
  missing: 'never shipped',
  again: 'shipped again',
  unpaid: 'shipped unpaid',
  sent: 'deliveries sent',
  slowest: 'slowest, in s',
};

/** The table: for each row the number of the trusting shop and that of the careful one. */
const table = ({ stdout }: Traced) => tableOf(stdout, rows);

/** Seconds at which one order was shipped more than it should be, by order, in a run. */
function repeats({ events }: Traced, run: 'baseline' | 'pattern'): Record<string, number[]> {
  const shipments: Record<string, number[]> = {};
  for (const event of events)
    if (event.kind === 'call' && event.run === run && event.to === 'warehouse')
      (shipments[event.label] ??= []).push(event.endMs / 1000);
  const again = Object.entries(shipments).map(([order, at]) => [order, at.slice(1)] as const);
  return Object.fromEntries(again.filter(([, at]) => at.length > 0));
}

/** What the shop answered an attacker, in the order of the attacks. */
function answersTo({ stdout }: Traced, who: string): readonly string[] {
  const [, careful = ''] = stdout.split('Signed, taken once');
  return [...careful.matchAll(new RegExp(`${who}: (.+)`, 'g'))].map(([, status]) => status ?? '');
}

describe('the example of webhooks', { timeout: 60_000 }, () => {
  keepsItsWord(example);

  it('loses, repeats and believes nothing where the shop is careful', async () => {
    const played = await trace();
    expect(table(played)).toEqual({
      missing: [7, 0],
      again: [6, 0],
      unpaid: [2, 0],
      sent: [49, 63],
      slowest: [5, 23],
    });
    expect(answersTo(played, 'forger')).toEqual(['401', '401']);
    expect(answersTo(played, 'replayer')).toEqual(['204', '401']);
  });

  it.each(knobs)('runs with $env at both ends, within its time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await trace({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).not.toContain(NaN);
      const ends = played.events.map((event) => ('endMs' in event ? event.endMs : 0));
      expect(Math.max(...ends)).toBeLessThanOrEqual(63_000);
    }
  });
});

/** Seconds that the courier waits between its tries, without its jitter, where nobody answers. */
async function waitedS(schedule: { tries: number; baseMs: number }): Promise<number> {
  const waits: number[] = [];
  const sleep = (ms: number): Promise<void> => Promise.resolve(void waits.push(ms));
  const clock = { now: () => 0, sleep, setTimer: () => () => undefined };
  const rest = { clock, random: () => 0, jitter: 0, maxMs: Infinity };
  await deliver(() => Promise.resolve({ status: 503 }), { ...rest, ...schedule });
  return waits.reduce((sum, ms) => sum + ms, 0) / 1000;
}

/** What the page says about each experiment, by its setting. */
const claims: Claims<Traced> = {
  'TRIES=5 BASE_S=0.25': async (played) => {
    expect(table(played)).toMatchObject({ missing: [7, 5], sent: [49, 68] });
    expect(await waitedS({ tries: 5, baseMs: 250 })).toBeCloseTo(4, 0);
    expect(await waitedS({ tries: 5, baseMs: 1000 })).toBe(15);
    expect(table(await trace({ TRIES: 5 }))).toMatchObject({ missing: [7, 0], sent: [49, 62] });
    const [without, withTries] = table(played).missing;
    return `${without - withTries}`;
  },
  'REMEMBER_S=5': (played) => {
    expect(table(played)).toMatchObject({ again: [6, 5], missing: [7, 0] });
    const { 'order 1': replayed, ...honest } = repeats(played, 'pattern');
    expect(replayed).toHaveLength(1);
    expect(Object.values(honest).flat()).toHaveLength(4);
    expect(answersTo(played, 'replayer')).toEqual(['204', '401']);
    return `${table(played).again[1]}`;
  },
  'TOLERANCE_S=60': (played) => {
    expect(table(played)).toMatchObject({ again: [6, 0] });
    expect(answersTo(played, 'replayer')).toEqual(['204', '204']);
    return 'None';
  },
  'TOLERANCE_S=60 REMEMBER_S=5': (played) => {
    expect(table(played)).toMatchObject({ again: [6, 6] });
    const [, second] = repeats(played, 'pattern')['order 1'] ?? [];
    expect(second).toBeGreaterThan(44);
    expect(second).toBeLessThan(46);
  },
  'VERIFY=0': (played) => {
    expect(table(played)).toMatchObject({ unpaid: [2, 2], again: [6, 0] });
    expect(answersTo(played, 'forger')).toEqual(['204', '204']);
    return 'Forgeries only';
  },
  'LOST_PCT=0': (played) => {
    expect(table(played)).toMatchObject({ again: [4, 0] });
    const own = (repeats(played, 'baseline')['order 1'] ?? []).filter((at) => at < 9);
    expect(own).toHaveLength(2);
    return 'Yes, and not only those';
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  answersExperiments(example, trace, claims);
});
