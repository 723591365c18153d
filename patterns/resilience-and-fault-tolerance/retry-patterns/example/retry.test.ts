import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random, VirtualClock, World } from '#lab';
import { retry } from './retry.ts';
import type { Call, RetryOptions } from './retry.ts';
import { RetryBudget, unlimited } from './retry-budget.ts';
import type { Budget } from './retry-budget.ts';
import { Server } from './server.ts';

const DOWN = new Error('503');
const NOT_FOUND = new Error('404');

/** Runs calls in virtual time, and keeps when each try began. */
function setUp(options: Partial<RetryOptions> = {}) {
  const clock = new VirtualClock();
  const triedAt: number[] = [];
  const all: RetryOptions = {
    clock,
    random: () => 0.5,
    attempts: 3,
    baseMs: 100,
    capMs: 1_000,
    budget: unlimited,
    retryAfterMs: (error) => (error === DOWN ? 0 : undefined),
    ...options,
  };
  /** Fails so many times, then answers. */
  const call = (failures: number, how: Call = {}, error = DOWN) =>
    retry(
      async (attempt) => {
        triedAt.push(clock.now());
        if (attempt <= failures) throw error;
        return attempt;
      },
      all,
      how,
    );
  return { clock, triedAt, call };
}

/** A budget that says what was asked of it. */
function watched(tokens: number) {
  const seen = { deposits: 0, withdrawals: 0 };
  const budget: Budget = {
    deposit: () => {
      seen.deposits += 1;
    },
    withdraw: () => {
      seen.withdrawals += 1;
      return seen.withdrawals <= tokens;
    },
  };
  return { budget, seen };
}

describe('a retry', () => {
  it('is not made after an answer', async () => {
    const { clock, triedAt, call } = setUp();
    assert.equal(await clock.run(() => call(0)), 1);
    assert.deepEqual(triedAt, [0]);
  });

  it('waits a random part of a time that doubles', async () => {
    const { clock, triedAt, call } = setUp({ attempts: 5 });
    assert.equal(await clock.run(() => call(4)), 5);
    assert.deepEqual(triedAt, [0, 50, 150, 350, 750]);
  });

  it('waits at most the cap', async () => {
    const { clock, triedAt, call } = setUp({
      attempts: 5,
      capMs: 200,
    });
    await clock.run(() => call(4));
    assert.deepEqual(triedAt, [0, 50, 150, 250, 350]);
  });

  it('adds the jitter to what the server asks for', async () => {
    const { clock, triedAt, call } = setUp({
      retryAfterMs: () => 2_000,
    });
    await clock.run(() => call(1));
    assert.deepEqual(triedAt, [0, 2_050]);
  });

  it('is not made beyond the attempts', async () => {
    const { clock, triedAt, call } = setUp();
    await assert.rejects(
      clock.run(() => call(9)),
      DOWN,
    );
    assert.equal(triedAt.length, 3);
  });

  it('is not made for an error that is an answer', async () => {
    const { clock, triedAt, call } = setUp();
    const failing = clock.run(() => call(1, {}, NOT_FOUND));
    await assert.rejects(failing, NOT_FOUND);
    assert.equal(triedAt.length, 1);
  });

  it('is not waited for past the deadline', async () => {
    const { clock, triedAt, call } = setUp();
    const failing = clock.run(() => call(9, { deadlineMs: 150 }));
    await assert.rejects(failing, DOWN);
    assert.deepEqual(triedAt, [0, 50]);
    assert.equal(clock.now(), 50);
  });

  it('is made for work that throws before it waits', async () => {
    const { clock } = setUp();
    const options = { clock, random: () => 0, budget: unlimited };
    let tries = 0;
    const work = () => {
      tries += 1;
      if (tries === 1) throw DOWN;
      return Promise.resolve('ok');
    };
    const answer = clock.run(() =>
      retry(work, {
        ...options,
        attempts: 2,
        baseMs: 1,
        capMs: 1,
        retryAfterMs: () => 0,
      }),
    );
    assert.equal(await answer, 'ok');
  });
});

describe('a caller who hangs up', () => {
  it('ends the wait at once, and nothing is sent', async () => {
    const { clock, triedAt, call } = setUp();
    const { signal, abort } = hangUp();
    clock.setTimer(20, abort);
    const failing = clock.run(() => call(9, { signal }));
    await assert.rejects(failing, { name: 'AbortError' });
    assert.deepEqual(triedAt, [0]);
    assert.equal(clock.now(), 20);
    assert.equal(clock.pending, 0);
  });

  it('in a call gets no retry and costs no token', async () => {
    const { budget, seen } = watched(9);
    const { clock, triedAt } = setUp();
    const { signal, abort } = hangUp();
    const work = async () => {
      triedAt.push(clock.now());
      abort();
      throw DOWN;
    };
    const failing = retry(
      work,
      {
        clock,
        random: () => 0,
        attempts: 3,
        baseMs: 100,
        capMs: 100,
        budget,
        retryAfterMs: () => 0,
      },
      { signal },
    );
    await assert.rejects(failing, DOWN);
    assert.equal(triedAt.length, 1);
    assert.deepEqual(seen, { deposits: 0, withdrawals: 0 });
  });

  it('before the call is not called for', async () => {
    const { call, triedAt } = setUp();
    const gone = AbortSignal.abort();
    const failing = call(0, { signal: gone });
    await assert.rejects(failing, { name: 'AbortError' });
    assert.deepEqual(triedAt, []);
  });
});

function hangUp() {
  const controller = new AbortController();
  const abort = () => controller.abort();
  return { signal: controller.signal, abort };
}

describe('a budget', () => {
  it('gives a token for each ten answers, exactly', () => {
    const budget = new RetryBudget({ ratio: 0.1, burst: 1 });
    assert.equal(budget.withdraw(), true);
    for (let n = 0; n < 9; n += 1) budget.deposit();
    assert.equal(budget.withdraw(), false);
    budget.deposit();
    assert.equal(budget.withdraw(), true);
    assert.equal(budget.withdraw(), false);
  });

  it('never holds more than its burst', () => {
    const budget = new RetryBudget({ ratio: 1, burst: 2 });
    for (let n = 0; n < 50; n += 1) budget.deposit();
    assert.equal(budget.tokens, 2);
    const given = [1, 2, 3].map(() => budget.withdraw());
    assert.deepEqual(given, [true, true, false]);
    assert.equal(budget.tokens, 0);
  });

  it('stops the retries of a full outage at its burst', async () => {
    const budget = new RetryBudget({ ratio: 0.1, burst: 10 });
    const { clock, triedAt, call } = setUp({ budget });
    await clock.run(async () => {
      const calls = Array.from({ length: 200 }, () => call(9));
      await Promise.allSettled(calls);
    });
    assert.equal(triedAt.length, 210);
  });

  it('bounds the load to 1 + ratio, and its burst', async () => {
    const budget = new RetryBudget({ ratio: 0.1, burst: 10 });
    const { clock, triedAt, call } = setUp({ budget });
    const dice = new Random(1);
    await clock.run(async () => {
      for (let n = 0; n < 1_000; n += 1) {
        await call(dice.chance(0.3) ? 1 : 0).catch(() => {});
      }
    });
    assert.ok(triedAt.length > 1_060, `${triedAt.length}`);
    assert.ok(triedAt.length <= 1_110, `${triedAt.length}`);
  });

  it('is not asked where no retry would follow', async () => {
    const { budget, seen } = watched(9);
    const { clock, call } = setUp({ budget });
    await clock.run(async () => {
      await call(1, {}, NOT_FOUND).catch(() => {});
      await call(9, { deadlineMs: 1 }).catch(() => {});
      await call(0);
    });
    assert.deepEqual(seen, { deposits: 1, withdrawals: 0 });
  });

  for (const [name, value] of [
    ['ratio', -0.1],
    ['ratio', 10],
    ['ratio', NaN],
    ['burst', 0],
    ['burst', Infinity],
  ] as const) {
    it(`refuses ${name} ${value}, by name`, () => {
      const options = { ratio: 0.1, burst: 10, [name]: value };
      assert.throws(() => new RetryBudget(options), {
        name: 'RangeError',
        message: new RegExp(name),
      });
    });
  }
});

/** When 100 callers that failed together come back. */
async function comeBack(random: () => number): Promise<number[]> {
  const { clock, triedAt, call } = setUp({ random });
  await clock.run(async () => {
    await Promise.all(Array.from({ length: 100 }, () => call(1)));
  });
  return triedAt.slice(100);
}

/** Most of them within any 10 ms. */
function peak(times: readonly number[]): number {
  const within = (fromMs: number) =>
    times.filter((ms) => ms >= fromMs && ms < fromMs + 10);
  return Math.max(...times.map((ms) => within(ms).length));
}

describe('jitter', () => {
  it('spreads callers that failed together', async () => {
    assert.equal(peak(await comeBack(() => 0.99)), 100);
    const peaks: number[] = [];
    for (let seed = 1; seed <= 50; seed += 1)
      peaks.push(peak(await comeBack(new Random(seed).next)));
    const sum = peaks.reduce((all, most) => all + most, 0);
    assert.equal(Math.round(sum / 50), 17);
    assert.ok(Math.max(...peaks) < 25, `${peaks}`);
  });
});

/** Runs what tells its story, without the story. */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => {};
  try {
    return await run();
  } finally {
    console.log = log;
  }
}

describe('the server of the story', () => {
  it('works on for a caller that has gone', async () => {
    const clock = new VirtualClock();
    const world = new World('test', clock, new Random(1));
    const server = new Server(world, {
      queue: 0,
      slowMs: 0,
      errorRate: 0,
    });
    await clock.run(async () => {
      const serving = server.serve('a');
      assert.equal(server.executed.get('a'), undefined);
      await serving;
      await server.serve('a');
    });
    assert.equal(server.executed.get('a'), 2);
  });

  it('refuses at once what its queue cannot hold', async () => {
    const clock = new VirtualClock();
    const world = new World('test', clock, new Random(1));
    const server = new Server(world, {
      queue: 2,
      slowMs: 0,
      errorRate: 0,
    });
    const ends = await quietly(() =>
      clock.run(() =>
        Promise.allSettled(
          Array.from({ length: 7 }, (_, n) =>
            server.serve(`${n}`),
          ),
        ),
      ),
    );
    assert.deepEqual(
      ends.map(({ status }) => status === 'fulfilled'),
      [true, true, true, true, true, true, false],
    );
  });
});
