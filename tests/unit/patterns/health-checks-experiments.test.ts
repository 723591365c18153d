import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { TRACE_MARK } from '../../../playground/lab/emit.ts';
import type { TraceEvent } from '../../../playground/lab/trace.ts';

const directory = path.resolve('patterns/resilience-and-fault-tolerance/health-checks/example');

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

/** The table: for each row the number with one answer and the number with three. */
function table({ stdout }: Played): Record<string, readonly number[]> {
  const read = (label: string): readonly number[] =>
    (new RegExp(`^${label} +(\\d+) +(\\d+)$`, 'm').exec(stdout)?.slice(1) ?? []).map(Number);
  return {
    catalogue: read('catalogue failed'),
    orders: read('orders failed'),
    restarts: read('restarts'),
  };
}

type Run = 'baseline' | 'pattern';

/** Seconds at which a pod begins to be in this state. */
function secondsOf({ events }: Played, run: Run, state: string): readonly number[] {
  return events.flatMap((event) =>
    event.kind === 'state' && event.run === run && event.state === state ? [event.atMs / 1000] : [],
  );
}

/** Seconds at which calls of a lane failed. */
function failuresOf({ events }: Played, run: Run, lane: string): readonly number[] {
  return events.flatMap((event) =>
    event.kind === 'call' && event.run === run && event.to === lane && event.outcome !== 'answered'
      ? [event.startMs / 1000]
      : [],
  );
}

describe('the example of health checks', { timeout: 60_000 }, () => {
  it('prints the same three times, in short lines', async () => {
    const runs = await Promise.all([play(), play(), play()]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    const lengths = (runs[0]?.stdout ?? '').split('\n').map((line) => line.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(37);
  });

  it('restarts all pods with one answer, and only the stuck one with three', async () => {
    const played = await play();
    expect(table(played)).toEqual({ catalogue: [14, 3], orders: [17, 11], restarts: [6, 1] });
    expect(played.stdout.match(/pod \d: restart/g)).toHaveLength(7);
    const [, three = ''] = played.stdout.split('Three questions');
    expect(three.match(/pod \d: restart/g)).toEqual(['pod 2: restart']);
  });

  it('loses catalogue pages with three answers by the deadlock alone', async () => {
    const seconds = failuresOf(await play(), 'pattern', 'catalogue');
    expect(seconds).toHaveLength(3);
    expect(Math.min(...seconds)).toBeGreaterThan(30);
  });

  it('loses most orders while the database is slow', async () => {
    const played = await play();
    for (const run of ['baseline', 'pattern'] as const) {
      const seconds = failuresOf(played, run, 'orders');
      const slow = seconds.filter((at) => at >= 5 && at < 13);
      expect(slow.length / seconds.length).toBeGreaterThan(0.5);
    }
  });

  it('has a pod back two seconds after its restart', async () => {
    const played = await play();
    expect(played.stdout).toContain(' 35.90  pod 2: restart 1');
    expect(secondsOf(played, 'pattern', 'serving').at(-1)).toBeCloseTo(37.9, 1);
  });

  it('has the knobs that example.json lists, with the same defaults', async () => {
    const settings = Object.fromEntries(knobs.map((knob) => [knob.env, knob.default]));
    expect(await play(settings)).toEqual(await play());
  });

  it.each(knobs)('runs with $env at both ends, for the whole time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const played = await play({ [env]: value });
      for (const row of Object.values(table(played))) expect(row).toHaveLength(2);
      const calls = played.events.filter(({ kind }) => kind === 'call');
      expect(calls).toHaveLength(4 * 48);
    }
  });

  it.each(knobs)('refuses $env beyond its range, by name', async ({ env, min, max, step }) => {
    for (const value of [min - step, max + step]) {
      await expect(play({ [env]: value })).rejects.toThrow(`${env} must be`);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Readonly<Record<string, (played: Played, right: string | undefined) => void>> = {
  'SLOW_S=12': (played, right) => {
    expect(table(played)).toMatchObject({ catalogue: [32, 3] });
    const back = secondsOf(played, 'baseline', 'serving').filter((at) => at > 5);
    expect(Math.min(...back)).toBeCloseTo(30.9, 1);
    expect(Math.min(...back) - 17).toBeGreaterThan(13);
    expect(right).toBe('Over 13 s after it is quick');
  },
  'PANIC_PCT=0': (played, right) => {
    expect(table(played)).toMatchObject({ catalogue: [14, 10], restarts: [6, 1] });
    expect(played.stdout.split('Three questions')[1]).toContain('catalogue: no pod to ask');
    expect(right).toBe('The catalogue too');
  },
  'DEEP_READINESS=0': (played, right) => {
    expect(table(played)).toMatchObject({ orders: [17, 13], catalogue: [14, 3] });
    expect(secondsOf(played, 'pattern', 'not ready')).toEqual([]);
    expect(right).toBe(`${13 - 11}`);
  },
  'PERIOD_S=5': (played, right) => {
    expect(table(played)).toMatchObject({ restarts: [0, 0], catalogue: [4, 4] });
    expect(right).toBe('None');
  },
  'FAILURES=1': (played, right) => {
    expect(table(played)).toMatchObject({ catalogue: [30, 2], restarts: [9, 1] });
    expect(right).toBe('Good for three, bad for one');
    const down = secondsOf(played, 'baseline', 'down');
    expect(down[0]).toBeCloseTo(5.9, 1);
    expect(down.filter((at) => at > 15.8 && at < 16.6)).toHaveLength(4);
  },
  'STUCK_S=0.5 FAILURES=1': (played) => {
    expect(table(played)).toMatchObject({ restarts: [9, 4], catalogue: [29, 9] });
    const down = secondsOf(played, 'pattern', 'down');
    expect(down.filter((at) => at < 13)).toHaveLength(3);
  },
};

describe('an experiment', { timeout: 60_000 }, () => {
  it.each(experiments)('has the answer that the page gives: $set', async ({ set, right }) => {
    const name = Object.entries(set)
      .map(([env, value]) => `${env}=${value}`)
      .join(' ');
    const check = claims[name];
    expect(check, `no claim for ${name}`).toBeDefined();
    check?.(await play(set), right);
  });
});
