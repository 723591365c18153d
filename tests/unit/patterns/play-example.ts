/** Runs the program of a page's example with its knobs set, for the tests of its experiments. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';

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

/** An example, as `example.json` describes it, and two ways to run it. */
export interface PlayedExample {
  readonly knobs: readonly Knob[];
  readonly experiments: readonly Experiment[];
  /** What the program prints with these knobs, run here and afresh: quicker than `spawn`. */
  readonly play: (settings?: Settings) => Promise<string>;
  /** What `node main.ts` prints, as a reader runs it. */
  readonly spawn: () => Promise<{ stdout: string; stderr: string }>;
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
  const spawn = (): Promise<{ stdout: string; stderr: string }> => {
    const env = { PATH: process.env['PATH'] };
    return promisify(execFile)(process.execPath, ['main.ts'], { cwd: directory, env });
  };
  return { knobs, experiments, play, spawn };
}

/** A row of the comparison: the number of the baseline, and of the pattern. */
export function row(stdout: string, label: string): readonly [number, number] {
  const cells = new RegExp(`^${label} +([\\d.]+) +([\\d.]+)$`, 'm').exec(stdout);
  return [Number(cells?.[1]), Number(cells?.[2])];
}

/** "A=1 B=2", by which a test finds what it claims of an experiment. */
export function nameOf(set: Settings): string {
  return Object.entries(set)
    .map(([env, value]) => `${env}=${value}`)
    .join(' ');
}
