/** Runs the program of a page's example with its knobs set, and checks what every example keeps. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, vi } from 'vitest';
import { TRACE_MARK } from '../../../playground/lab/emit.ts';
import type { TraceEvent } from '../../../playground/lab/trace.ts';

interface Knob {
  readonly env: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}
interface Experiment {
  readonly set: Settings;
  readonly right?: string;
}

/** Knobs by their environment variables. */
export type Settings = Readonly<Record<string, number>>;

/** What a run prints, and what it tells the drawings. */
export interface Traced {
  readonly stdout: string;
  readonly events: readonly TraceEvent[];
}

/** An example, as `example.json` describes it, and three ways to run it. */
export interface PlayedExample {
  readonly knobs: readonly Knob[];
  readonly experiments: readonly Experiment[];
  /** What the program prints with these knobs, run here and afresh: quicker than `spawn`. */
  readonly play: (settings?: Settings) => Promise<string>;
  /** What `node main.ts` prints, as a reader runs it. */
  readonly spawn: () => Promise<{ stdout: string; stderr: string }>;
  /** What `node main.ts` prints and traces with these knobs. */
  readonly trace: (settings?: Settings) => Promise<Traced>;
}

/** @param page `<category>/<capability>` */
export function playedExample(page: string): PlayedExample {
  const directory = path.resolve('patterns', page, 'example');
  const { knobs, experiments } = JSON.parse(
    readFileSync(path.join(directory, 'example.json'), 'utf8'),
  ) as Pick<PlayedExample, 'knobs' | 'experiments'>;

  const play = async (settings: Settings = {}): Promise<string> => {
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
  };
  const spawn = (more: Readonly<Record<string, string>> = {}) => {
    const env = { PATH: process.env['PATH'], ...more };
    return promisify(execFile)(process.execPath, ['main.ts'], { cwd: directory, env });
  };
  const trace = async (settings: Settings = {}): Promise<Traced> => {
    const texts = Object.entries(settings).map(([name, value]) => [name, `${value}`]);
    const { stdout, stderr } = await spawn({ TRACE: 'json', ...Object.fromEntries(texts) });
    const lines = stderr.split('\n').filter((line) => line !== '');
    const events = lines.map((line) => JSON.parse(line.replace(TRACE_MARK, '')) as TraceEvent);
    return { stdout, events };
  };
  return { knobs, experiments, play, spawn: () => spawn(), trace };
}

/** Declares the tests of what every example keeps, within the `describe` of one. */
export function keepsItsWord({ knobs, play, spawn }: PlayedExample): void {
  it('prints the same three times, in short lines, and no trace', async () => {
    const runs = await Promise.all([spawn(), spawn(), spawn()]);
    const [first, ...others] = new Set(runs.map(({ stdout, stderr }) => stdout + stderr));
    expect(others).toEqual([]);
    expect(first).toBe(`${await play()}\n`);
    const longest = Math.max(...(first ?? '').split('\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(37);
  });

  it('has the knobs that example.json lists, with the same defaults', async () => {
    const settings = Object.fromEntries(knobs.map((knob) => [knob.env, knob.default]));
    expect(await play(settings)).toBe(await play());
  });

  it.each(knobs)('refuses $env beyond its range, by name', async ({ env, min, max, step }) => {
    const said = new RegExp(`${env} must be .* from ${min} to ${max} `);
    for (const value of [min - step, max + step]) {
      await expect(play({ [env]: value })).rejects.toThrow(said);
    }
  });
}

/**
 * What the page says of each experiment, by its setting: "A=1 B=2". A claim asserts the numbers and
 * returns what the right choice says by them; nothing where a reader answers in words.
 */
export type Claims<Result> = Readonly<
  Record<string, (result: Result) => string | undefined | Promise<string | undefined>>
>;

/**
 * Declares a test for each experiment, within the `describe` of an example.
 * @param run with the knobs of an experiment
 */
export function answersExperiments<Result>(
  { experiments }: PlayedExample,
  run: (settings: Settings) => Promise<Result>,
  claims: Claims<Result>,
): void {
  it.each(experiments)('has the answer that the page gives: $set', async ({ set, right }) => {
    const claim = claims[nameOf(set)];
    if (!claim) throw new Error(`no claim for ${nameOf(set)}`);
    expect(right).toBe(await claim(await run(set)));
  });
}

/** The rows of the comparison by names of the test's own. */
export function tableOf<Name extends string>(
  stdout: string,
  labels: Readonly<Record<Name, string>>,
): Record<Name, readonly [number, number]> {
  const names = Object.keys(labels) as Name[];
  const rows = names.map((name) => [name, row(stdout, labels[name])] as const);
  return Object.fromEntries(rows) as Record<Name, readonly [number, number]>;
}

/** A row of the comparison: the number of the baseline, and of the pattern. */
export function row(stdout: string, label: string): readonly [number, number] {
  const cells = new RegExp(`^${label} +([\\d.]+) +([\\d.]+)$`, 'm').exec(stdout);
  return [Number(cells?.[1]), Number(cells?.[2])];
}

function nameOf(set: Settings): string {
  return Object.entries(set)
    .map(([env, value]) => `${env}=${value}`)
    .join(' ');
}
