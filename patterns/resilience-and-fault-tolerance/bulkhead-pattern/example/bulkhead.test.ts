import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { Bulkhead, BulkheadFullError } from './bulkhead.ts';
import type { BulkheadOptions } from './bulkhead-options.ts';

/** A clock whose timers go off when the test says so. */
function handClock() {
  const timers = new Set<() => void>();
  const setTimer = (_ms: number, fire: () => void) => {
    timers.add(fire);
    return () => void timers.delete(fire);
  };
  const ring = () => {
    for (const fire of timers) {
      timers.delete(fire);
      fire();
    }
  };
  return { timers, clock: { setTimer }, ring };
}

function setUp(options: Partial<BulkheadOptions> = {}) {
  const { timers, clock, ring } = handClock();
  const seen = { running: 0, waiting: 0, most: 0 };
  const bulkhead = new Bulkhead({
    limit: 2,
    queue: 0,
    maxWaitMs: 1_000,
    clock,
    onChange: (running, waiting) => {
      const most = Math.max(seen.most, running);
      Object.assign(seen, { running, waiting, most });
    },
    ...options,
  });
  const started: string[] = [];
  /** A call that ends when the test says so. */
  const call = (name: string, signal?: AbortSignal) => {
    const { promise, resolve, reject } =
      Promise.withResolvers<string>();
    const work = () => {
      started.push(name);
      return promise;
    };
    const result = bulkhead.run(work, signal);
    result.catch(() => {});
    const fail = () => reject(new Error('503'));
    return { result, answer: () => resolve(name), fail };
  };
  return { bulkhead, call, started, seen, timers, ring };
}

/** Lets everything run that can run. */
const settle = () =>
  new Promise<void>((resolve) => setImmediate(resolve));

const full = (reason: string) => (error: unknown) =>
  error instanceof BulkheadFullError && error.reason === reason;

describe('a bulkhead', () => {
  it('refuses the call above its limit, uncalled', async () => {
    const { call, started } = setUp({ limit: 2 });
    call('a');
    call('b');
    await assert.rejects(call('c').result, full('full'));
    await settle();
    assert.deepEqual(started, ['a', 'b']);
  });

  it('never runs more than its limit', async () => {
    const { bulkhead, seen } = setUp({ limit: 3, queue: 100 });
    let running = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++running);
      for (let n = 0; n < 3; n++) await settle();
      running -= 1;
    };
    const calls = Array.from({ length: 50 }, () =>
      bulkhead.run(work),
    );
    await Promise.all(calls);
    assert.equal(most, 3);
    assert.equal(seen.most, 3);
    assert.deepEqual([seen.running, seen.waiting], [0, 0]);
  });

  it('hands on answers and errors as they are', async () => {
    const { call } = setUp();
    const good = call('a');
    good.answer();
    assert.equal(await good.result, 'a');
    const bad = call('b');
    bad.fail();
    await assert.rejects(bad.result, { message: '503' });
  });

  it('gets its place back from a call that failed', async () => {
    const { call, seen } = setUp({ limit: 1 });
    const bad = call('a');
    bad.fail();
    await assert.rejects(bad.result);
    assert.equal(seen.running, 0);
    const next = call('b');
    next.answer();
    assert.equal(await next.result, 'b');
  });

  it('gets it back from work that throws at once', async () => {
    const { bulkhead, seen } = setUp({ limit: 1 });
    const work = () => {
      throw new Error('at once');
    };
    await assert.rejects(bulkhead.run(work), /at once/);
    assert.equal(seen.running, 0);
  });

  it('keeps the place of work that goes on', async () => {
    const { call, seen } = setUp({ limit: 1 });
    const caller = new AbortController();
    const deaf = call('deaf', caller.signal);
    await settle();
    caller.abort();
    await settle();
    assert.equal(seen.running, 1);
    await assert.rejects(call('b').result, full('full'));
    deaf.answer();
    await deaf.result;
    assert.equal(seen.running, 0);
  });
});

describe('a line', () => {
  it('is served in the order of asking', async () => {
    const { call, started } = setUp({ limit: 1, queue: 3 });
    const calls = ['a', 'b', 'c', 'd'].map((name) => call(name));
    await assert.rejects(call('e').result, full('full'));
    for (const each of calls) {
      each.answer();
      await each.result;
    }
    assert.deepEqual(started, ['a', 'b', 'c', 'd']);
  });

  it('is not overtaken as a place comes free', async () => {
    const { call, started } = setUp({ limit: 1, queue: 1 });
    const first = call('first');
    call('in line');
    first.answer();
    await first.result;
    call('late');
    await settle();
    assert.deepEqual(started, ['first', 'in line']);
  });

  it('refuses who has waited too long', async () => {
    const { call, started, ring } = setUp({ limit: 1, queue: 1 });
    call('a');
    const late = call('late');
    ring();
    await assert.rejects(late.result, full('waited'));
    assert.deepEqual(started, ['a']);
  });

  it('gives no place to who has left it', async () => {
    const { call, seen, ring } = setUp({ limit: 1, queue: 2 });
    const first = call('first');
    const caller = new AbortController();
    const left = [call('late'), call('gone', caller.signal)];
    caller.abort();
    ring();
    await Promise.allSettled(left.map(({ result }) => result));
    first.answer();
    await first.result;
    assert.deepEqual([seen.running, seen.waiting], [0, 0]);
    const next = call('next');
    next.answer();
    assert.equal(await next.result, 'next');
  });

  it('leaves neither timer nor listener behind', async () => {
    const { call, timers, ring } = setUp({ limit: 1, queue: 3 });
    const caller = new AbortController();
    const { signal } = caller;
    const listeners = () => getEventListeners(signal, 'abort');
    const first = call('first');
    const served = call('served', signal);
    assert.equal(timers.size, 1);
    assert.equal(listeners().length, 1);
    first.answer();
    served.answer();
    await served.result;
    assert.equal(timers.size, 0);
    assert.equal(listeners().length, 0);
    const holder = call('holder');
    const late = call('late', signal);
    ring();
    await assert.rejects(late.result);
    assert.equal(listeners().length, 0);
    const gone = call('gone', signal);
    caller.abort();
    await assert.rejects(gone.result);
    assert.equal(timers.size, 0);
    holder.answer();
  });
});

describe('a caller who hangs up', () => {
  it('before the call is not called for', async () => {
    const { call, started } = setUp({ limit: 1 });
    const gone = { name: 'AbortError' };
    const early = call('early', AbortSignal.abort());
    await assert.rejects(early.result, gone);
    call('a');
    const late = call('late', AbortSignal.abort());
    await assert.rejects(late.result, gone);
    await settle();
    assert.deepEqual(started, ['a']);
  });

  it('leaves the line with its own reason', async () => {
    const { call, seen } = setUp({ limit: 1, queue: 1 });
    call('a');
    const caller = new AbortController();
    const { result } = call('b', caller.signal);
    caller.abort(new Error('closed the tab'));
    await assert.rejects(result, /closed the tab/);
    assert.equal(seen.waiting, 0);
  });

  it('as its turn comes is not called for', async () => {
    const caller = new AbortController();
    const hangUp = () => caller.abort();
    let running = 0;
    const { call, started } = setUp({
      limit: 1,
      queue: 1,
      onChange: (now, waiting) => {
        const served = running === 1 && waiting === 0;
        // After it was given the place, before it starts.
        if (served) queueMicrotask(hangUp);
        running = now;
      },
    });
    const first = call('first');
    const { result } = call('second', caller.signal);
    first.answer();
    await first.result;
    await assert.rejects(result, { name: 'AbortError' });
    assert.deepEqual(started, ['first']);
    assert.equal(running, 0);
  });
});

describe('options', () => {
  for (const options of [
    { limit: 0 },
    { limit: 1.5 },
    { queue: -1 },
    { queue: NaN },
    { maxWaitMs: 0 },
    { maxWaitMs: Infinity },
  ]) {
    const [[name, value] = []] = Object.entries(options);
    it(`refuse ${name} ${value}, by name`, () => {
      assert.throws(() => setUp(options), {
        name: 'RangeError',
        message: new RegExp(`${name}`),
      });
    });
  }
});
