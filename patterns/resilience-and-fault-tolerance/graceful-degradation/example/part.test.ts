import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { VirtualClock } from '#lab';
import { Dimmer } from './dimmer.ts';
import type { DimmerOptions } from './dimmer.ts';
import { OptionalPart } from './part.ts';
import type { Mode, PartOptions } from './part-options.ts';

const DOWN = new Error('503');
type Answer = { afterMs: number; value: string | Error };

/** A part, its time, and hands to break its dependency. */
function setUp(options: Partial<PartOptions<string>> = {}) {
  const clock = new VirtualClock();
  const calls: AbortSignal[] = [];
  const failures: unknown[] = [];
  const dependency: Answer = { afterMs: 10, value: 'new' };
  const hand: { mode: Mode } = { mode: 'on' };
  const part = new OptionalPart<string>({
    clock,
    random: () => 0,
    load: async (_, signal) => {
      calls.push(signal);
      const { afterMs, value } = { ...dependency };
      await clock.sleep(afterMs, { signal });
      if (value instanceof Error) throw value;
      return value;
    },
    fallback: 'none',
    mode: () => hand.mode,
    freshMs: 1_000,
    behindMs: 3_000,
    staleMs: 10_000,
    waitMs: 300,
    loadMs: 1_000,
    holdOffMs: 2_000,
    maxKeys: 10,
    onFailure: (_, error) => failures.push(error),
    ...options,
  });
  const get = (key = 'a', signal?: AbortSignal) =>
    part.get(key, signal);
  const at = (ms: number) => clock.sleep(ms - clock.now());
  const run = (main: () => Promise<void>) => clock.run(main);
  return {
    part,
    clock,
    calls,
    failures,
    dependency,
    hand,
    get,
    at,
    run,
  };
}

describe('a part of a page', () => {
  it('is asked once and then shown while it is fresh', async () => {
    const { run, get, at, calls } = setUp();
    await run(async () => {
      assert.deepEqual(await get(), {
        value: 'new',
        quality: 'full',
        ageMs: 10,
      });
      await at(999);
      assert.equal((await get()).quality, 'full');
    });
    assert.equal(calls.length, 1);
  });

  it('is shown old at once, and renewed behind', async () => {
    const { run, get, at, clock, dependency } = setUp();
    await run(async () => {
      await get();
      await at(1_000);
      dependency.value = 'newer';
      const old = await get();
      assert.equal(clock.now(), 1_000);
      assert.deepEqual(old, {
        value: 'new',
        quality: 'stale',
        ageMs: 1_000,
      });
      await at(1_010);
      assert.equal((await get()).value, 'newer');
    });
  });

  it('makes nobody wait a millisecond before that age', async () => {
    const { run, get, at, clock, dependency } = setUp();
    await run(async () => {
      await get();
      dependency.afterMs = 5_000;
      await at(2_999);
      assert.equal((await get()).quality, 'stale');
      assert.equal(clock.now(), 2_999);
      await at(3_000);
      assert.equal((await get()).quality, 'stale');
      assert.equal(clock.now(), 3_300);
    });
  });

  it('is waited for when it is older, in vain not long', async () => {
    const { run, get, at, clock, dependency } = setUp();
    await run(async () => {
      await get();
      await at(3_000);
      assert.equal((await get()).quality, 'full');
      dependency.afterMs = 5_000;
      await at(6_000);
      const { value, quality } = await get();
      assert.deepEqual([value, quality], ['new', 'stale']);
      assert.equal(clock.now(), 6_300);
    });
  });

  it('is the default when it is too old, or was never there', async () => {
    const { run, get, at, dependency } = setUp();
    await run(async () => {
      dependency.value = DOWN;
      assert.deepEqual(await get('never'), {
        value: 'none',
        quality: 'default',
      });
      dependency.value = 'new';
      await get();
      await at(9_999);
      dependency.value = DOWN;
      assert.equal((await get()).quality, 'stale');
      await at(10_010);
      assert.equal((await get()).quality, 'default');
    });
  });

  it('counts its age from the question, not the answer', async () => {
    const { run, get, dependency } = setUp({ freshMs: 0 });
    dependency.afterMs = 200;
    await run(async () => {
      const { quality, ageMs } = await get();
      assert.deepEqual([quality, ageMs], ['full', 200]);
    });
  });

  it('takes what comes after the page has gone', async () => {
    const { run, get, at, dependency } = setUp();
    dependency.afterMs = 900;
    await run(async () => {
      assert.equal((await get()).quality, 'default');
      await at(950);
      assert.equal((await get()).value, 'new');
    });
  });
});

describe('the dependency', () => {
  it('is asked by one of 50 pages, when it comes back too', async () => {
    const { run, get, at, calls, dependency } = setUp();
    await run(async () => {
      dependency.value = DOWN;
      const pages = () => Array.from({ length: 50 }, () => get());
      const first = await Promise.all(pages());
      assert.equal(calls.length, 1);
      assert.ok(first.every(({ value }) => value === 'none'));
      dependency.value = 'back';
      await at(2_010);
      const then = await Promise.all(pages());
      assert.equal(calls.length, 2);
      assert.ok(then.every(({ value }) => value === 'back'));
    });
  });

  it('rests after a failure, and up to a fifth more', async () => {
    const { run, get, at, calls, dependency } = setUp({
      random: () => 0.5,
    });
    dependency.value = DOWN;
    await run(async () => {
      await get();
      await at(2_209);
      await get();
      assert.equal(calls.length, 1);
      await at(2_210);
      await get();
      assert.equal(calls.length, 2);
    });
  });

  it('is told when its time is over', async () => {
    const { run, get, at, calls, failures, dependency } = setUp();
    dependency.afterMs = 60_000;
    await run(async () => {
      await get();
      assert.equal(calls[0]?.aborted, false);
      await at(1_001);
      assert.equal(calls[0]?.aborted, true);
      assert.equal(failures.length, 1);
    });
  });

  it('may be deaf, or throw before it waits', async () => {
    const asked: string[] = [];
    const { run, get, at } = setUp({
      load: (key) => {
        asked.push(key);
        if (key === 'throws') throw DOWN;
        return new Promise(() => {});
      },
    });
    await run(async () => {
      for (const ms of [0, 3_001]) {
        await at(ms);
        assert.equal((await get('throws')).quality, 'default');
        assert.equal((await get('deaf')).quality, 'default');
      }
    });
    assert.deepEqual(asked, ['throws', 'deaf', 'throws', 'deaf']);
  });
});

describe('a visitor who leaves', () => {
  it('hears so at once, and takes the load from nobody', async () => {
    const { run, get, clock, calls, dependency } = setUp();
    dependency.afterMs = 250;
    await run(async () => {
      const gone = new AbortController();
      clock.setTimer(100, () => gone.abort());
      const leaving = get('a', gone.signal);
      const stays = new AbortController();
      const staying = get('a', stays.signal);
      await assert.rejects(leaving, { name: 'AbortError' });
      assert.equal(clock.now(), 100);
      assert.equal((await staying).value, 'new');
      for (const { signal } of [gone, stays])
        assert.deepEqual(getEventListeners(signal, 'abort'), []);
    });
    assert.equal(calls.length, 1);
    assert.equal(clock.pending, 0);
  });

  it('before the page asks, asks nothing', async () => {
    const { run, get, calls } = setUp();
    await run(async () => {
      const gone = AbortSignal.abort();
      await assert.rejects(get('a', gone), {
        name: 'AbortError',
      });
    });
    assert.equal(calls.length, 0);
  });
});

describe('the switch', () => {
  it('stored: asks nobody and shows what is there', async () => {
    const { run, get, at, calls, hand } = setUp();
    await run(async () => {
      await get();
      hand.mode = 'stored';
      await at(5_000);
      assert.equal((await get()).quality, 'stale');
      assert.equal((await get('b')).quality, 'default');
    });
    assert.equal(calls.length, 1);
  });

  it('off: shows nothing, however fresh it is', async () => {
    const { run, get, calls, hand } = setUp();
    await run(async () => {
      await get();
      hand.mode = 'off';
      assert.deepEqual(await get(), {
        value: 'none',
        quality: 'default',
      });
    });
    assert.equal(calls.length, 1);
  });
});

describe('the switch, flipped while a page waits', () => {
  it('off: shows nothing, though it came in time', async () => {
    const { run, get, clock, hand, dependency } = setUp();
    dependency.afterMs = 200;
    await run(async () => {
      clock.setTimer(100, () => (hand.mode = 'off'));
      assert.equal((await get()).quality, 'default');
      assert.equal(clock.now(), 200);
    });
  });
});

describe('the memory of a part', () => {
  it('forgets what was longest not asked for', async () => {
    const { run, get, calls } = setUp({ maxKeys: 2 });
    await run(async () => {
      for (const key of ['a', 'b', 'a', 'c', 'a']) await get(key);
      assert.equal(calls.length, 3);
      await get('b');
      assert.equal(calls.length, 4);
    });
  });

  it('does not forget a load under way, so as to ask twice', async () => {
    const { run, get, calls, clock, dependency } = setUp({
      maxKeys: 1,
    });
    dependency.afterMs = 250;
    await run(async () => {
      const pages = ['a', 'b', 'a', 'b'].map((key) => get(key));
      await Promise.all(pages);
      assert.equal(calls.length, 2);
      dependency.afterMs = 10;
      await get('c'); // and a and b are forgotten
      await get('a');
      assert.equal(calls.length, 4);
    });
    assert.equal(clock.pending, 0);
  });

  it('does not bring down the process by a listener that throws', async () => {
    const { run, get, at, dependency } = setUp({
      onFailure: () => {
        throw new Error('no disk');
      },
    });
    await run(async () => {
      await get();
      await at(1_500);
      dependency.value = DOWN;
      assert.equal((await get()).quality, 'stale');
      await at(4_000);
      assert.equal((await get()).quality, 'stale');
    });
  });

  it('refuses ages in the wrong order', () => {
    assert.throws(() => setUp({ staleMs: 2_000 }), RangeError);
    assert.throws(() => setUp({ waitMs: NaN }), RangeError);
    assert.throws(() => setUp({ maxKeys: 0 }), RangeError);
  });
});

describe('a dimmer', () => {
  /** A dimmer, and hands to move its time. */
  const dim = (options: Partial<DimmerOptions> = {}) => {
    const time = { ms: 0 };
    const dimmer = new Dimmer({
      clock: { now: () => time.ms },
      random: () => 0.5,
      targetMs: 600,
      step: 0.1,
      ...options,
    });
    const answer = (ms: number) => {
      const done = dimmer.begin();
      time.ms += ms;
      done();
    };
    return { dimmer, time, answer };
  };

  it('halves when one answer was late, and comes back', () => {
    const { dimmer, answer } = dim();
    answer(601);
    answer(100);
    dimmer.adjust();
    assert.equal(dimmer.share, 0.5);
    assert.equal(dimmer.lit(), false);
    for (let n = 0; n < 6; n++) {
      answer(600);
      dimmer.adjust();
    }
    assert.equal(dimmer.share, 1);
    assert.ok(dimmer.lit());
  });

  it('sees who still waits', () => {
    const { dimmer, time, answer } = dim();
    const done = dimmer.begin();
    time.ms = 500;
    answer(101);
    dimmer.adjust();
    assert.equal(dimmer.share, 0.5);
    done();
    dimmer.adjust();
    assert.equal(dimmer.share, 0.25);
    dimmer.adjust();
    assert.equal(dimmer.share, 0.35);
  });

  it('refuses what makes no sense', () => {
    assert.throws(() => dim({ targetMs: 0 }), RangeError);
    assert.throws(() => dim({ step: 2 }), RangeError);
  });
});
