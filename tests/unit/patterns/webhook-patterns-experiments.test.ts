import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TRACE_MARK } from '../../../playground/lab/emit.ts';
import type { TraceEvent } from '../../../playground/lab/trace.ts';

const directory = path.resolve('patterns/api-design-and-patterns/webhook-patterns/example');

interface Example {
  readonly knobs: readonly {
    readonly env: string;
    readonly default: number;
    readonly min: number;
    readonly max: number;
    readonly step: number;
  }[];
  readonly experiments: readonly {
    readonly set: Readonly<Record<string, number>>;
    readonly right?: string;
  }[];
}
const { knobs, experiments } = JSON.parse(
  readFileSync(path.join(directory, 'example.json'), 'utf8'),
) as Example;

interface Played {
  readonly stdout: string;
  readonly events: readonly TraceEvent[];
}

/** What `node main.ts` prints and traces with these knobs. */
async function play(settings: Readonly<Record<string, number>> = {}): Promise<Played> {
  const env: Record<string, string | undefined> = { PATH: process.env['PATH'], TRACE: 'json' };
  for (const [name, value] of Object.entries(settings)) env[name] = `${value}`;
  const options = { cwd: directory, env };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['main.ts'], options);
  const lines = stderr.split('\n').filter((line) => line !== '');
  const events = lines.map((line) => JSON.parse(line.replace(TRACE_MARK, '')) as TraceEvent);
  return { stdout, events };
}

const rows = {
  missing: 'never shipped',
  again: 'shipped again',
  unpaid: 'shipped unpaid',
  sent: 'deliveries sent',
  slowest: 'slowest, in s',
};

/** The table: for each row the number of the trusting shop and that of the careful one. */
function table({ stdout }: Played): Record<keyof typeof rows, readonly number[]> {
  const read = (label: string): readonly number[] =>
    (new RegExp(`^${label} +(\\d+) +(\\d+)$`, 'm').exec(stdout)?.slice(1) ?? []).map(Number);
  return {
    missing: read(rows.missing),
    again: read(rows.again),
    unpaid: read(rows.unpaid),
    sent: read(rows.sent),
    slowest: read(rows.slowest),
  };
}

/** Seconds at which one order was shipped more than it should be, by order, in a run. */
function repeats({ events }: Played, run: 'baseline' | 'pattern'): Record<string, number[]> {
  const shipments: Record<string, number[]> = {};
  for (const event of events)
    if (event.kind === 'call' && event.run === run && event.to === 'warehouse')
      (shipments[event.label] ??= []).push(event.endMs / 1000);
  const again = Object.entries(shipments).map(([order, at]) => [order, at.slice(1)] as const);
  return Object.fromEntries(again.filter(([, at]) => at.length > 0));
}

/** What the shop answered an attacker, in the order of the attacks. */
function answersTo({ stdout }: Played, who: string): readonly string[] {
  const [, careful = ''] = stdout.split('Signed, taken once');
  return [...careful.matchAll(new RegExp(`${who}: (.+)`, 'g'))].map(([, status]) => status ?? '');
}

describe('the example of webhooks', { timeout: 60_000 }, () => {
  it('prints the same three times, in short lines', async () => {
    const runs = await Promise.all([play(), play(), play()]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    const lengths = (runs[0]?.stdout ?? '').split('\n').map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(37);
  });

  it('loses, repeats and believes nothing where the shop is careful', async () => {
    const played = await play();
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

  it('has the knobs that example.json lists, with the same defaults', async () => {
    const settings = Object.fromEntries(knobs.map((knob) => [knob.env, knob.default]));
    expect(await play(settings)).toEqual(await play());
  });

  it.each(knobs)('runs with $env at both ends, within its time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await play({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).toHaveLength(2);
      const ends = played.events.map((event) => ('endMs' in event ? event.endMs : 0));
      expect(Math.max(...ends)).toBeLessThanOrEqual(63_000);
    }
  });

  it.each(knobs)('refuses $env beyond its range, by name', async ({ env, min, max, step }) => {
    for (const value of [min - step, max + step]) {
      await expect(play({ [env]: value })).rejects.toThrow(`${env} must be`);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Readonly<
  Record<string, (played: Played, right: string | undefined) => void | Promise<void>>
> = {
  'TRIES=5 BASE_S=0.25': async (played, right) => {
    expect(table(played)).toMatchObject({ missing: [7, 5], sent: [49, 68] });
    expect(right).toBe(`${7 - 5}`);
    expect(0.25 + 0.5 + 1 + 2).toBeCloseTo(4, 0);
    expect(1 + 2 + 4 + 8).toBe(15);
    expect(table(await play({ TRIES: 5 }))).toMatchObject({ missing: [7, 0], sent: [49, 62] });
  },
  'REMEMBER_S=5': (played, right) => {
    expect(table(played)).toMatchObject({ again: [6, 5], missing: [7, 0] });
    expect(right).toBe('5');
    const { 'order 1': replayed, ...honest } = repeats(played, 'pattern');
    expect(replayed).toHaveLength(1);
    expect(Object.values(honest).flat()).toHaveLength(4);
    expect(answersTo(played, 'replayer')).toEqual(['204', '401']);
  },
  'TOLERANCE_S=60': (played, right) => {
    expect(table(played)).toMatchObject({ again: [6, 0] });
    expect(right).toBe('None');
    expect(answersTo(played, 'replayer')).toEqual(['204', '204']);
  },
  'TOLERANCE_S=60 REMEMBER_S=5': (played) => {
    expect(table(played)).toMatchObject({ again: [6, 6] });
    const [, second] = repeats(played, 'pattern')['order 1'] ?? [];
    expect(second).toBeGreaterThan(44);
    expect(second).toBeLessThan(46);
  },
  'VERIFY=0': (played, right) => {
    expect(table(played)).toMatchObject({ unpaid: [2, 2], again: [6, 0] });
    expect(right).toBe('Forgeries only');
    expect(answersTo(played, 'forger')).toEqual(['204', '204']);
  },
  'LOST_PCT=0': (played, right) => {
    expect(table(played)).toMatchObject({ again: [4, 0] });
    expect(right).toBe('Yes, and not only those');
    const own = (repeats(played, 'baseline')['order 1'] ?? []).filter((at) => at < 9);
    expect(own).toHaveLength(2);
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  it.each(experiments)('has the answer that the page gives: $set', async ({ set, right }) => {
    const name = Object.entries(set)
      .map(([env, value]) => `${env}=${value}`)
      .join(' ');
    const check = claims[name];
    expect(check, `no claim for ${name}`).toBeDefined();
    await check?.(await play(set), right);
  });
});
