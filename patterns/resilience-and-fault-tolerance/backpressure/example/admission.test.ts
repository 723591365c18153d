import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { Admission } from './admission.ts';
import type {
  AdmissionOptions,
  Caller,
} from './admission-options.ts';
import { OverloadedError } from './overloaded-error.ts';
import { Window } from './window.ts';

function setUp(options: Partial<AdmissionOptions> = {}) {
  const time = { ms: 0 };
  const line = { length: 0, longest: 0 };
  const admission = new Admission({
    workers: 1,
    queue: 3,
    workMs: 100,
    order: 'oldest',
    clock: { now: () => time.ms },
    onLine: (length) => {
      const longest = Math.max(line.longest, length);
      Object.assign(line, { length, longest });
    },
    ...options,
  });
  const started: string[] = [];
  /** Work that ends when the test says so. */
  const ask = (name: string, caller?: Caller) => {
    const { promise, resolve, reject } =
      Promise.withResolvers<string>();
    const work = () => {
      started.push(name);
      return promise;
    };
    const result = admission.run(work, caller);
    result.catch(() => {});
    const end = async (how: () => void) => {
      how();
      await Promise.allSettled([result]);
      await settle();
    };
    return {
      result,
      done: () => end(() => resolve(name)),
      fail: () => end(() => reject(new Error('broken'))),
    };
  };
  return { admission, time, line, started, ask };
}

/** Lets everything run that can run. */
const settle = () =>
  new Promise<void>((resolve) => setImmediate(resolve));

const overloaded = (reason: string) => (error: unknown) =>
  error instanceof OverloadedError && error.reason === reason;

describe('a door', () => {
  it('lets as many work as there are workers', async () => {
    const { admission } = setUp({ workers: 3, queue: 100 });
    let working = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++working);
      for (let n = 0; n < 3; n++) await settle();
      working -= 1;
    };
    const all = Array.from({ length: 50 }, () =>
      admission.run(work),
    );
    await Promise.all(all);
    assert.equal(most, 3);
  });

  it('refuses at once when the line is full', async () => {
    const { ask, line, started } = setUp({ queue: 2 });
    for (const name of ['a', 'b', 'c']) ask(name);
    await assert.rejects(ask('d').result, overloaded('full'));
    assert.deepEqual(started, ['a']);
    assert.equal(line.longest, 2);
  });

  it('says when the line will be done', async () => {
    const { ask } = setUp({ workers: 2, queue: 3, workMs: 100 });
    for (const name of ['a', 'b', 'c', 'd', 'e']) ask(name);
    await assert.rejects(ask('f').result, { retryAfterMs: 200 });
  });

  it('serves the oldest first', async () => {
    const { ask, started } = setUp({ order: 'oldest' });
    const calls = ['a', 'b', 'c'].map((name) => ask(name));
    for (const call of calls) await call.done();
    assert.deepEqual(started, ['a', 'b', 'c']);
  });

  it('or the newest, where it is told to', async () => {
    const { ask, started } = setUp({ order: 'newest' });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ask(name));
    await a?.done();
    await c?.done();
    await b?.done();
    assert.deepEqual(started, ['a', 'c', 'b']);
  });

  it('newest first, a full line lets its oldest go', async () => {
    const { ask, line, started } = setUp({
      order: 'newest',
      queue: 2,
    });
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ask(name));
    const d = ask('d');
    assert.ok(b);
    await assert.rejects(b.result, overloaded('full'));
    assert.equal(line.longest, 2);
    for (const call of [a, d, c]) await call?.done();
    assert.deepEqual(started, ['a', 'd', 'c']);
    const none = setUp({ order: 'newest', queue: 0 });
    none.ask('a');
    const refused = none.ask('b').result;
    await assert.rejects(refused, overloaded('full'));
  });

  it('goes on after work that failed', async () => {
    const { ask, started, admission } = setUp();
    const bad = ask('bad');
    const next = ask('next');
    await bad.fail();
    await assert.rejects(bad.result, /broken/);
    await next.done();
    const atOnce = () => {
      throw new Error('at once');
    };
    await assert.rejects(admission.run(atOnce), /at once/);
    await ask('last').done();
    assert.deepEqual(started, ['bad', 'next', 'last']);
  });
});

describe('a deadline', () => {
  it('that cannot be met is refused, not worked on', async () => {
    const { ask, time, started } = setUp({ workMs: 100 });
    const first = ask('first');
    const late = ask('late', { deadlineMs: 299 });
    const just = ask('just', { deadlineMs: 300 });
    time.ms = 200;
    await first.done();
    await assert.rejects(late.result, overloaded('late'));
    assert.deepEqual(started, ['first', 'just']);
    await just.done();
  });

  it('is not asked of who finds a free worker', async () => {
    const { ask, started } = setUp();
    await ask('tight', { deadlineMs: 1 }).done();
    assert.deepEqual(started, ['tight']);
  });

  it('leaves the worker free when all are late', async () => {
    const { ask, time, line, started } = setUp();
    const first = ask('first');
    for (const name of ['b', 'c']) ask(name, { deadlineMs: 1 });
    time.ms = 50;
    await first.done();
    assert.equal(line.length, 0);
    await ask('next').done();
    assert.deepEqual(started, ['first', 'next']);
  });
});

describe('a caller who hangs up', () => {
  it('is not worked for', async () => {
    const { ask, line, started } = setUp();
    const first = ask('first');
    const caller = new AbortController();
    const gone = ask('gone', { signal: caller.signal });
    caller.abort(new Error('closed the tab'));
    await assert.rejects(gone.result, /closed the tab/);
    assert.equal(line.length, 0);
    await first.done();
    assert.deepEqual(started, ['first']);
  });

  it('before it asks is not let in', async () => {
    const { ask, started } = setUp({ queue: 0 });
    const signal = AbortSignal.abort();
    const early = ask('early', { signal });
    await assert.rejects(early.result, { name: 'AbortError' });
    ask('a');
    const late = ask('late', { signal });
    await assert.rejects(late.result, { name: 'AbortError' });
    assert.deepEqual(started, ['a']);
  });

  it('as its turn comes leaves the worker free', async () => {
    const caller = new AbortController();
    const hangUp = () => caller.abort();
    const { ask, started } = setUp({
      onLine: (length) => {
        // After it was called up, before it starts.
        if (length === 0) queueMicrotask(hangUp);
      },
    });
    const first = ask('first');
    const gone = ask('gone', { signal: caller.signal });
    await first.done();
    await assert.rejects(gone.result, { name: 'AbortError' });
    await ask('next').done();
    assert.deepEqual(started, ['first', 'next']);
  });

  it('leaves no listener behind', async () => {
    const { ask, time } = setUp();
    const { signal } = new AbortController();
    const listeners = () => getEventListeners(signal, 'abort');
    const first = ask('first');
    const served = ask('served', { signal });
    ask('late', { signal, deadlineMs: 1 });
    assert.equal(listeners().length, 2);
    time.ms = 50;
    await first.done();
    await served.done();
    assert.equal(listeners().length, 0);
  });
});

describe('a window', () => {
  it('holds the producer back until one is done', async () => {
    const window = new Window(2);
    let sent = 0;
    const producer = async () => {
      for (let n = 0; n < 4; n++) {
        await window.take();
        sent += 1;
      }
    };
    const producing = producer();
    await settle();
    assert.equal(sent, 2);
    window.give();
    await settle();
    assert.equal(sent, 3);
    window.give();
    await producing;
    assert.equal(sent, 4);
  });

  it('serves takers in order, and forgets who left', async () => {
    const window = new Window(1);
    await window.take();
    const caller = new AbortController();
    const gone = window.take(caller.signal);
    const order: string[] = [];
    const next = window.take().then(() => order.push('next'));
    caller.abort();
    await assert.rejects(gone, { name: 'AbortError' });
    window.give();
    await next;
    window.give();
    await window.take();
    assert.deepEqual(order, ['next']);
  });

  it('leaves no listener behind', async () => {
    const window = new Window(1);
    const { signal } = new AbortController();
    await window.take();
    const taking = window.take(signal);
    assert.equal(getEventListeners(signal, 'abort').length, 1);
    window.give();
    await taking;
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  for (const size of [0, 1.5, NaN]) {
    it(`cannot have a size of ${size}`, () => {
      assert.throws(() => new Window(size), /size cannot be/);
    });
  }
});

describe('options', () => {
  for (const options of [
    { workers: 0 },
    { workers: 1.5 },
    { queue: -1 },
    { queue: NaN },
    { workMs: -1 },
    { workMs: Infinity },
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
