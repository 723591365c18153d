import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readExamplePack } from '../../../src/patterns/example-pack.ts';
import { openapiProblems } from '../../../src/patterns/openapi-problems.ts';

const capability = 'api-design-and-patterns/restful-apis';
const directory = path.resolve('patterns', capability, 'example');

interface Example {
  readonly knobs: readonly { env: string; default: number; min: number; max: number }[];
  readonly experiments: readonly {
    readonly set: Readonly<Record<string, number>>;
    readonly right?: string;
  }[];
}
const { knobs, experiments } = JSON.parse(
  readFileSync(path.join(directory, 'example.json'), 'utf8'),
) as Example;

type Settings = Readonly<Record<string, number>>;

/** What `node main.ts` prints with these knobs. */
async function play(settings: Settings = {}): Promise<string> {
  const env: Record<string, string | undefined> = { PATH: process.env['PATH'] };
  for (const [name, value] of Object.entries(settings)) env[name] = `${value}`;
  const options = { cwd: directory, env };
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['main.ts'], options);
  expect(stderr).toBe('');
  return stdout;
}

/** For each row of the table the number without preconditions and the number with them. */
function row(stdout: string, label: string): readonly number[] {
  const cells = new RegExp(`^${label} +(\\d+) +(\\d+)$`, 'm').exec(stdout)?.slice(1) ?? [];
  return cells.map(Number);
}

describe('the example of RESTful APIs', { timeout: 60_000 }, () => {
  it('prints the same three times, in short lines', async () => {
    const runs = await Promise.all([play(), play(), play()]);
    expect(new Set(runs).size).toBe(1);
    const longest = Math.max(...(runs[0] ?? '').split('\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(37);
  });

  it('has the knobs that example.json lists, with the same defaults', async () => {
    const settings = Object.fromEntries(knobs.map((knob) => [knob.env, knob.default]));
    expect(await play(settings)).toBe(await play());
  });

  it.each(knobs)('runs with $env at both ends, and no item is unaccounted for', async (knob) => {
    for (const value of [knob.min, knob.max]) {
      const stdout = await play({ [knob.env]: value });
      const clerks = knob.env === 'CLERKS' ? value : 3;
      const rows = ['items kept', 'lost unnoticed', 'gave up, told'].map((one) => row(stdout, one));
      for (const column of [0, 1]) {
        expect(rows.reduce((sum, cells) => sum + (cells[column] ?? NaN), 0)).toBe(clerks);
      }
    }
  });

  it.each(knobs)('refuses $env beyond its range, by name', async ({ env, min, max }) => {
    for (const value of [min - 1, max + 1]) {
      await expect(play({ [env]: value })).rejects.toThrow(`${env} must be`);
    }
  });

  it('has a contract that validates', async () => {
    expect(await openapiProblems(await readExamplePack(capability))).toEqual([]);
  });
});

/** What the page says about each experiment, by its setting. */
const claims: Readonly<Record<string, (stdout: string, right: string | undefined) => void>> = {
  'CLERKS=8': (stdout, right) => {
    expect(row(stdout, 'items kept')).toEqual([0, 3]);
    expect(right).toBe('3');
    expect(row(stdout, 'gave up, told')).toEqual([0, 5]);
    expect(row(stdout, 'lost unnoticed')).toEqual([8, 0]);
    expect(row(stdout, 'requests')).toEqual([23, 49]);
  },
  'REQUIRE_IF_MATCH=0': (stdout, right) => {
    expect(row(stdout, 'items kept')).toEqual([0, 0]);
    expect(right).toBe('None');
    expect(row(stdout, 'lost unnoticed')).toEqual([3, 3]);
    expect(stdout.match(/import +PUT, no If-Match +200/g)).toHaveLength(2);
  },
  'TRIES=1': (stdout, right) => {
    expect(row(stdout, 'lost unnoticed')).toEqual([3, 0]);
    expect(right).toBe('No, but clerks are told');
    expect(row(stdout, 'items kept')).toEqual([0, 1]);
    expect(row(stdout, 'gave up, told')).toEqual([0, 2]);
    expect(row(stdout, 'requests')).toEqual([13, 13]);
  },
  'LOST_ANSWERS=5': (stdout) => {
    expect(row(stdout, 'orders made')).toEqual([6, 1]);
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
