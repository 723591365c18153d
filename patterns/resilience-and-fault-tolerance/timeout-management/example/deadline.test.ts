import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random, TimeoutError, VirtualClock, World } from '#lab';
import { Deadline, DeadlineError } from './deadline.ts';
import { perHop, propagated } from './hops.ts';
import type { Hops } from './hops.ts';
import { inTime, Services } from './services.ts';

const LATE = { name: 'DeadlineError' };

describe('a deadline', () => {
  it('counts down with its clock, to 0 and not below', async () => {
    const clock = new VirtualClock();
    const deadline = Deadline.after(clock, 100);
    assert.equal(deadline.leftMs, 100);
    await clock.run(() => clock.sleep(60));
    assert.equal(deadline.leftMs, 40);
    await clock.run(() => clock.sleep(60));
    assert.equal(deadline.leftMs, 0);
  });

  it('sends what is left, less the margin, in whole ms', async () => {
    const clock = new VirtualClock();
    const deadline = Deadline.after(clock, 2_000);
    await clock.run(() => clock.sleep(20.5));
    assert.equal(deadline.toSend(50), '1929');
  });

  it('sends nothing where the margin is all that is left', () => {
    const deadline = Deadline.after(new VirtualClock(), 50);
    assert.equal(deadline.toSend(50), '0');
    assert.throws(() => deadline.toSend(51), LATE);
  });

  it('cannot be sent where there is none', () => {
    const endless = Deadline.after(new VirtualClock(), Infinity);
    assert.throws(() => endless.toSend(0), RangeError);
  });
});

describe('a received deadline', () => {
  const clock = new VirtualClock();
  const received = (header?: string) =>
    Deadline.received(clock, header, 10_000).leftMs;

  it('is what the caller sent, up to the own limit', () => {
    assert.equal(received('1930'), 1_930);
    assert.equal(received('99999999'), 10_000);
  });

  it('is the own limit where the caller sent none', () => {
    assert.equal(received(), 10_000);
  });

  for (const header of [
    '',
    '-5',
    '1.5',
    '1e3',
    '2s',
    '999999999',
  ]) {
    it(`is refused where it is "${header}"`, () => {
      assert.throws(() => received(header), RangeError);
    });
  }

  it('of 0 is over: nothing is begun', async () => {
    const over = Deadline.received(clock, '0', 10_000);
    const work = () => assert.fail('begun');
    await assert.rejects(over.run(work), LATE);
  });
});

describe('work with a deadline', () => {
  it('is told to stop when time is up, and leaves no timer', async () => {
    const clock = new VirtualClock();
    let stopped: unknown;
    const running = clock.run(() =>
      Deadline.after(clock, 100).run((signal) =>
        clock.sleep(500, { signal }).catch((error: unknown) => {
          stopped = error;
          throw error;
        }),
      ),
    );
    await assert.rejects(running, LATE);
    assert.ok(stopped instanceof DeadlineError);
    assert.equal(clock.now(), 100);
    assert.equal(clock.pending, 0);
  });

  it('is not waited for where it ignores its signal', async () => {
    const clock = new VirtualClock();
    const running = clock.run(() =>
      Deadline.after(clock, 100).run(() => clock.sleep(500)),
    );
    await assert.rejects(running, LATE);
    assert.equal(clock.now(), 100);
  });

  it('hands on its answer and its error, without a timer', async () => {
    const clock = new VirtualClock();
    const deadline = Deadline.after(clock, 100);
    assert.equal(await deadline.run(async () => 'ok'), 'ok');
    const failing = deadline.run(() => {
      throw new Error('503');
    });
    await assert.rejects(failing, { message: '503' });
    assert.equal(clock.pending, 0);
  });

  it('loses no error that comes after time is up', async () => {
    const clock = new VirtualClock();
    await clock.run(async () => {
      const late = async () => {
        await clock.sleep(200);
        throw new Error('late');
      };
      const failing = Deadline.after(clock, 100).run(late);
      await assert.rejects(failing, LATE);
      await clock.sleep(500); // an unhandled rejection would end us
    });
  });

  it('ends with its caller, and lets go of the signal', async () => {
    const clock = new VirtualClock();
    const caller = new AbortController();
    clock.setTimer(30, () => caller.abort());
    const running = clock.run(() =>
      Deadline.after(clock, 100).run(
        (signal) => clock.sleep(500, { signal }),
        caller.signal,
      ),
    );
    await assert.rejects(running, { name: 'AbortError' });
    assert.equal(clock.now(), 30);
    assert.equal(clock.pending, 0);
  });

  it('ends for a caller who leaves as it begins', async () => {
    const clock = new VirtualClock();
    const caller = new AbortController();
    const running = clock.run(() =>
      Deadline.after(clock, 100).run(() => {
        caller.abort();
        return clock.sleep(50); // hears nothing
      }, caller.signal),
    );
    await assert.rejects(running, { name: 'AbortError' });
    assert.equal(clock.now(), 0);
  });

  it('listens to its caller only while it runs', async () => {
    const deadline = Deadline.after(new VirtualClock(), 100);
    const { signal, listeners } = counted();
    await deadline.run(async () => {
      assert.equal(listeners(), 1);
    }, signal);
    assert.equal(listeners(), 0);
  });

  it('is not begun for a caller who has gone', async () => {
    const clock = new VirtualClock();
    const gone = AbortSignal.abort();
    const work = () => assert.fail('begun');
    const running = Deadline.after(clock, 100).run(work, gone);
    await assert.rejects(running, { name: 'AbortError' });
  });

  it('that nothing limits sets no timer', async () => {
    const clock = new VirtualClock();
    const endless = Deadline.after(clock, Infinity);
    assert.equal(await endless.run(async () => clock.pending), 0);
  });

  it('is not begun where too little is left', () => {
    const deadline = Deadline.after(new VirtualClock(), 400);
    deadline.require(400);
    assert.throws(() => deadline.require(401), {
      message: '400 ms left, not begun',
    });
  });
});

/** A signal that says how many listen to it. */
function counted() {
  const { signal } = new AbortController();
  const listeners = new Set<unknown>();
  const add = (_: string, listener: unknown) =>
    listeners.add(listener);
  const remove = (_: string, listener: unknown) =>
    listeners.delete(listener);
  Object.assign(signal, {
    addEventListener: add,
    removeEventListener: remove,
  });
  return { signal, listeners: () => listeners.size };
}

/** Users who come at once, each with two seconds. */
async function ask(makeHops: (clock: VirtualClock) => Hops) {
  const clock = new VirtualClock();
  const world = new World('test', clock, new Random(1));
  const slowness = { forMs: 0, factor: 1 };
  const services = new Services(world, makeHops(clock), slowness);
  const ends: number[] = [];
  const user = async (n: number): Promise<string> => {
    const waits = Deadline.after(clock, 2_000);
    const sent = { timeoutMs: waits.toSend(0) };
    try {
      await inTime(waits, () => services.shop(`user ${n}`, sent));
      return 'answered';
    } catch (error) {
      ends.push(clock.now());
      return error instanceof TimeoutError ? 'left' : 'told';
    }
  };
  const outcomes = await clock.run(async () => {
    const users = Array.from({ length: 8 }, (_, n) => user(n));
    const all = await Promise.all(users);
    await clock.sleep(10_000);
    return all;
  });
  return { clock, services, outcomes, ends };
}

/** How many requests stock has begun to work on. */
function begun(services: Services): number {
  const all = [...services.workedMs.values()];
  return all.filter((ms) => ms > 0).length;
}

function busyMs(services: Services): number {
  const all = [...services.workedMs.values()];
  return all.reduce((sum, ms) => sum + ms, 0);
}

describe('three services', () => {
  const limits = { mostMs: 10_000, marginMs: 50, leastMs: 500 };

  it('with one deadline stop before their user leaves', async () => {
    const { clock, services, outcomes, ends } = await ask(
      (clock) => propagated(clock, limits),
    );
    assert.deepEqual(
      outcomes
        .map((outcome) => outcome === 'answered')
        .slice(0, 4),
      [true, true, true, false],
    );
    assert.ok(!outcomes.includes('left'));
    for (const ms of ends) assert.ok(ms <= 1_950, `${ms}`);
    assert.equal(begun(services), 3);
    assert.equal(services.inShop, 0);
    assert.equal(clock.pending, 0);
  });

  it('give each hop less: 2000, 1930, 1860 ms', async () => {
    const clock = new VirtualClock();
    const hops = propagated(clock, limits);
    const shop = hops.received({ timeoutMs: '2000' });
    await clock.run(() => clock.sleep(20));
    const toOrders = hops.sent(shop);
    assert.deepEqual(toOrders, { timeoutMs: '1930' });
    const orders = hops.received(toOrders);
    await clock.run(() => clock.sleep(20));
    assert.deepEqual(hops.sent(orders), { timeoutMs: '1860' });
  });

  it('wait for each other until the same deadline', () => {
    const clock = new VirtualClock();
    const mine = Deadline.after(clock, 700);
    const one = propagated(clock, limits);
    assert.equal(one.patience(mine).leftMs, 700);
    assert.equal(
      perHop(clock, 5_000).patience(mine).leftMs,
      5_000,
    );
  });

  it('with a timeout for each hop work on for nobody', async () => {
    const { services, outcomes } = await ask((clock) =>
      perHop(clock, 5_000),
    );
    assert.equal(
      outcomes.filter((one) => one === 'left').length,
      5,
    );
    assert.ok(busyMs(services) > 3_600);
  });

  it('with a deadline never work past it', async () => {
    const { services } = await ask((clock) =>
      propagated(clock, { ...limits, leastMs: 0 }),
    );
    assert.equal(begun(services), 4);
    assert.ok(busyMs(services) <= 1_860);
  });
});
