import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BreakerOpenError, CircuitBreaker } from './breaker.ts';
import type { BreakerOptions, State } from './breaker-options.ts';

const DOWN = new Error('503');
const NOT_FOUND = new Error('404');
const LIMITED = new Error('429');

function isFailure(error: unknown) {
  return error === LIMITED ? undefined : error !== NOT_FOUND;
}

/** A breaker, hands to move its time, and ears for its state. */
function setUp(options: Partial<BreakerOptions> = {}) {
  const time = { ms: 0 };
  const states: State[] = ['closed'];
  const breaker = new CircuitBreaker({
    clock: { now: () => time.ms },
    windowMs: 10_000,
    failureRate: 0.5,
    minimumCalls: 4,
    slowMs: 1_000,
    openMs: 5_000,
    jitter: 0,
    probes: 1,
    successes: 2,
    isFailure,
    random: () => 0,
    onState: (to) => states.push(to),
    ...options,
  });
  const succeed = () => breaker.call(async () => 'ok');
  const fail = (error = DOWN) =>
    breaker.call(() => Promise.reject(error)).catch(() => {});
  const open = async () => {
    while (states.at(-1) !== 'open') await fail();
  };
  return { breaker, time, states, succeed, fail, open };
}

/** A call that ends when the test says so. */
function pending(breaker: CircuitBreaker, signal?: AbortSignal) {
  const { promise, resolve, reject } =
    Promise.withResolvers<string>();
  const result = breaker.call(() => promise, signal);
  result.catch(() => {});
  const end = async (how: () => void) => {
    how();
    await Promise.allSettled([result]);
  };
  return {
    answer: () => end(() => resolve('ok')),
    fail: () => end(() => reject(DOWN)),
  };
}

describe('a closed breaker', () => {
  it('opens at the threshold', async () => {
    const { states, succeed, fail } = setUp();
    for (let n = 0; n < 6; n++) await succeed();
    for (let n = 0; n < 5; n++) await fail();
    assert.deepEqual(states, ['closed']);
    await fail();
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('does not open before the minimum of calls', async () => {
    const { states, fail } = setUp({ minimumCalls: 4 });
    for (let n = 0; n < 3; n++) await fail();
    assert.deepEqual(states, ['closed']);
    await fail();
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('forgets failures older than its window', async () => {
    const { time, states, fail } = setUp({ windowMs: 10_000 });
    time.ms = 3_000;
    for (let n = 0; n < 3; n++) await fail();
    time.ms = 14_000;
    for (let n = 0; n < 3; n++) await fail();
    assert.deepEqual(states, ['closed']);
    await fail();
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('remembers them for at least nine tenths of it', async () => {
    const { time, states, fail } = setUp({ windowMs: 10_000 });
    time.ms = 3_999;
    for (let n = 0; n < 3; n++) await fail();
    time.ms = 12_999;
    await fail();
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('starts each turn of its window from zero', async () => {
    const { time, states, succeed, fail } = setUp();
    for (let n = 0; n < 3; n++) await fail();
    time.ms = 10_000;
    for (let n = 0; n < 3; n++) await succeed();
    await fail();
    assert.deepEqual(states, ['closed']);
  });

  it('does not count errors that are answers', async () => {
    const { states, fail } = setUp();
    for (let n = 0; n < 20; n++) await fail(NOT_FOUND);
    assert.deepEqual(states, ['closed']);
  });

  it('counts a 429 neither as failure nor as success', async () => {
    const { states, fail } = setUp();
    for (let n = 0; n < 20; n++) await fail(LIMITED);
    for (let n = 0; n < 4; n++) await fail();
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('counts work that throws before it waits', async () => {
    const { breaker, states } = setUp();
    const work = () => {
      throw DOWN;
    };
    for (let n = 0; n < 4; n++) {
      await assert.rejects(breaker.call(work), DOWN);
    }
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('counts an error that `isFailure` cannot read', async () => {
    const { states, fail } = setUp({
      isFailure: () => {
        throw new TypeError('no status');
      },
    });
    for (let n = 0; n < 4; n++) await fail();
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('counts a slow answer as a failure', async () => {
    const { breaker, time, states } = setUp({ slowMs: 1_000 });
    for (let n = 0; n < 4; n++) {
      const call = pending(breaker);
      time.ms += 1_000;
      await call.answer();
    }
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('hands on answers and errors as they are', async () => {
    const { breaker, succeed } = setUp();
    assert.equal(await succeed(), 'ok');
    const failing = breaker.call(() => Promise.reject(DOWN));
    await assert.rejects(failing, (error) => error === DOWN);
  });
});

describe('a caller who hangs up', () => {
  it('is counted neither way', async () => {
    const { breaker, states, fail } = setUp();
    for (let n = 0; n < 20; n++) {
      const controller = new AbortController();
      const call = pending(breaker, controller.signal);
      controller.abort();
      await call.fail();
    }
    for (let n = 0; n < 3; n++) await fail();
    assert.deepEqual(states, ['closed']);
    await fail();
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('is counted if the call was slow already', async () => {
    const { breaker, time, states } = setUp({ slowMs: 1_000 });
    for (let n = 0; n < 4; n++) {
      const controller = new AbortController();
      const call = pending(breaker, controller.signal);
      time.ms += 1_000;
      controller.abort();
      await call.fail();
    }
    assert.deepEqual(states, ['closed', 'open']);
  });

  it('gives the place of a probe back', async () => {
    const { breaker, time, states, succeed, open } = setUp();
    await open();
    time.ms = 5_000;
    const controller = new AbortController();
    const probe = pending(breaker, controller.signal);
    controller.abort();
    await probe.fail();
    await succeed();
    assert.equal(states.at(-1), 'half-open');
    await succeed();
    assert.equal(states.at(-1), 'closed');
  });

  it('before the call is not called for', async () => {
    const { breaker } = setUp();
    const work = () => assert.fail('called');
    const gone = AbortSignal.abort();
    await assert.rejects(breaker.call(work, gone), {
      name: 'AbortError',
    });
  });
});

describe('an open breaker', () => {
  it('refuses at once and does not call', async () => {
    const { breaker, time, open } = setUp();
    await open();
    time.ms = 4_999;
    let called = false;
    const work = async () => {
      called = true;
    };
    await assert.rejects(breaker.call(work), BreakerOpenError);
    assert.equal(called, false);
  });

  for (const [random, openForMs] of [
    [0, 5_000],
    [0.5, 5_500],
    [0.999, 5_999],
  ] as const) {
    it(`rests ${openForMs} ms by chance ${random}`, async () => {
      const { time, states, succeed, open } = setUp({
        jitter: 0.2,
        random: () => random,
      });
      await open();
      time.ms = openForMs - 1;
      await assert.rejects(succeed(), BreakerOpenError);
      time.ms = openForMs;
      await succeed();
      assert.equal(states.at(-1), 'half-open');
    });
  }
});

describe('a half-open breaker', () => {
  it('learns nothing from a 429, and lets the next one try', async () => {
    const { time, states, succeed, fail, open } = setUp();
    await open();
    time.ms = 5_000;
    await fail(LIMITED);
    await fail(LIMITED);
    assert.equal(states.at(-1), 'half-open');
    await succeed();
    await succeed();
    assert.equal(states.at(-1), 'closed');
  });

  it('lets only so many probes run at once', async () => {
    const { breaker, time, succeed, open } = setUp({ probes: 2 });
    await open();
    time.ms = 5_000;
    const first = pending(breaker);
    pending(breaker);
    await assert.rejects(succeed(), BreakerOpenError);
    await first.answer();
    assert.equal(await succeed(), 'ok');
  });

  it('opens again when a probe fails', async () => {
    const { breaker, time, states, succeed, open } = setUp();
    await open();
    time.ms = 5_000;
    await succeed();
    const probe = pending(breaker);
    time.ms = 5_500;
    await probe.fail();
    assert.equal(states.at(-1), 'open');
    time.ms = 10_499;
    await assert.rejects(succeed(), BreakerOpenError);
    time.ms = 10_500;
    await succeed();
    assert.equal(states.at(-1), 'half-open');
  });

  it('closes after successes, with a clean slate', async () => {
    const { time, states, succeed, fail, open } = setUp();
    await open();
    time.ms = 5_000;
    await succeed();
    assert.equal(states.at(-1), 'half-open');
    await succeed();
    assert.equal(states.at(-1), 'closed');
    for (let n = 0; n < 3; n++) await fail();
    assert.equal(states.at(-1), 'closed');
  });

  it('takes an error that is an answer for one', async () => {
    const { time, states, fail, open } = setUp();
    await open();
    time.ms = 5_000;
    await fail(NOT_FOUND);
    await fail(NOT_FOUND);
    assert.equal(states.at(-1), 'closed');
  });
});

describe('a late result', () => {
  it('of a call from before it opened is no probe', async () => {
    const { breaker, time, states, open } = setUp();
    const late = [pending(breaker), pending(breaker)];
    await open();
    time.ms = 5_000;
    const probe = pending(breaker);
    for (const call of late) await call.answer();
    assert.equal(states.at(-1), 'half-open');
    await probe.answer();
    assert.equal(states.at(-1), 'half-open');
  });

  it('that failed does not open it again', async () => {
    const { breaker, time, states, succeed, open } = setUp();
    const late = pending(breaker);
    await open();
    time.ms = 5_000;
    await succeed();
    await late.fail();
    assert.equal(states.at(-1), 'half-open');
    await succeed();
    assert.equal(states.at(-1), 'closed');
  });

  it('frees no place among the probes of today', async () => {
    const { breaker, time, succeed, open } = setUp();
    const late = pending(breaker);
    await open();
    time.ms = 5_000;
    pending(breaker);
    await late.answer();
    await assert.rejects(succeed(), BreakerOpenError);
  });

  it('of an earlier half-open time is ignored too', async () => {
    const { breaker, time, states, succeed, open } = setUp({
      probes: 2,
    });
    await open();
    time.ms = 5_000;
    const stuck = pending(breaker);
    await pending(breaker).fail();
    time.ms = 10_000;
    pending(breaker);
    await stuck.fail();
    assert.equal(await succeed(), 'ok');
    assert.equal(states.at(-1), 'half-open');
  });
});

describe('options', () => {
  for (const options of [
    { windowMs: 0 },
    { failureRate: 0 },
    { failureRate: 50 },
    { minimumCalls: 0 },
    { slowMs: 0 },
    { openMs: 0 },
    { openMs: NaN },
    { openMs: Infinity },
    { jitter: -0.1 },
    { probes: 0 },
    { successes: 0 },
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
