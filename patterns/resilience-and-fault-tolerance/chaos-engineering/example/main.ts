import { compare, knob } from '#lab';
import type { Figure, World } from '#lab';
import { Bench, LIMIT_MS, PER_SECOND, RUN_MS } from './bench.ts';
import type { Report } from './experiment.ts';
import type { Fault } from './fault-point.ts';
import type { Shop } from './shop.ts';
import { samplesNeeded } from './statistics.ts';
import { BEFORE_MS, guarded, PLAN, unguarded } from './trials.ts';
import type { Try } from './trials.ts';

const whole = true;
const sharePct = knob('SHARE_PCT', 10, '%', {
  min: 1,
  max: 40,
  whole,
});
const kind = knob('FAULT', 1, '(1 slow, 2 error, 3 lost)', {
  min: 1,
  max: 3,
  whole,
});
const delayS = knob('DELAY_S', 3, 's', { min: 0.1, max: 10 });
const timeoutMs = knob('TIMEOUT_MS', 300, 'ms', {
  min: 50,
  max: 1500,
});
const leaseS = knob('LEASE_S', 3, 's', { min: 2, max: 20 });
const diesS = knob('RUNNER_DIES_S', 0, 's', { min: 0, max: 9 });
const badPct = knob('BAD_HOUR_PCT', 8, '%', { min: 1, max: 40 });

const FIRST_MS = 8_000;
const FIX_MS = 25_000;
const SECOND_MS = 30_000;
const WORKERS = 30;
/** What an order may take beyond its slowest usual 290 ms. */
const SPARE_MS = 700;

const faults: readonly Fault[] = [
  { kind: 'delay', delayMs: delayS * 1000 },
  { kind: 'error' },
  { kind: 'lost', share: 0.5 },
];
const fault = faults[kind - 1] ?? { kind: 'error' };

interface Said {
  verdict: Report['verdict'] | 'none';
  tookMs: number;
  /** Whether the shop bears the fault: what is true. */
  isWell: boolean;
}

async function play(
  world: World,
  attempt: Try,
): Promise<Figure[]> {
  const { clock } = world;
  const badHour = badPct / 100;
  const bench = new Bench(world, {
    fault,
    workers: WORKERS,
    badHour,
  });
  const test = async (
    atMs: number,
    diesMs: number,
  ): Promise<Said> => {
    const share = sharePct / 100;
    const knobs = { share, leaseMs: leaseS * 1000, diesMs };
    const report = await attempt(bench, atMs, knobs);
    bench.trial = undefined;
    const verdict = report?.verdict ?? 'none';
    const tookMs = clock.now() - atMs;
    return { verdict, tookMs, isWell: bears(bench.shop) };
  };
  const tests = async (): Promise<Said[]> => {
    const first = await test(FIRST_MS, diesS * 1000);
    await clock.sleep(FIX_MS - clock.now());
    if (first.verdict === 'broken') {
      bench.shop.timeoutMs = timeoutMs;
      world.note(`fix: a timeout of ${timeoutMs} ms`);
    }
    const soonestMs = clock.now() + BEFORE_MS;
    const atMs = Math.max(SECOND_MS, soonestMs);
    return [first, await test(atMs, 0)];
  };
  const [said] = await Promise.all([tests(), bench.open()]);
  return figuresOf(bench, said);
}

/** Most orders are in time with what the fault adds. */
function bears({
  timeoutMs: patience = Infinity,
}: Shop): boolean {
  const lastsMs =
    fault.kind === 'error'
      ? 0
      : fault.kind === 'lost'
        ? Infinity
        : fault.delayMs;
  return Math.min(lastsMs, patience) <= SPARE_MS;
}

function figuresOf(
  bench: Bench,
  said: readonly Said[],
): Figure[] {
  const { total } = bench.count(0, RUN_MS);
  const wrong = said.filter(({ verdict, isWell }) =>
    isWell ? verdict === 'broken' : verdict === 'held',
  );
  const open = said.filter(
    ({ verdict }) => verdict !== 'broken' && verdict !== 'held',
  );
  const needed = samplesNeeded(PLAN);
  const worse = `${100 * PLAN.worse} % beside ${100 * PLAN.base} %`;
  const limitS = LIMIT_MS / 1000;
  const faultS = Math.round(bench.faultMs / 100) / 10;
  const tookS = Math.round((said[1]?.tookMs ?? 0) / 1000);
  const figure = (
    label: string,
    value: number,
    more: Partial<Figure> = {},
  ): Figure => ({ label, value, better: 'lower', ...more });
  return [
    figure('customers hurt', bench.hurt, {
      note: `of ${total}, ${PER_SECOND} a second; good within ${limitS} s`,
    }),
    figure('seconds of fault', faultS, { unit: 's' }),
    figure('wrong verdicts', wrong.length, { note: 'of 2' }),
    figure('no verdict', open.length, { note: 'of 2' }),
    figure('second verdict', tookS, {
      unit: 's',
      note: `the cost: ${needed} orders a group, to see ${worse}`,
    }),
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Fault on all, before and after',
    heading: 'all',
    play: (world) => play(world, unguarded),
  },
  pattern: {
    title: 'Guarded, beside a control group',
    heading: 'guarded',
    play: (world) => play(world, guarded),
  },
});
