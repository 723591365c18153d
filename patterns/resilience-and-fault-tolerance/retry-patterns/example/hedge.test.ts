import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random, VirtualClock } from '#lab';
import { hedge } from './hedge.ts';
import { RetryBudget, unlimited } from './retry-budget.ts';
import type { Budget } from './retry-budget.ts';

const DOWN = new Error('503');

/** Copies that take the times given, or fail after them. */
function setUp(
  copies: readonly { ms: number; fails?: boolean }[],
  budget: Budget = unlimited,
) {
  const clock = new VirtualClock();
  const seen = { started: 0, stopped: 0 };
  const work = async (signal: AbortSignal) => {
    const copy = copies[seen.started];
    seen.started += 1;
    assert.ok(copy);
    try {
      await clock.sleep(copy.ms, { signal });
    } catch (error) {
      seen.stopped += 1;
      throw error;
    }
    if (copy.fails) throw DOWN;
    return copy.ms;
  };
  const call = (signal?: AbortSignal) =>
    hedge(work, { clock, afterMs: 100, budget }, signal);
  return { clock, seen, call };
}

describe('a hedged call', () => {
  it('sends one copy where the first is quick', async () => {
    const { clock, seen, call } = setUp([{ ms: 99 }]);
    assert.equal(await clock.run(() => call()), 99);
    assert.deepEqual(seen, { started: 1, stopped: 0 });
    assert.equal(clock.pending, 0);
  });

  it('takes the first answer and stops the other', async () => {
    const { clock, seen, call } = setUp([
      { ms: 900 },
      { ms: 50 },
    ]);
    assert.equal(await clock.run(() => call()), 50);
    assert.equal(clock.now(), 150);
    assert.deepEqual(seen, { started: 2, stopped: 1 });
    assert.equal(clock.pending, 0);
  });

  it('waits for the other copy where one fails', async () => {
    const { clock, call } = setUp([
      { ms: 120, fails: true },
      { ms: 50 },
    ]);
    assert.equal(await clock.run(() => call()), 50);
  });

  it('fails where both do, or the first before its time', async () => {
    for (const ms of [20, 120]) {
      const copy = { ms, fails: true };
      const { clock, seen, call } = setUp([copy, copy]);
      await assert.rejects(
        clock.run(() => call()),
        DOWN,
      );
      assert.equal(seen.started, ms < 100 ? 1 : 2);
      assert.equal(clock.pending, 0);
    }
  });

  it('ends with its caller, and both copies with it', async () => {
    const { clock, seen, call } = setUp([
      { ms: 900 },
      { ms: 900 },
    ]);
    const caller = new AbortController();
    clock.setTimer(200, () => caller.abort());
    const failing = clock.run(() => call(caller.signal));
    await assert.rejects(failing, { name: 'AbortError' });
    assert.equal(clock.now(), 200);
    assert.deepEqual(seen, { started: 2, stopped: 2 });
    assert.equal(clock.pending, 0);
  });

  it('is not begun for a caller who has gone', async () => {
    const { clock, seen, call } = setUp([]);
    const failing = call(AbortSignal.abort());
    await assert.rejects(failing, { name: 'AbortError' });
    assert.equal(seen.started, 0);
    assert.equal(clock.pending, 0);
  });

  it('listens to its caller only while it runs', async () => {
    const { clock, call } = setUp([{ ms: 99 }]);
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    Object.assign(signal, {
      addEventListener: (_: string, listener: unknown) =>
        listeners.add(listener),
      removeEventListener: (_: string, listener: unknown) =>
        listeners.delete(listener),
    });
    const calling = clock.run(() => call(signal));
    assert.equal(listeners.size, 1);
    await calling;
    assert.equal(listeners.size, 0);
  });

  it('sends no copy without a token', async () => {
    const budget = new RetryBudget({ ratio: 0.1, burst: 1 });
    budget.withdraw();
    const { clock, seen, call } = setUp([{ ms: 900 }], budget);
    assert.equal(await clock.run(() => call()), 900);
    assert.equal(seen.started, 1);
  });
});

/** 10,000 calls with a long tail: p50 10 ms, p99 100 ms. */
async function tail(hedged: boolean) {
  const clock = new VirtualClock();
  const dice = new Random(7).fork('latency');
  let sent = 0;
  const work = (signal: AbortSignal) => {
    sent += 1;
    const ms = dice.latency({ p50: 10, p99: 100 });
    return clock.sleep(ms, { signal });
  };
  const afterMs = hedged ? 51 : 1e6;
  const budget = unlimited;
  const took: number[] = [];
  await clock.run(async () => {
    for (let n = 0; n < 10_000; n += 1) {
      const startMs = clock.now();
      await hedge(work, { clock, afterMs, budget });
      took.push(clock.now() - startMs);
    }
  });
  took.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(took[Math.floor(share * 10_000)] ?? NaN);
  return { sent, p99: at(0.99), p999: at(0.999) };
}

describe('hedging after p95', () => {
  it('halves the far tail for 5 % more calls', async () => {
    const plain = await tail(false);
    assert.deepEqual(plain, {
      sent: 10_000,
      p99: 101,
      p999: 203,
    });
    const hedged = await tail(true);
    assert.deepEqual(hedged, { sent: 10_491, p99: 67, p999: 95 });
  });
});
