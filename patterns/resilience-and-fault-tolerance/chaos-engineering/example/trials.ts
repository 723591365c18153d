import { LIMIT_MS, RUN_MS } from './bench.ts';
import type { Bench } from './bench.ts';
import { runExperiment } from './experiment.ts';
import type { Report } from './experiment.ts';
import { chanceOf, samplesNeeded } from './statistics.ts';
import type { Count } from './statistics.ts';

export const BEFORE_MS = 4_000;
const ALPHA = 0.05;
/** The baseline runs for a set time. */
const SET_TIME_MS = 10_000;
const FOUND_BY_HAND_MS = 24_000;
const LOOKS = 20;
/** 2 % bad ones are usual; 25 % must not be missed. */
export const PLAN = {
  base: 0.02,
  worse: 0.25,
  alpha: ALPHA,
  power: 0.8,
  looks: LOOKS,
};

export interface Knobs {
  /** Of the customers, in each of the two groups. */
  share: number;
  leaseMs: number;
  /** How long after the fault begins its runner dies; 0: not. */
  diesMs: number;
}

/** One try of the fault; nothing where its runner died. */
export type Try = (
  bench: Bench,
  atMs: number,
  knobs: Knobs,
) => Promise<Report | undefined>;

/** Everybody gets it, and what was before counts as normal. */
export const unguarded: Try = async (bench, atMs, { diesMs }) => {
  const { world } = bench;
  const { clock } = world;
  await clock.sleep(atMs - clock.now());
  bench.trial = 'all';
  const hold = bench.inject(RUN_MS, 'everybody');
  if (diesMs > 0) {
    await clock.sleep(diesMs);
    world.note('runner: dies');
    await clock.sleep(FOUND_BY_HAND_MS - clock.now());
    world.note('fault: found by hand');
    hold.release();
    return undefined;
  }
  await clock.sleep(SET_TIME_MS);
  hold.release();
  await clock.sleep(LIMIT_MS);
  const treated = bench.count(atMs, atMs + SET_TIME_MS);
  const control = bench.count(atMs - BEFORE_MS, atMs);
  const isWorse = chanceOf({ treated, control }) < ALPHA;
  const verdict = isWorse ? 'broken' : 'held';
  return tell(world, { verdict, treated, control }, 'before');
};

/** A share gets it, beside a share of the same hour. */
export const guarded: Try = async (bench, atMs, knobs) => {
  const { share, leaseMs, diesMs } = knobs;
  const { world } = bench;
  const { clock } = world;
  await clock.sleep(atMs - BEFORE_MS - clock.now());
  bench.trial = { name: `trial at ${atMs}`, share };
  const death = new AbortController();
  let spare = (): void => {}; // keeps the runner alive
  const die = (): void => {
    world.note('runner: dies');
    death.abort();
  };
  const count = (sinceMs: number, group: 'treated' | 'control') =>
    bench.count(sinceMs, RUN_MS, group);
  try {
    const report = await runExperiment(
      {
        clock,
        warmUpMs: BEFORE_MS,
        looks: LOOKS,
        lookEveryMs: 1_000,
        leaseMs,
        alpha: ALPHA,
        needed: samplesNeeded(PLAN),
        maxHurt: 25,
        maxControlBad: 0.2,
        read: (sinceMs) => ({
          treated: count(sinceMs, 'treated'),
          control: count(sinceMs, 'control'),
        }),
        inject: (ttlMs) => {
          if (diesMs > 0) spare = clock.setTimer(diesMs, die);
          const percent = `${Math.round(share * 100)} %`;
          const hold = bench.inject(ttlMs, percent);
          // The dead do not tidy up.
          const release = (): void => {
            if (!death.signal.aborted) hold.release();
          };
          return { ...hold, release };
        },
      },
      death.signal,
    );
    return tell(world, report, 'control');
  } catch (error) {
    if (!death.signal.aborted) throw error;
    return undefined;
  } finally {
    spare();
  }
};

function tell(
  world: Bench['world'],
  report: Report,
  other: string,
): Report {
  const { verdict, treated, control } = report;
  const of = ({ bad, total }: Count): string => `${bad}/${total}`;
  world.note(`${of(treated)} bad, ${other} ${of(control)}`);
  world.note(`verdict: ${verdict}`);
  return report;
}
