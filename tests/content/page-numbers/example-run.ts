import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { TRACE_MARK } from '../../../playground/lab/emit.ts';
import type {
  FigureEvent,
  RunEvent,
  SpanEvent,
  TraceEvent,
} from '../../../playground/lab/trace.ts';

/** A default run: its table and moments as printed, its trace, and the knobs it ran with. */
export interface Run {
  /** A cell of the printed comparison table. */
  readonly cell: (row: string, column: string) => number;
  /** Second of the first line of the story that says so, under a title. */
  readonly moment: (title: string, text: string) => number;
  /** A number in the note of a figure of the pattern's run. */
  readonly noted: (row: string, sentence: RegExp) => number;
  readonly knob: (env: string) => number;
  readonly fault: { readonly fromS: number; readonly toS: number };
  readonly durationS: number;
}

export interface Claim {
  /** The page's words, with `{}` for each number. */
  readonly says: string;
  readonly numbers: (run: Run) => readonly (number | string)[];
}

/** Runs an example as a reader does, without a knob set. */
export async function play(folder: string): Promise<Run> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['main.ts'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TRACE: 'json' },
  });
  const example = JSON.parse(await readFile(path.join(folder, 'example.json'), 'utf8')) as {
    knobs: { env: string; default: number }[];
  };
  const events = stderr
    .split('\n')
    .filter((line) => line.startsWith(TRACE_MARK))
    .map((line) => JSON.parse(line.slice(TRACE_MARK.length)) as TraceEvent);
  const run = events.find((event): event is RunEvent => event.kind === 'run');
  const span = events.find((event): event is SpanEvent => event.kind === 'span');
  const figures = events.filter((event): event is FigureEvent => event.kind === 'figure');
  return {
    cell: (row, column) => cellOf(stdout, row, column),
    moment: (title, text) => momentOf(stdout, title, text),
    noted: (row, sentence) => {
      const figure = figures.findLast((one) => one.label === row);
      return Number(sentence.exec(figure?.note ?? '')?.[1]);
    },
    knob: (env) => example.knobs.find((knob) => knob.env === env)?.default ?? NaN,
    fault: { fromS: (span?.startMs ?? NaN) / 1000, toS: (span?.endMs ?? NaN) / 1000 },
    durationS: (run?.durationMs ?? NaN) / 1000,
  };
}

function cellOf(stdout: string, row: string, column: string): number {
  const table = stdout.trimEnd().split('\n\n').at(-1)?.split('\n') ?? [];
  const at = table[0]?.trim().split(/\s+/).indexOf(column) ?? -1;
  const cells = table.find((line) => line.startsWith(`${row} `))?.slice(row.length);
  return Number(cells?.trim().split(/\s+/)[at]);
}

function momentOf(stdout: string, title: string, text: string): number {
  const story = stdout.split('\n\n').find((block) => block.startsWith(title)) ?? '';
  const line = story.split('\n').find((one) => one.replace(/^ *[\d.]+ +/, '').startsWith(text));
  return Number.parseFloat(line ?? '');
}
