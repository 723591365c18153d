/**
 * A page quotes its example, and the example prints what the page quotes: each entry derives the
 * sentences under "Run it" from a run made now.
 */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { TraceEvent } from '../../playground/lab/trace.ts';
import { readExamplePack } from '../../src/patterns/example-pack.ts';
import { recordRun } from '../../src/patterns/recorded-run.ts';

/** What a run printed and traced. */
interface Run {
  readonly stdout: string;
  readonly events: readonly TraceEvent[];
}

/** Capability → sentences, or parts of them, that its page must contain. */
type Claims = Readonly<Record<string, (run: Run) => readonly string[]>>;

const pages: Claims = {
  'resilience-and-fault-tolerance/circuit-breaker': ({ stdout, events }) => {
    const [without, withBreaker] = row(stdout, 'catalogue failed');
    const held = secondOf(stdout, 'all 4 threads held');
    const timedOut = secondOf(stdout, 'checkout: no answer in 3 s');
    const [from, to] = [
      secondOf(stdout, 'payment hangs'),
      secondOf(stdout, 'payment answers again'),
    ];
    const inVain = /(\d+) refused while payment worked/.exec(notesOf(events))?.[1];
    const [threads, timeoutS, windowS] = [4, 3, 5];
    const rate = threads / timeoutS;
    return [
      `From second ${from} to ${to} of 30, payment accepts calls and never answers.`,
      `Without the breaker ${without} of 40 catalogue pages fail; with it, ${withBreaker}.`,
      `all threads are held at ${held.toFixed(1)} s`,
      `the first timeout is counted at ${timedOut.toFixed(1)} s`,
      `The price is ${inVain} orders put off after payment was back.`,
      `Four threads end at most ${rate.toFixed(2)} hung calls a second`,
      `over ${windowS} − ${timeoutS} s that is ${(rate * (windowS - timeoutS)).toFixed(1)}, so the minimum is ${Math.ceil(rate * (windowS - timeoutS))}.`,
    ];
  },
};

test.each(Object.entries(pages))('%s quotes its example as it runs', async (capability, claims) => {
  const pack = await readExamplePack(capability);
  const page = await readFile(`patterns/${capability}/index.mdx`, 'utf8');
  const missing = claims(await recordRun(pack)).filter((claim) => !page.includes(claim));
  expect(missing).toEqual([]);
});

/** The two numbers of a line of the comparison: without, with. */
function row(stdout: string, label: string): readonly [number, number] {
  const [, without, withPattern] =
    new RegExp(`^${label}\\s+(\\d+)\\s+(\\d+)$`, 'm').exec(stdout) ?? [];
  if (without === undefined || withPattern === undefined) throw new Error(`No row "${label}".`);
  return [Number(without), Number(withPattern)];
}

/** When a line of the story was printed first, in seconds. */
function secondOf(stdout: string, text: string): number {
  const line = stdout.split('\n').find((candidate) => candidate.endsWith(`  ${text}`));
  if (line === undefined) throw new Error(`The run does not print "${text}".`);
  return Number.parseFloat(line);
}

/** Everything the comparison says beside its figures. */
function notesOf(events: readonly TraceEvent[]): string {
  return JSON.stringify(events.filter(({ kind }) => kind === 'figure'));
}
