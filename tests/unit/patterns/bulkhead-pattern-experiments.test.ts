import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';

const directory = path.resolve('patterns/resilience-and-fault-tolerance/bulkhead-pattern/example');

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
  checkoutFailed: 'checkout failed',
  productFailed: 'product failed',
  bare: 'without reviews',
  full: 'with reviews',
};

/** The table: for each row the number without the bulkhead and the number with it. */
function table(stdout: string): Record<keyof typeof rows, [number, number]> {
  const read = (label: string): [number, number] => {
    const found = new RegExp(`^${label} +(\\d+) +(\\d+)$`, 'm').exec(stdout);
    return [Number(found?.[1]), Number(found?.[2])];
  };
  return {
    checkoutFailed: read(rows.checkoutFailed),
    productFailed: read(rows.productFailed),
    bare: read(rows.bare),
    full: read(rows.full),
  };
}

describe('the bulkhead example', () => {
  it('prints the same three times, in short lines, and no trace', { timeout: 30_000 }, async () => {
    const runs = await Promise.all([spawn(), spawn(), spawn()]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    const { stdout = '', stderr } = runs[0] ?? {};
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(37);
    expect(stderr).toBe('');
    expect(stdout).toBe(`${await play()}\n`);
  });

  it('shows what a bulkhead saves and what it costs', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      checkoutFailed: [11, 0],
      productFailed: [12, 0],
      bare: [2, 27],
      full: [46, 33],
    });
    expect(stdout.match(/all 5 threads held/g)).toHaveLength(1);
  });

  it('has the knobs that example.json lists, with the same defaults', async () => {
    const settings = Object.fromEntries(knobs.map((knob) => [knob.env, knob.default]));
    expect(await play(settings)).toBe(await play());
  });

  it.each(knobs)('runs with $env at both ends of its range', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const { productFailed, bare, full } = table(await play({ [env]: value }));
      const shown = [0, 1].map((column) =>
        [productFailed, bare, full].reduce((sum, row) => sum + (row[column] ?? NaN), 0),
      );
      expect(shown).toEqual([60, 60]);
    }
  });

  it.each(knobs)('refuses $env beyond its range, by name', async ({ env, min, max, step }) => {
    const said = new RegExp(`${env} must be .* from ${min} to ${max} `);
    for (const value of [min - step, max + step]) {
      await expect(play({ [env]: value })).rejects.toThrow(said);
    }
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Readonly<Record<string, (stdout: string) => Promise<void> | void>> = {
  'QUEUE=3 MAX_WAIT_S=5': (stdout) => {
    expect(table(stdout).checkoutFailed).toEqual([11, 15]);
  },
  'LIMIT=5': async (stdout) => {
    for (const [without, withIt] of Object.values(table(stdout))) expect(withIt).toBe(without);
    expect(table(stdout).checkoutFailed).toEqual([11, 11]);
    expect(table(await play({ LIMIT: 4 })).checkoutFailed).toEqual([11, 0]);
  },
  'SLOW_S=0.1 LIMIT=1': async (stdout) => {
    expect(table(stdout)).toMatchObject({ bare: [0, 9], full: [60, 51] });
    expect(table(await play({ SLOW_S: 0.1 })).bare).toEqual([0, 1]);
  },
  'CALL_TIMEOUT_S=1': (stdout) => {
    expect(table(stdout)).toMatchObject({ checkoutFailed: [0, 0], productFailed: [0, 0] });
    expect(table(stdout).bare).toEqual([21, 27]);
  },
  'SLOW_S=1': (stdout) => {
    expect(table(stdout)).toMatchObject({ checkoutFailed: [0, 0], productFailed: [0, 0] });
    expect(table(stdout).bare).toEqual([0, 10]);
  },
  'THREADS=16': async (stdout) => {
    expect(table(stdout)).toMatchObject({ checkoutFailed: [0, 0], full: [55, 33] });
    expect(table(await play({ THREADS: 16, LIMIT: 12 })).full).toEqual([55, 54]);
  },
};

/** What the right choice says, by the setting of its experiment. */
const rights: Readonly<Record<string, (stdout: string) => string>> = {
  'QUEUE=3 MAX_WAIT_S=5': (stdout) => {
    const [without, withIt] = table(stdout).checkoutFailed;
    if (withIt === 0) return 'None, as before';
    return withIt < without
      ? 'Some, fewer than without a bulkhead'
      : 'More than without a bulkhead';
  },
  'SLOW_S=0.1 LIMIT=1': (stdout) => {
    const [, bare] = table(stdout).bare;
    return bare === 0 ? 'None' : bare <= 5 ? '1 to 5' : '6 or more';
  },
  'CALL_TIMEOUT_S=1': (stdout) => (table(stdout).checkoutFailed[0] > 0 ? 'Yes' : 'No'),
  'SLOW_S=1': (stdout) => {
    const { checkoutFailed, productFailed, full } = table(stdout);
    const good = [0, 1].map(
      (column) =>
        (full[column] ?? NaN) - (checkoutFailed[column] ?? NaN) - (productFailed[column] ?? NaN),
    );
    const [without = NaN, withIt = NaN] = good;
    if (without === withIt) return 'No difference';
    return withIt > without ? 'With the bulkhead' : 'Without it';
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
    await check?.(stdout);
    expect(right).toBe(rights[name]?.(stdout));
  });
});

/** Erlang B: the share of calls that find all places taken, by B₀ = 1, Bₙ = a·Bₙ₋₁ ÷ (n + a·Bₙ₋₁). */
function refusedPct(places: number, busy: number): number {
  let blocked = 1;
  for (let n = 1; n <= places; n += 1) blocked = (busy * blocked) / (n + busy * blocked);
  return blocked * 100;
}

describe('what the page says of refusals by chance', () => {
  const page = readFileSync(path.join(directory, '../index.mdx'), 'utf8');

  it.each([
    [20, 12, '1', 'refuse 1 % of calls with 20 shared places'],
    [7, 4, '6.3', 'With three walls of 7 it is 6.3 %'],
    [10, 4, '0.5', 'it takes 10 each for 0.5 %'],
    [8, 3, '0.8', '8 places for 3 busy refuse 0.8 %'],
    [10, 3, '0.08', '10 refuse 0.08 %'],
  ])('%d places for %d busy: %s %%', (places, busy, percent, sentence) => {
    expect(page).toContain(sentence);
    const decimals = percent.split('.')[1]?.length ?? 0;
    expect(refusedPct(places, busy).toFixed(decimals)).toBe(percent);
  });
});
