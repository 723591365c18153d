import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { VirtualClock } from '#lab';
import { Participant } from './participant.ts';
import { ConflictError, MemoryLog } from './saga-log.ts';
import type { Entry, SagaLog } from './saga-log.ts';
import { RefusedError } from './attempt.ts';
import { Saga } from './saga.ts';
import type { Step } from './saga.ts';

const NAMES = ['reserve', 'authorize', 'book', 'capture'];
const ID = 'order 1';
const alive = (): AbortSignal => new AbortController().signal;

/** Four steps whose requests are written down. */
class Trial {
  readonly clock = new VirtualClock();
  readonly calls: string[] = [];
  readonly entries: Entry[] = [];
  readonly log: SagaLog = new MemoryLog((_, entry) => {
    this.entries.push(entry);
  });
  readonly sides = NAMES.map(
    () => new Participant({ tombstones: true, onChange() {} }),
  );
  /** What a request does before its effect. */
  before: (call: string) => void = () => {};
  /** The last has no way back. */
  readonly steps = NAMES.map((name, at): Step => {
    const act = this.#request(name, at, 'act');
    const undo = this.#request(`undo ${name}`, at, 'undo');
    return at === 3 ? { name, act } : { name, act, undo };
  });

  #request(call: string, at: number, how: 'act' | 'undo') {
    return async (key: string): Promise<void> => {
      this.calls.push(call);
      this.before(call);
      this.sides[at]?.[how](key);
    };
  }

  saga(
    steps: readonly Step[] = this.steps,
    log = this.log,
  ): Saga {
    return new Saga({
      clock: this.clock,
      random: () => 0,
      log,
      steps,
      ahead: { tries: 2, baseMs: 100, maxMs: 1_000 },
      onlyWay: { tries: 5, baseMs: 500, maxMs: 2_000 },
    });
  }

  run(steps = this.steps): Promise<string> {
    return this.clock.run(() =>
      this.saga(steps).run(ID, alive()),
    );
  }

  /** Which effects there are. */
  get holds(): string[] {
    return NAMES.filter((_, at) => this.sides[at]?.holds(ID));
  }

  refuse(...refused: string[]): void {
    this.before = (call) => {
      if (refused.includes(call)) throw new RefusedError('no');
    };
  }

  fail(failing: string, times: number): void {
    let left = times;
    this.before = (call) => {
      if (call === failing && left-- > 0) throw new Error('503');
    };
  }
}

describe('a saga', () => {
  it('does all steps in their order', async () => {
    const trial = new Trial();
    assert.equal(await trial.run(), 'done');
    assert.deepEqual(trial.calls, NAMES);
    assert.deepEqual(trial.holds, NAMES);
  });

  it('has each step in the log before it asks for it', async () => {
    const trial = new Trial();
    trial.refuse('book');
    const { before } = trial;
    trial.before = (call) => {
      const step = call.replace('undo ', '');
      const noted = trial.entries.some(
        (entry) => entry.what === 'will' && entry.step === step,
      );
      assert.ok(noted, call);
      before(call);
    };
    assert.equal(await trial.run(), 'undone');
  });

  it('undoes in reverse, and what was refused as well', async () => {
    const trial = new Trial();
    trial.refuse('book');
    assert.equal(await trial.run(), 'undone');
    assert.deepEqual(trial.calls.slice(3), [
      'undo book',
      'undo authorize',
      'undo reserve',
    ]);
    assert.deepEqual(trial.holds, []);
    const back = trial.entries.find(
      ({ what }) => what === 'back',
    );
    assert.equal(back?.why, 'RefusedError: no');
  });

  it('does not try again what was refused', async () => {
    const trial = new Trial();
    trial.refuse('book');
    await trial.run();
    const books = trial.calls.filter((call) => call === 'book');
    assert.equal(books.length, 1);
  });

  it('tries ahead before it turns back', async () => {
    const trial = new Trial();
    trial.fail('book', 1);
    assert.equal(await trial.run(), 'done');
    assert.equal(trial.clock.now(), 100);
  });

  it('undoes a step whose answer got lost', async () => {
    const trial = new Trial();
    const steps = trial.steps.map((step): Step => {
      if (step.name !== 'authorize') return step;
      const act: Step['act'] = async (key, signal) => {
        await step.act(key, signal);
        throw new Error('no answer');
      };
      return { ...step, act };
    });
    assert.equal(await trial.run(steps), 'undone');
    assert.deepEqual(trial.holds, []);
  });

  it('tries an undo again, with longer waits', async () => {
    const trial = new Trial();
    const { fail } = trial;
    fail.call(trial, 'undo authorize', 3);
    const { before } = trial;
    trial.before = (call) => {
      if (call === 'book') throw new RefusedError('no');
      before(call);
    };
    assert.equal(await trial.run(), 'undone');
    assert.equal(trial.clock.now(), 500 + 1_000 + 2_000);
  });

  it('has an entry for each try, for who looks whether it lives', async () => {
    const trial = new Trial();
    trial.refuse('book');
    const { before } = trial;
    const sentMs: number[] = [];
    trial.before = (call) => {
      before(call);
      if (call !== 'undo authorize') return;
      sentMs.push(trial.entries.length);
      throw new Error('503');
    };
    assert.equal(await trial.run(), 'parked');
    const [first = NaN, ...others] = sentMs;
    const more = [1, 2, 3, 4].map((nth) => first + nth);
    assert.deepEqual(others, more);
  });

  it('undoes the rest where one undo is refused', async () => {
    const trial = new Trial();
    trial.refuse('book', 'undo authorize');
    assert.equal(await trial.run(), 'parked');
    assert.deepEqual(trial.holds, ['authorize']);
    const stuck = trial.entries.filter(
      ({ what }) => what === 'stuck',
    );
    const why = 'RefusedError: no';
    assert.deepEqual(stuck, [
      { what: 'stuck', step: 'authorize', why },
    ]);
    assert.deepEqual(await trial.log.unfinished(), []);
  });

  it('does what was left when a person runs it again', async () => {
    const trial = new Trial();
    trial.refuse('book', 'undo authorize');
    await trial.run();
    trial.refuse();
    trial.calls.length = 0;
    assert.equal(await trial.run(), 'undone');
    assert.deepEqual(trial.calls, ['undo authorize']);
    assert.deepEqual(trial.holds, []);
  });

  it('is left alone once it has ended', async () => {
    const trial = new Trial();
    await trial.run();
    const entries = trial.entries.length;
    assert.equal(await trial.run(), 'done');
    assert.equal(trial.calls.length, 4);
    assert.equal(trial.entries.length, entries);
  });

  it('does not go on with a step that it does not know', async () => {
    const trial = new Trial();
    trial.refuse('book', 'undo authorize');
    assert.equal(await trial.run(), 'parked');
    const fewer = trial.steps.filter(
      ({ name }) => name !== 'authorize',
    );
    await assert.rejects(trial.run(fewer), /step authorize/);
    assert.deepEqual(trial.holds, ['authorize']);
  });

  it('stops in a wait, and leaves no timer', async () => {
    const trial = new Trial();
    trial.refuse('book');
    const { before } = trial;
    trial.before = (call) => {
      before(call);
      if (call === 'undo authorize') throw new Error('503');
    };
    const life = new AbortController();
    const crash = new Error('crash');
    await trial.clock.run(async () => {
      const running = trial.saga().run(ID, life.signal);
      trial.clock.setTimer(200, () => life.abort(crash));
      await assert.rejects(running, crash);
    });
    assert.equal(trial.clock.pending, 0);
    assert.deepEqual(await trial.log.unfinished(), [ID]);
  });
});

describe('the point of no return', () => {
  it('is passed before the step is asked for', async () => {
    const trial = new Trial();
    trial.fail('capture', 4);
    assert.equal(await trial.run(), 'done');
    assert.deepEqual(trial.holds, NAMES);
  });

  it('is not passed where the first answer is a no', async () => {
    const trial = new Trial();
    trial.refuse('capture');
    assert.equal(await trial.run(), 'undone');
    assert.deepEqual(trial.holds, []);
  });

  it('may be passed where a no follows on silence', async () => {
    const trial = new Trial();
    let tries = 0;
    trial.before = (call) => {
      if (call !== 'capture') return;
      if (++tries === 1) throw new Error('no answer');
      throw new RefusedError('no');
    };
    assert.equal(await trial.run(), 'parked');
    assert.deepEqual(trial.holds, NAMES.slice(0, 3));
  });

  it('may be passed where a crash has hidden the answer', async () => {
    const trial = new Trial();
    trial.refuse('capture');
    const { log, signal } = crashing(trial, 8, 'before');
    await trial.clock.run(async () => {
      const first = trial.saga(trial.steps, log);
      await assert.rejects(first.run(ID, signal), /crash/);
      assert.equal(await trial.saga().run(ID, alive()), 'parked');
    });
    assert.deepEqual(trial.holds, NAMES.slice(0, 3));
  });

  it('lets nothing be undone after it', async () => {
    const trial = new Trial();
    trial.fail('capture', 5);
    assert.equal(await trial.run(), 'parked');
    assert.deepEqual(trial.holds, NAMES.slice(0, 3));
    assert.equal(await trial.run(), 'done'); // by a person
  });

  it('parks what is refused behind it', async () => {
    const trial = new Trial();
    trial.refuse('book');
    const [reserve, authorize, book, capture] = trial.steps;
    assert.ok(reserve && authorize && book && capture);
    const early = [reserve, authorize, capture, book];
    assert.equal(await trial.run(early), 'parked');
    assert.deepEqual(trial.holds, [
      'reserve',
      'authorize',
      'capture',
    ]);
  });
});

/** The process ends at its n-th entry: before or after it. */
function crashing(
  trial: Trial,
  n: number,
  when: 'before' | 'after',
): { log: SagaLog; signal: AbortSignal } {
  const life = new AbortController();
  let written = 0;
  const append: SagaLog['append'] = async (id, at, entry) => {
    const last = ++written === n;
    if (!last || when === 'after')
      await trial.log.append(id, at, entry);
    if (last) life.abort(new Error('crash'));
    life.signal.throwIfAborted();
  };
  const read: SagaLog['read'] = (id) => trial.log.read(id);
  const unfinished = (): Promise<readonly string[]> =>
    trial.log.unfinished();
  return {
    log: { read, append, unfinished },
    signal: life.signal,
  };
}

describe('after a crash', () => {
  for (const when of ['before', 'after'] as const)
    for (const refused of ['', ...NAMES.slice(0, 3)])
      it(`${when} any entry is whole, ${refused || 'no'} refusal`, async () => {
        for (let n = 1, crashed = true; crashed; n++) {
          const trial = new Trial();
          trial.refuse(refused);
          const { log, signal } = crashing(trial, n, when);
          await trial.clock.run(async () => {
            const first = trial.saga(trial.steps, log);
            await first
              .run(ID, signal)
              .catch((error: unknown) => {
                if (!signal.aborted) throw error;
              });
            crashed = signal.aborted;
            for (const id of await trial.log.unfinished())
              await trial.saga().run(id, alive());
          });
          const begun = trial.entries.length > 0;
          const whole = refused || !begun ? [] : NAMES;
          assert.deepEqual(trial.holds, whole, `entry ${n}`);
          assert.deepEqual(await trial.log.unfinished(), []);
        }
      });
});

describe('two processes with one saga', () => {
  for (const refused of ['', 'book'])
    it(`do not disagree, ${refused || 'no'} refusal`, async () => {
      const trial = new Trial();
      trial.refuse(refused);
      const both = await trial.clock.run(() =>
        Promise.allSettled([
          trial.saga().run(ID, alive()),
          trial.saga().run(ID, alive()),
        ]),
      );
      const lost = both.filter(
        (one) =>
          one.status === 'rejected' &&
          one.reason instanceof ConflictError,
      );
      assert.equal(lost.length, 1);
      assert.deepEqual(trial.holds, refused ? [] : NAMES);
    });

  it('do not disagree where only one of them hears a no', async () => {
    const trial = new Trial();
    const { clock, steps } = trial;
    /** The last step, with another way to answer. */
    const answering = (
      answer: (act: () => Promise<void>) => Promise<void>,
    ) =>
      steps.map((step): Step => {
        if (step.name !== 'capture') return step;
        const act: Step['act'] = (key, signal) =>
          answer(() => step.act(key, signal));
        return { ...step, act };
      });
    const no = answering(async () => {
      await clock.sleep(1_000);
      throw new RefusedError('no');
    });
    const lateYes = answering(async (act) => {
      await act();
      await clock.sleep(2_000);
    });
    await clock.run(async () => {
      const first = trial.saga(no).run(ID, alive());
      const gaveUp = assert.rejects(first, ConflictError);
      await clock.sleep(500);
      const second = trial.saga(lateYes);
      assert.equal(await second.run(ID, alive()), 'done');
      await gaveUp;
    });
    assert.deepEqual(trial.holds, NAMES);
  });

  it('leave it to who came last, before the next try', async () => {
    const trial = new Trial();
    trial.refuse('book', 'undo authorize');
    const { before } = trial;
    let tries = 0;
    trial.before = (call) => {
      if (call !== 'undo authorize') return before(call);
      tries += 1;
      throw new Error('503');
    };
    await trial.clock.run(async () => {
      const first = trial.saga().run(ID, alive());
      const gaveUp = assert.rejects(first, ConflictError);
      await trial.clock.sleep(1);
      assert.equal(tries, 1);
      const { clock } = trial;
      const random = (): number => 0;
      const once = { tries: 1, baseMs: 1, maxMs: 1 };
      const { log, steps } = trial;
      const more = { ahead: once, onlyWay: once };
      const second = new Saga({
        clock,
        random,
        log,
        steps,
        ...more,
      });
      assert.equal(await second.run(ID, alive()), 'parked');
      await gaveUp;
    });
    assert.equal(tries, 2);
  });

  it('do not disagree when one of them wakes up late', async () => {
    const trial = new Trial();
    const { clock, steps } = trial;
    const slow = steps.map((step): Step => {
      if (step.name !== 'book') return step;
      const act: Step['act'] = async (key, signal) => {
        await clock.sleep(5_000);
        await step.act(key, signal);
      };
      return { ...step, act };
    });
    trial.refuse();
    await clock.run(async () => {
      const first = trial.saga(slow).run(ID, alive());
      const late = assert.rejects(first, ConflictError);
      await clock.sleep(1_000);
      trial.refuse('book');
      const second = trial.saga().run(ID, alive());
      assert.equal(await second, 'undone');
      trial.refuse(); // the late request would be taken now
      await late;
    });
    assert.deepEqual(trial.holds, []);
  });
});
