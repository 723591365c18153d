import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VirtualClock } from '#lab';
import { Health } from './health.ts';
import type { HealthOptions } from './health-options.ts';

/** Plays with a process of which the clock is ours. */
async function play(
  options: Partial<HealthOptions>,
  story: (health: Health, clock: VirtualClock) => Promise<void>,
): Promise<void> {
  const clock = new VirtualClock();
  const health = new Health({
    clock,
    stuckMs: 3_000,
    dependencies: {},
    everyMs: 1_000,
    timeoutMs: 500,
    ...options,
  });
  await clock.run(() => story(health, clock));
}

/** A dependency that answers as the test says, and counts. */
function dependency(gates = true) {
  const seen = { asked: 0, running: 0, most: 0, aborted: 0 };
  let answer: (
    signal: AbortSignal,
  ) => Promise<unknown> = async () => 'ok';
  const check = async (signal: AbortSignal) => {
    seen.asked += 1;
    seen.running += 1;
    seen.most = Math.max(seen.most, seen.running);
    try {
      return await answer(signal);
    } finally {
      seen.running -= 1;
      if (signal.aborted) seen.aborted += 1;
    }
  };
  const dependencies = { database: { check, gates } };
  return {
    seen,
    dependencies,
    answers: (how: typeof answer) => (answer = how),
  };
}

const refuse = () => Promise.reject(new Error('refused'));
/** Ends only when it is told to. */
const hang = (signal: AbortSignal) =>
  new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () => reject(signal.reason),
      {
        once: true,
      },
    );
  });
/** Ends at its own time, whatever it is told. */
const deaf = (clock: VirtualClock, ms: number) => () =>
  clock.sleep(ms);

/** Watches while the story goes on. */
async function watching(
  health: Health,
  story: () => Promise<void>,
): Promise<void> {
  const end = new AbortController();
  const watch = health.watch(end.signal);
  await story();
  end.abort();
  await watch;
}

describe('liveness', () => {
  it('asks no dependency, whatever state it is in', async () => {
    const { dependencies, answers } = dependency();
    answers(refuse);
    await play({ dependencies }, (health, clock) =>
      watching(health, async () => {
        health.started();
        await clock.sleep(60_000);
        assert.equal(health.failing().get('database'), 'refused');
        assert.equal(health.ready(), false);
        assert.equal(health.live(), true);
      }),
    );
  });

  it('fails when work is there and none ends', async () => {
    await play({}, async (health, clock) => {
      void health.work(() => new Promise(() => {}));
      await clock.sleep(2_999);
      assert.equal(health.live(), true);
      await clock.sleep(1);
      assert.equal(health.live(), false);
    });
  });

  it('is content without work, for any time', async () => {
    await play({}, async (health, clock) => {
      await health.work(async () => 'done');
      await clock.sleep(3_600_000);
      assert.equal(health.live(), true);
    });
  });

  it('counts from the first work after a rest', async () => {
    await play({}, async (health, clock) => {
      await clock.sleep(3_600_000);
      void health.work(() => new Promise(() => {}));
      assert.equal(health.live(), true);
    });
  });

  it('takes work that fails for a sign of life', async () => {
    await play({}, async (health, clock) => {
      void health.work(() => new Promise(() => {}));
      for (let n = 0; n < 20; n++) {
        await clock.sleep(2_000);
        await assert.rejects(health.work(refuse), /refused/);
        assert.equal(health.live(), true);
      }
    });
  });

  it('holds while a dependency hangs, as calls time out', async () => {
    await play({}, async (health, clock) => {
      for (let n = 0; n < 20; n++) {
        const late = clock.sleep(1_000).then(refuse);
        await health.work(() => late).catch(() => {});
        assert.equal(health.live(), true);
      }
    });
  });

  it('comes back when the work ends after all', async () => {
    await play({}, async (health, clock) => {
      const work = health.work(() => clock.sleep(5_000));
      await clock.sleep(4_000);
      assert.equal(health.live(), false);
      await work;
      assert.equal(health.live(), true);
    });
  });
});

describe('startup and readiness', () => {
  it('wait for the start', async () => {
    await play({}, async (health) => {
      assert.deepEqual(
        [health.startup(), health.ready(), health.live()],
        [false, false, true],
      );
      health.started();
      assert.deepEqual(
        [health.startup(), health.ready()],
        [true, true],
      );
    });
  });

  it('while it drains it is alive, and not ready', async () => {
    await play({}, async (health) => {
      health.started();
      health.drain();
      assert.equal(health.ready(), false);
      assert.equal(health.live(), true);
    });
  });

  it('sends no more traffic to what is stuck', async () => {
    await play({}, async (health, clock) => {
      health.started();
      void health.work(() => new Promise(() => {}));
      await clock.sleep(2_999);
      assert.equal(health.ready(), true);
      await clock.sleep(1);
      assert.equal(health.ready(), false);
    });
  });

  it('heeds only a dependency that gates', async () => {
    const { dependencies, answers } = dependency(false);
    answers(refuse);
    await play({ dependencies }, (health, clock) =>
      watching(health, async () => {
        health.started();
        await clock.sleep(100);
        assert.equal(health.failing().get('database'), 'refused');
        assert.equal(health.ready(), true);
      }),
    );
  });
});

describe('a deep check', () => {
  it('fails at its time, and passes when it is back', async () => {
    const { dependencies, answers, seen } = dependency();
    answers(hang);
    await play({ dependencies }, (health, clock) =>
      watching(health, async () => {
        health.started();
        await clock.sleep(499);
        assert.equal(health.ready(), true);
        await clock.sleep(1);
        assert.equal(health.ready(), false);
        assert.match(
          health.failing().get('database') ?? '',
          /no answer in 500 ms/,
        );
        assert.equal(seen.aborted, 1);
        answers(async () => 'ok');
        await clock.sleep(1_000);
        assert.equal(health.ready(), true);
      }),
    );
  });

  it('does not pile up on one that does not listen', async () => {
    const { dependencies, answers, seen } = dependency();
    await play({ dependencies }, (health, clock) => {
      answers(deaf(clock, 10_000));
      return watching(health, async () => {
        await clock.sleep(9_000);
        assert.equal(health.failing().size, 1);
        assert.deepEqual([seen.asked, seen.most], [1, 1]);
        await clock.sleep(1_500);
        assert.equal(health.failing().size, 1, 'late is late');
        answers(async () => 'ok');
        await clock.sleep(1_500);
        assert.deepEqual([seen.asked, seen.most], [2, 1]);
        assert.equal(health.failing().size, 0);
      });
    });
  });

  it('is made once a period, however often one asks', async () => {
    const { dependencies, seen } = dependency();
    await play({ dependencies }, (health, clock) =>
      watching(health, async () => {
        for (let n = 0; n < 1_000; n++) health.ready();
        await clock.sleep(9_500);
        assert.equal(seen.asked, 10);
      }),
    );
  });

  it('does not hold up another', async () => {
    const slow = dependency();
    const quick = dependency();
    slow.answers(hang);
    const dependencies = {
      slow: slow.dependencies.database,
      quick: quick.dependencies.database,
    };
    await play({ dependencies }, (health, clock) =>
      watching(health, async () => {
        await clock.sleep(450);
        assert.equal(quick.seen.running, 0);
        await clock.sleep(9_050);
        assert.deepEqual([...health.failing().keys()], ['slow']);
        assert.equal(quick.seen.asked, 10);
      }),
    );
  });

  it('ends with the watch, and leaves no timer', async () => {
    const { dependencies, answers, seen } = dependency();
    answers(hang);
    await play({ dependencies }, async (health, clock) => {
      await watching(health, () => clock.sleep(100));
      assert.equal(seen.running, 0);
      assert.equal(health.failing().size, 0);
      assert.equal(clock.pending, 0);
    });
  });
});

describe('options', () => {
  for (const name of ['stuckMs', 'everyMs', 'timeoutMs']) {
    for (const value of [0, -1, NaN, Infinity]) {
      it(`refuse ${name} ${value}, by name`, async () => {
        const playing = play({ [name]: value }, async () => {});
        await assert.rejects(playing, {
          name: 'RangeError',
          message: new RegExp(name),
        });
      });
    }
  }
});
