import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';

const directory = path.resolve('patterns/resilience-and-fault-tolerance/backpressure/example');

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
  useful: 'useful answers',
  timedOut: 'timed out',
  refused: 'refused',
  inVain: 'done for nobody',
  longest: 'longest line',
  importedAt: 'import done at',
};

/** The table: for each row the number of the open door and that of the pattern. */
function table(stdout: string): Record<keyof typeof rows, [number, number]> {
  const read = (label: string): [number, number] => {
    const found = new RegExp(`^${label} +([\\d.]+) +([\\d.]+)$`, 'm').exec(stdout);
    return [Number(found?.[1]), Number(found?.[2])];
  };
  return {
    useful: read(rows.useful),
    timedOut: read(rows.timedOut),
    refused: read(rows.refused),
    inVain: read(rows.inVain),
    longest: read(rows.longest),
    importedAt: read(rows.importedAt),
  };
}

describe('the backpressure example', () => {
  it('prints the same three times, in short lines, and no trace', { timeout: 30_000 }, async () => {
    const runs = await Promise.all([spawn(), spawn(), spawn()]);
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    const { stdout = '', stderr } = runs[0] ?? {};
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(37);
    expect(stderr).toBe('');
    expect(stdout).toBe(`${await play()}\n`);
  });

  it('shows what a short line saves and what it costs', async () => {
    const stdout = await play();
    expect(table(stdout)).toEqual({
      useful: [48, 90],
      timedOut: [70, 0],
      refused: [0, 28],
      inVain: [70, 0],
      longest: [31, 4],
      importedAt: [4.6, 11.4],
    });
    const [open = '', guarded = ''] = stdout.split('\n\n');
    expect(open).toContain(' 26.00  useful again, after 10 s');
    expect(guarded).not.toContain('no useful answer');
  });

  it('has the knobs that example.json lists, with the same defaults', async () => {
    const settings = Object.fromEntries(knobs.map((knob) => [knob.env, knob.default]));
    expect(await play(settings)).toBe(await play());
  });

  it.each(knobs)('runs with $env at both ends, in time', async ({ env, min, max }) => {
    for (const value of [min, max]) {
      const { useful, importedAt, timedOut, refused } = table(await play({ [env]: value }));
      for (const column of [0, 1] as const) {
        expect(importedAt[column]).toBeGreaterThan(1);
        expect(importedAt[column]).toBeLessThanOrEqual(30);
        expect(useful[column]).toBeGreaterThan(0);
      }
      if (env === 'TRIES') continue;
      const asked = [0, 1].map((column) =>
        [useful, timedOut, refused].reduce((sum, row) => sum + (row[column] ?? NaN), 0),
      );
      expect(asked[0]).toBe(asked[1]);
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
  'TRIES=2': async (stdout) => {
    expect(table(stdout).useful).toEqual([3, 95]);
    expect(stdout.split('\n\n')[0]).not.toContain('useful again');
    expect(table(await play({ TRIES: 2, BURST: 1 })).useful[0]).toBe(3);
  },
  'NEWEST_FIRST=1': (stdout) => {
    const { useful, timedOut, importedAt } = table(stdout);
    expect([useful[0], timedOut[0], importedAt[0]]).toEqual([90, 28, 10.4]);
  },
  'QUEUE=200': (stdout) => {
    const { useful, timedOut, refused, inVain, longest } = table(stdout);
    expect(useful).toEqual([48, 90]);
    expect(timedOut[1] + refused[1]).toBe(28);
    expect([inVain[1], longest[1]]).toEqual([0, 22]);
    expect(stdout).toContain('users: too late');
    expect(stdout).not.toContain('users: line is full');
  },
  'PATIENCE_S=6': async (stdout) => {
    expect(table(stdout).useful).toEqual([96, 77]);
    expect(table(await play({ PATIENCE_S: 6, QUEUE: 28 })).useful[1]).toBe(101);
  },
  'QUEUE=0': (stdout) => {
    expect(table(stdout).useful[1]).toBe(63);
  },
  'WINDOW=16 QUEUE=20': async (stdout) => {
    const { useful, timedOut, importedAt } = table(stdout);
    expect([useful[1], timedOut[1], importedAt[1]]).toEqual([83, 12, 4.6]);
    const held = table(await play({ WINDOW: 1, QUEUE: 20 }));
    expect([held.useful[1], held.timedOut[1]]).toEqual([90, 5]);
  },
  'WORKERS=4': (stdout) => {
    expect(table(stdout)).toMatchObject({ useful: [118, 111], refused: [0, 7] });
  },
};

/** What the right choice says, by the setting of its experiment. */
const rights: Readonly<Record<string, (stdout: string) => string>> = {
  'TRIES=2': (stdout) => {
    const [open] = table(stdout).useful;
    if (open < 5) return 'Next to none';
    return open > 52 ? 'More than 48' : 'About 48';
  },
  'NEWEST_FIRST=1': (stdout) => {
    const times = table(stdout).useful[0] / 48;
    if (times > 1.7) return 'Almost twice as many';
    return times < 0.9 ? 'Fewer useful answers' : 'About as many';
  },
  'QUEUE=200': (stdout) => {
    const [without, bounded] = table(stdout).useful;
    if (bounded <= without) return 'As many as without anything';
    return bounded >= 90 ? 'As many as with the bound' : 'Somewhere between';
  },
  'PATIENCE_S=6': (stdout) => {
    const [without, withIt] = table(stdout).useful;
    return withIt > without ? 'Yes' : 'No';
  },
  'WORKERS=4': (stdout) => {
    const [without, withIt] = table(stdout).useful;
    return withIt > without ? 'Yes' : 'No';
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
