import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';

const directory = path.resolve('patterns/resilience-and-fault-tolerance/circuit-breaker/example');

interface Knob {
  readonly env: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
interface Example {
  readonly knobs: readonly Knob[];
  readonly experiments: readonly {
    readonly set: Readonly<Record<string, number>>;
    readonly right?: string;
  }[];
}
const { knobs, experiments } = JSON.parse(
  readFileSync(path.join(directory, 'example.json'), 'utf8'),
) as Example;

type Settings = Readonly<Record<string, number>>;

/** What the program prints with these knobs, run here and afresh. */
async function play(settings: Settings = {}): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    lines.push(line);
  });
  for (const { env } of knobs) vi.stubEnv(env, undefined);
  for (const [env, value] of Object.entries(settings)) vi.stubEnv(env, `${value}`);
  vi.resetModules();
  try {
    await import(path.join(directory, 'main.ts'));
  } finally {
    log.mockRestore();
    vi.unstubAllEnvs();
  }
  return lines.join('\n');
}

/** What `node main.ts` prints. */
function spawn(): Promise<{ stdout: string; stderr: string }> {
  const env = { PATH: process.env['PATH'] };
  return promisify(execFile)(process.execPath, ['main.ts'], { cwd: directory, env });
}

const rows = {
  catalogueFailed: 'catalogue failed',
  checkoutFailed: 'checkout failed',
  fallback: 'checkout by fallback',
  paid: 'checkout paid at once',
};

/** The table: for each row the number without the breaker and the number with it. */
function table(stdout: string): Record<keyof typeof rows, [number, number]> {
  const read = (label: string): [number, number] => {
    const found = new RegExp(`^${label} +(\\d+) +(\\d+)$`, 'm').exec(stdout);
    return [Number(found?.[1]), Number(found?.[2])];
  };
  return {
    catalogueFailed: read(rows.catalogueFailed),
    checkoutFailed: read(rows.checkoutFailed),
    fallback: read(rows.fallback),
    paid: read(rows.paid),
  };
}

/** Seconds at which the breaker opens. */
function openings(stdout: string): number[] {
  return [...stdout.matchAll(/^ *([\d.]+) +breaker: .* -> open$/gm)].map(([, at]) => Number(at));
}

describe('the circuit breaker example', () => {
  it('prints the same three times, in short lines, and no trace', { timeout: 30_000 }, async () => {
    const runs = await Promise.all([spawn(), spawn(), spawn()]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    const { stdout = '', stderr } = runs[0] ?? {};
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(37);
    expect(stderr).toBe('');
    expect(stdout).toBe(`${await play()}\n`);
  });

  it('shows what a breaker saves and what it costs', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      catalogueFailed: [13, 2],
      checkoutFailed: [20, 7],
      fallback: [0, 19],
      paid: [30, 24],
    });
    expect(openings(stdout)).toEqual([9.76, 16.96]);
    expect(stdout).toContain(' 22.55  breaker: half-open -> closed');
  });

  it('has the knobs that example.json lists, with the same defaults', async () => {
    const settings = Object.fromEntries(knobs.map((knob) => [knob.env, knob.default]));
    expect(await play(settings)).toBe(await play());
  });

  it.each(knobs)('runs with $env at both ends of its range', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const figures = table(await play({ [env]: value }));
      const served = [0, 1].map((column) => orders(figures, column));
      expect(served).toEqual([50, 50]);
    }
  });

  it.each(knobs)('refuses $env beyond its range, by name', async ({ env, min, max, step }) => {
    const said = new RegExp(`${env} must be .* from ${min} to ${max} `);
    for (const value of [min - step, max + step]) {
      await expect(play({ [env]: value })).rejects.toThrow(said);
    }
  });
});

/** Orders in one column: each ends in exactly one row. */
function orders(figures: ReturnType<typeof table>, column: number): number {
  const { checkoutFailed, fallback, paid } = figures;
  return [checkoutFailed, fallback, paid].reduce((sum, row) => sum + (row[column] ?? NaN), 0);
}

/** What the page says about each experiment, by its setting. */
const claims: Readonly<Record<string, (stdout: string) => void>> = {
  'CALL_TIMEOUT_S=1': (stdout) => {
    expect(stdout).not.toContain('all 4 threads held');
    expect(table(stdout)).toMatchObject({ catalogueFailed: [0, 0], checkoutFailed: [20, 6] });
    expect(table(stdout)).toMatchObject({ fallback: [0, 16], paid: [30, 28] });
  },
  'THREADS=16': (stdout) => {
    expect(table(stdout)).toMatchObject({ catalogueFailed: [0, 0], checkoutFailed: [20, 7] });
    expect(stdout).not.toContain('all 16 threads held');
  },
  'MINIMUM_CALLS=10': (stdout) => {
    expect(openings(stdout)).toEqual([19.46]);
    expect(table(stdout)).toMatchObject({ catalogueFailed: [13, 13], checkoutFailed: [20, 20] });
    expect(table(stdout)).toMatchObject({ fallback: [0, 7], paid: [30, 23] });
  },
  'FAILURE_RATE_PCT=100': (stdout) => {
    expect(openings(stdout)[0]).toBe(10.95);
    expect(table(stdout)).toMatchObject({ catalogueFailed: [13, 4], checkoutFailed: [20, 9] });
  },
  'OPEN_S=1': (stdout) => {
    expect(openings(stdout)).toHaveLength(3);
    expect(table(stdout)).toMatchObject({ checkoutFailed: [20, 8], paid: [30, 28] });
  },
  'OUTAGE_S=3': (stdout) => {
    expect(openings(stdout)).toEqual([10.36]);
    expect(table(stdout)).toMatchObject({ catalogueFailed: [1, 1], checkoutFailed: [5, 5] });
    expect(table(stdout)).toMatchObject({ fallback: [0, 6], paid: [45, 39] });
  },
};

/** What the right choice says, by the setting of its experiment. */
const rights: Readonly<Record<string, (stdout: string) => string>> = {
  'CALL_TIMEOUT_S=1': (stdout) => {
    const { catalogueFailed, checkoutFailed } = table(stdout);
    if (catalogueFailed[0] > catalogueFailed[1]) return 'Yes, for the threads';
    return checkoutFailed[0] > checkoutFailed[1] ? 'Yes, for the buyers' : 'No';
  },
  'MINIMUM_CALLS=10': (stdout) => {
    const [at = Infinity] = openings(stdout);
    return at === Infinity ? 'Never' : at < 18 ? 'In the outage' : 'After the outage';
  },
  'FAILURE_RATE_PCT=100': (stdout) => {
    const [at = Infinity] = openings(stdout);
    const laterS = Math.round(at - 9.76);
    return laterS === 0 ? 'Not at all' : laterS === 1 ? 'About a second' : 'It never opens';
  },
  'OUTAGE_S=3': (stdout) => {
    const { catalogueFailed, checkoutFailed } = table(stdout);
    const isBetter =
      catalogueFailed[1] < catalogueFailed[0] || checkoutFailed[1] < checkoutFailed[0];
    return isBetter ? 'Yes' : 'No';
  },
};

describe('an experiment', () => {
  it.each(experiments)('has the answer that the page gives: $set', async ({ set, right }) => {
    const name = Object.entries(set)
      .map(([env, value]) => `${env}=${value}`)
      .join(' ');
    const check = claims[name];
    expect(check, `no claim for ${name}`).toBeDefined();
    const stdout = await play(set);
    check?.(stdout);
    expect(right).toBe(rights[name]?.(stdout));
  });
});
