import { compare, knob, ServiceError, TimeoutError } from '#lab';
import type { Figure, World } from '#lab';
import { RetryBudget, unlimited } from './retry-budget.ts';
import type { Budget } from './retry-budget.ts';
import { Server, WORK_MS, WORKERS } from './server.ts';
import { RUN_MS, send } from './traffic.ts';
import type { Tally } from './traffic.ts';

const attempts = knob('ATTEMPTS', 3, 'attempts', {
  min: 1,
  max: 5,
  whole: true,
});
const budgetPct = knob('BUDGET_PCT', 10, '%', {
  min: 0,
  max: 100,
});
const burst = knob('BURST', 10, 'retries', {
  min: 1,
  max: 100,
  whole: true,
});
const backoffMs = knob('BACKOFF_MS', 100, 'ms', {
  min: 0,
  max: 3000,
});
const loadPerS = knob('LOAD_PER_S', 20, 'requests/s', {
  min: 5,
  max: 24,
  whole: true,
});
const slowS = knob('SLOW_S', 3, 's', { min: 0, max: 10 });
const errorPct = knob('ERROR_PCT', 0, '%', { min: 0, max: 50 });
const queue = knob('QUEUE', 50, 'requests', {
  min: 0,
  max: 100,
  whole: true,
});

const CAPACITY = (WORKERS * 1000) / WORK_MS;

/** A timeout or a 503; the request is a read, safe to repeat. */
function retryAfterMs(error: unknown): number | undefined {
  if (error instanceof TimeoutError) return 0;
  const overloaded =
    error instanceof ServiceError && error.status === 503;
  return overloaded ? 0 : undefined;
}

/** The budget, and a strip that shows when it is empty. */
function drawn(world: World, budget: RetryBudget): Budget {
  let had: boolean | undefined;
  const draw = (): void => {
    const has = budget.tokens >= 1;
    if (has === had) return;
    had = has;
    if (has) world.state('retry budget', 'tokens', 'normal');
    else world.state('retry budget', 'empty', 'blocked');
  };
  draw();
  return {
    deposit: () => {
      budget.deposit();
      draw();
    },
    withdraw: () => {
      const given = budget.withdraw();
      draw();
      return given;
    },
  };
}

async function play(
  world: World,
  budget: Budget,
): Promise<Figure[]> {
  const server = new Server(world, {
    queue,
    slowMs: slowS * 1000,
    errorRate: errorPct / 100,
  });
  const tally = await send(world, server, {
    perSecond: loadPerS,
    capacity: CAPACITY,
    retries: {
      clock: world.clock,
      random: world.random.fork('jitter').next,
      attempts,
      baseMs: backoffMs,
      capMs: 5_000,
      budget,
      retryAfterMs,
    },
  });
  return figuresOf(tally, server);
}

function figuresOf(tally: Tally, server: Server): Figure[] {
  const times = [...server.executed.values()];
  const done = times.reduce((sum, n) => sum + n, 0);
  return [
    {
      label: 'answered in time',
      value: tally.answered,
      better: 'higher',
      note: `of ${tally.requests} requests`,
    },
    {
      label: 'failed',
      value: tally.failed,
      better: 'lower',
    },
    {
      label: 'attempts sent',
      value: tally.sent,
      better: 'lower',
      note: `the server can serve ${CAPACITY} a second`,
    },
    {
      label: 'work for nobody',
      value: done - tally.answered,
      better: 'lower',
      note: 'done after its caller had gone',
    },
    {
      label: 'done more than once',
      value: times.filter((n) => n > 1).length,
      better: 'lower',
      note: 'harmless only where repeating is',
    },
  ];
}

await compare({
  seed: 7,
  durationMs: RUN_MS,
  baseline: {
    title: 'Retries without a budget',
    heading: 'without',
    play: (world) => play(world, unlimited),
  },
  pattern: {
    title: 'Retries with a budget',
    heading: 'with',
    play: (world) =>
      play(
        world,
        drawn(
          world,
          new RetryBudget({ ratio: budgetPct / 100, burst }),
        ),
      ),
  },
});
