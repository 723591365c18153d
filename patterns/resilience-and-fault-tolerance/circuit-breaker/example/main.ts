import { compare, knob, ServiceError } from '#lab';
import type { Figure, World } from '#lab';
import { BreakerOpenError, CircuitBreaker } from './breaker.ts';
import type { State } from './breaker-options.ts';
import { openShop } from './shop.ts';
import type { Guard } from './shop.ts';
import { ORDERS, PAGES, RUN_MS, visit } from './visitors.ts';
import type { Tally } from './visitors.ts';

const failureRatePct = knob('FAILURE_RATE_PCT', 50, '%', {
  min: 10,
  max: 100,
});
const minimumCalls = knob('MINIMUM_CALLS', 3, 'calls', {
  min: 1,
  max: 20,
  whole: true,
});
const windowS = knob('WINDOW_S', 5, 's', { min: 1, max: 30 });
const openS = knob('OPEN_S', 4, 's', { min: 1, max: 15 });
const callTimeoutS = knob('CALL_TIMEOUT_S', 3, 's', {
  min: 0.5,
  max: 6,
});
const threads = knob('THREADS', 4, 'threads', {
  min: 1,
  max: 16,
  whole: true,
});
const outageS = knob('OUTAGE_S', 12, 's', { min: 0, max: 18 });

const TONE = {
  closed: 'normal',
  open: 'blocked',
  'half-open': 'probing',
} as const;

/** A 429 is a limit set for this caller: it decides nothing. */
function isFailure(error: unknown): boolean | undefined {
  if (!(error instanceof ServiceError)) return true;
  return error.status === 429 ? undefined : error.status >= 500;
}

/** The baseline: the call's own timeout is all there is. */
const timeoutOnly: Guard = (pay) => pay();

/** The pattern: a refused order is taken and charged later. */
function breakerIn(world: World): Guard {
  const show = (state: State): void =>
    world.state('breaker', state, TONE[state]);
  show('closed');
  const breaker = new CircuitBreaker({
    clock: world.clock,
    windowMs: windowS * 1000,
    failureRate: failureRatePct / 100,
    minimumCalls,
    slowMs: callTimeoutS * 1000,
    openMs: openS * 1000,
    jitter: 0.2,
    probes: 1,
    successes: 2,
    isFailure,
    random: world.random.fork('jitter').next,
    onState: (to, from) => {
      world.note(`breaker: ${from} -> ${to}`);
      show(to);
    },
  });
  return async (pay, signal) => {
    try {
      return await breaker.call(pay, signal);
    } catch (error) {
      // Only what was never sent. A charge that timed out may
      // have happened: to send it again could charge twice.
      if (error instanceof BreakerOpenError)
        return 'charged later';
      throw error;
    }
  };
}

async function play(
  world: World,
  guard: Guard,
): Promise<Figure[]> {
  const times = {
    outageMs: outageS * 1000,
    callTimeoutMs: callTimeoutS * 1000,
  };
  const shop = openShop(world, { threads, ...times }, guard);
  return figuresOf(await visit(world, shop));
}

function figuresOf(tally: Tally): Figure[] {
  const inVain = tally.refusedInVain;
  const cost = `the cost: ${inVain} refused while payment worked`;
  return [
    {
      label: 'catalogue failed',
      value: tally.pagesFailed,
      better: 'lower',
      note: `of ${PAGES}: these never needed payment`,
    },
    {
      label: 'checkout failed',
      value: tally.ordersFailed,
      better: 'lower',
      note: `of ${ORDERS}`,
    },
    {
      label: 'checkout by fallback',
      value: tally.chargedLater,
      better: 'higher',
      note: 'order taken, charged later',
    },
    {
      label: 'checkout paid at once',
      value: tally.paid,
      better: 'higher',
      ...(inVain > 0 ? { note: cost } : {}),
    },
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Without a breaker',
    heading: 'without',
    play: (world) => play(world, timeoutOnly),
  },
  pattern: {
    title: 'With the breaker',
    heading: 'with',
    play: (world) => play(world, breakerIn(world)),
  },
});
