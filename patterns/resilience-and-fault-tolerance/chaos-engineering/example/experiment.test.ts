import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random, VirtualClock, World } from '#lab';
import { Bench } from './bench.ts';
import { runExperiment } from './experiment.ts';
import type { Options } from './experiment.ts';
import {
  FaultPoint,
  groupOf,
  LeaseOverError,
} from './fault-point.ts';
import type { Fault } from './fault-point.ts';
import { Shop } from './shop.ts';
import { chanceOf } from './statistics.ts';
import type { Groups } from './statistics.ts';
import { guarded, unguarded } from './trials.ts';
import type { Try } from './trials.ts';

const DELAY: Fault = { kind: 'delay', delayMs: 3_000 };
const ERROR: Fault = { kind: 'error' };

/** Bad and all of the treated, then of the control. */
const groups = (
  bad: number,
  total: number,
  badBeside: number,
  beside: number,
): Groups => ({
  treated: { bad, total },
  control: { bad: badBeside, total: beside },
});

describe('the groups', () => {
  const trial = { name: 'one', share: 0.1 };
  const people = Array.from({ length: 20_000 }, (_, n) => `${n}`);
  const members = (name: string, group: string) =>
    people.filter(
      (who) => groupOf({ ...trial, name }, who) === group,
    );

  it('are the same for a customer each time', () => {
    assert.deepEqual(
      members('one', 'treated'),
      members('one', 'treated'),
    );
  });

  it('have the size they should have', () => {
    for (const group of ['treated', 'control'])
      assert.ok(
        Math.abs(members('one', group).length - 2000) < 130,
      );
  });

  it('are others in the next trial', () => {
    const first = new Set(members('one', 'treated'));
    const again = members('two', 'treated').filter((who) =>
      first.has(who),
    );
    assert.ok(Math.abs(again.length - 200) < 45);
  });
});

describe('a fault', () => {
  const setUp = (maxTtlMs = 10_000) => {
    const clock = new VirtualClock();
    const point = new FaultPoint(clock, maxTtlMs);
    const ends: number[] = [];
    const inject = (ttlMs: number) =>
      point.inject(DELAY, ttlMs, () => ends.push(clock.now()));
    return { clock, point, ends, inject };
  };

  it('ends by itself when nobody renews it', async () => {
    const { clock, point, ends, inject } = setUp();
    await clock.run(async () => {
      inject(3_000);
      await clock.sleep(2_999);
      assert.equal(point.fault, DELAY);
      await clock.sleep(1);
      assert.equal(point.fault, undefined);
    });
    assert.deepEqual(ends, [3_000]);
  });

  it('lives while it is renewed', async () => {
    const { clock, ends, inject } = setUp();
    await clock.run(async () => {
      const hold = inject(3_000);
      await clock.sleep(2_000);
      hold.renew(3_000);
      await clock.sleep(9_000);
    });
    assert.deepEqual(ends, [5_000]);
  });

  it('is held no longer than the point allows', async () => {
    const { clock, ends, inject } = setUp(1_000);
    await clock.run(async () => {
      inject(60_000);
      await clock.sleep(2_000);
    });
    assert.deepEqual(ends, [1_000]);
  });

  it('stays gone for a runner that slept too long', async () => {
    const { clock, point, inject } = setUp();
    await clock.run(async () => {
      const hold = inject(1_000);
      await clock.sleep(1_500);
      assert.throws(() => hold.renew(1_000), LeaseOverError);
      assert.equal(point.fault, undefined);
    });
  });

  it('is one at a time, and not ended by an old hold', async () => {
    const { clock, point, ends, inject } = setUp();
    await clock.run(async () => {
      const old = inject(1_000);
      assert.throws(() => inject(1_000), /held already/);
      old.release();
      old.release();
      inject(5_000);
      old.release();
      assert.equal(point.fault, DELAY);
      await clock.sleep(9_000);
    });
    assert.deepEqual(ends, [0, 5_000]);
    assert.equal(clock.pending, 0);
  });
});

describe('an experiment', () => {
  const calm = groups(0, 20, 0, 20);
  /** What each look sees, the last one from then on. */
  const setUp = (
    looks: readonly Groups[],
    more: Partial<Options> = {},
  ) => {
    const clock = new VirtualClock();
    const point = new FaultPoint(clock, 60_000);
    let seen = 0;
    let injected = 0;
    const options: Options = {
      clock,
      warmUpMs: 4_000,
      looks: 20,
      lookEveryMs: 1_000,
      leaseMs: 3_000,
      alpha: 0.05,
      needed: 58,
      maxHurt: 25,
      maxControlBad: 0.2,
      read: () =>
        looks[Math.min(seen++, looks.length - 1)] ?? calm,
      inject: (ttlMs) => {
        injected += 1;
        return point.inject(DELAY, ttlMs, () => {});
      },
      ...more,
    };
    const run = (signal?: AbortSignal) =>
      clock.run(() => runExperiment(options, signal));
    const verdict = async () => (await run()).verdict;
    const isOver = () => !point.fault && clock.pending === 0;
    return {
      clock,
      point,
      run,
      verdict,
      isOver,
      injected: () => injected,
    };
  };
  it('holds with enough orders, and not with one fewer', async () => {
    const enough = setUp([calm, groups(1, 58, 1, 58)]);
    assert.equal(await enough.verdict(), 'held');
    assert.equal(enough.clock.now(), 5_000);
    const fewer = setUp([calm, groups(1, 57, 1, 300)]);
    assert.equal(await fewer.verdict(), 'too few');
    assert.equal(fewer.clock.now(), 24_000);
    assert.ok(enough.isOver() && fewer.isOver());
  });

  it('is broken by more bad ones than chance explains', async () => {
    const trial = setUp([calm, calm, groups(6, 6, 0, 6)]);
    assert.equal(await trial.verdict(), 'broken');
    assert.equal(trial.clock.now(), 6_000);
    assert.ok(trial.isOver());
  });

  it('gives each look only its part of alpha', async () => {
    const seen = groups(5, 5, 0, 5);
    assert.ok(chanceOf(seen) < 0.05);
    assert.equal(await setUp([calm, seen]).verdict(), 'too few');
  });

  it('does not begin on a bad day', async () => {
    const trial = setUp([groups(5, 20, 5, 20)]);
    assert.equal(await trial.verdict(), 'bad day');
    assert.equal(trial.injected(), 0);
  });

  it('takes four bad ones for no bad day', async () => {
    const trial = setUp([groups(4, 10, 4, 10)]);
    assert.equal(await trial.verdict(), 'too few');
  });

  it('does not begin with groups that differ', async () => {
    const trials = [groups(9, 30, 0, 30), groups(0, 90, 8, 60)];
    for (const before of trials) {
      const trial = setUp([before]);
      assert.equal(await trial.verdict(), 'unequal');
      assert.equal(trial.injected(), 0);
    }
  });

  it('ends on a bad day, whatever the difference', async () => {
    const trial = setUp([calm, groups(30, 30, 7, 30)]);
    assert.equal(await trial.verdict(), 'bad day');
    assert.ok(trial.isOver());
  });

  it('ends when its budget is spent', async () => {
    const trial = setUp([calm, groups(25, 1000, 24, 1000)], {
      needed: 5_000,
    });
    assert.equal(await trial.verdict(), 'too harmful');
    assert.ok(trial.isOver());
  });

  it('ends the fault when it cannot read', async () => {
    let reads = 0;
    const trial = setUp([], {
      read: () => {
        reads += 1;
        if (reads > 2) throw new Error('metrics: 503');
        return calm;
      },
    });
    await assert.rejects(trial.run(), /metrics: 503/);
    assert.ok(trial.isOver());
  });

  it('ends the fault when somebody stops it', async () => {
    const trial = setUp([calm]);
    const stop = new AbortController();
    trial.clock.setTimer(7_500, () => stop.abort());
    await assert.rejects(trial.run(stop.signal), {
      name: 'AbortError',
    });
    assert.equal(trial.clock.now(), 7_500);
    assert.ok(trial.isOver());
  });

  it('proves nothing once the fault has ended unasked', async () => {
    const trial = setUp([calm, groups(0, 500, 0, 500)], {
      inject: (ttlMs) => {
        const point = new FaultPoint(trial.clock, 500);
        return point.inject(DELAY, ttlMs, () => {});
      },
    });
    await assert.rejects(trial.run(), LeaseOverError);
  });

  it('refuses a lease that ends between two looks', async () => {
    const trial = setUp([calm], { leaseMs: 1_000 });
    await assert.rejects(trial.run(), RangeError);
  });
});

describe('the shop', () => {
  const setUp = (
    fault: Fault,
    timeoutMs?: number,
    workers = 40,
  ) => {
    const clock = new VirtualClock();
    const point = new FaultPoint(clock, 60_000);
    const world = new World('test', clock, new Random(7));
    const shop = new Shop(world, {
      point,
      workers,
      badHour: 0.08,
    });
    shop.timeoutMs = timeoutMs;
    const order = async (n: number) => {
      const startMs = clock.now();
      await shop.order(n, true);
      return clock.now() - startMs;
    };
    const inject = () => point.inject(fault, 60_000, () => {});
    return { clock, inject, order };
  };

  it('bears an estimate that fails, not one that is slow', async () => {
    const failing = setUp(ERROR);
    const tookMs = await failing.clock.run(async () => {
      failing.inject();
      return failing.order(1);
    });
    assert.ok(tookMs < 1_000);
    const slow = setUp(DELAY);
    await slow.clock.run(async () => {
      slow.inject();
      await assert.rejects(slow.order(1), /no answer in 2 s/);
    });
  });

  it('bears a slow one with a timeout', async () => {
    const { clock, inject, order } = setUp(DELAY, 300);
    const tookMs = await clock.run(async () => {
      inject();
      return order(1);
    });
    assert.ok(tookMs > 300 && tookMs < 1_000);
  });

  it('frees the worker of a customer who left', async () => {
    const { clock, inject, order } = setUp(DELAY, undefined, 1);
    await clock.run(async () => {
      const hold = inject();
      await assert.rejects(order(1));
      hold.release();
      await order(2);
    });
  });
});

describe('the two ways', () => {
  const knobs = { share: 0.1, leaseMs: 3_000 };
  const open = (seed: number) => {
    const clock = new VirtualClock();
    const world = new World('test', clock, new Random(seed));
    const options = { fault: DELAY, workers: 30, badHour: 0.08 };
    return { clock, bench: new Bench(world, options) };
  };
  /** The shop without a timeout, until there is a verdict. */
  const play = async (attempt: Try) => {
    const { clock, bench } = open(7);
    const how = { ...knobs, diesMs: 0 };
    const report = await clock.run(() => {
      void bench.open();
      return attempt(bench, 8_000, how);
    });
    return { verdict: report?.verdict, hurt: bench.hurt };
  };

  it('find the missing timeout, at a price', async () => {
    const all = await play(unguarded);
    const share = await play(guarded);
    assert.equal(all.verdict, 'broken');
    assert.equal(share.verdict, 'broken');
    assert.ok(all.hurt > 300 && share.hurt < 25);
  });

  it('leave the fault until found, or for the lease', async () => {
    const ends = [unguarded, guarded].map(async (attempt) => {
      const { clock, bench } = open(7);
      const how = { ...knobs, diesMs: 2_000 };
      const trial = () => attempt(bench, 8_000, how);
      assert.equal(await clock.run(trial), undefined);
      await clock.run(() => clock.sleep(5_000));
      return bench.faultMs;
    });
    assert.deepEqual(await Promise.all(ends), [16_000, 4_000]);
  });

  it('count one that is still under way as bad', async () => {
    const { clock, bench } = open(7);
    bench.trial = 'all';
    await clock.run(async () => {
      bench.inject(60_000, 'everybody');
      void bench.open();
      await clock.sleep(1_500);
      const { bad, total } = bench.count(0, 60_000);
      assert.ok(total > 15 && bad === total);
    });
  });
});
