import { mock as nodeMock } from 'node:test';
import timers from 'node:timers';
import promisedTimers from 'node:timers/promises';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MockTracker } from '../../../../playground/engines/embedded/worker/modules/test/mock-tracker.ts';

/** Many runs, on a machine that does other things as well. */
vi.setConfig({ testTimeout: 60_000 });

type TimersModule = typeof timers & { readonly promises: typeof promisedTimers };

/** With what the types of Node do not know yet. */
type Tracker = Omit<typeof nodeMock, 'timers'> & {
  readonly timers: Omit<typeof nodeMock.timers, 'enable' | 'tick'> & {
    enable(options?: { apis?: readonly string[]; now?: unknown }): void;
    tick(ms?: number): void;
  };
};

const own = new MockTracker(timers as never) as unknown as Tracker;
const { promises } = timers as TimersModule;

type Say = (...words: unknown[]) => void;
type Scenario = (mock: Tracker, say: Say) => unknown;

/** What a scenario says and how it ends, under one of the two. */
async function heard(scenario: Scenario, mock: Tracker): Promise<unknown> {
  const said: unknown[] = [];
  try {
    await scenario(mock, (...words) => said.push(words));
  } catch (error) {
    const { name, code, message } = error as Error & { code?: string };
    said.push({ name, code, message });
  } finally {
    mock.reset();
  }
  return said;
}

async function expectSame(scenario: Scenario): Promise<void> {
  expect(await heard(scenario, own)).toEqual(await heard(scenario, nodeMock as unknown as Tracker));
}

afterEach(() => {
  own.reset();
  nodeMock.reset();
});

const errors: Readonly<Record<string, Scenario>> = {
  'tick before enable': (mock) => mock.timers.tick(),
  'setTime before enable': (mock) => mock.timers.setTime(1),
  'runAll before enable': (mock) => mock.timers.runAll(),
  'twice enabled': (mock) => [1, 2].map(() => mock.timers.enable()),
  'negative tick': (mock) => (mock.timers.enable(), mock.timers.tick(-1)),
  'unknown API': (mock) => mock.timers.enable({ apis: ['nope'] as never }),
  'API that is no text': (mock) => mock.timers.enable({ apis: [1] as never }),
  'APIs that are no list': (mock) => mock.timers.enable({ apis: 'Date' as never }),
  'now that is no number': (mock) => mock.timers.enable({ now: 'x' as never }),
  'now that is NaN': (mock) => mock.timers.enable({ now: NaN }),
  'negative now': (mock) => mock.timers.enable({ now: -1 }),
  'bad delay of a signal': (mock) => (mock.timers.enable(), AbortSignal.timeout(-1)),
  'no method': (mock) => mock.method({ a: 1 } as never, 'a' as never),
  'no name': (mock) => mock.method({}, 1 as never),
  'no object': (mock) => mock.method(1 as never, 'a' as never),
  'getter and setter': (mock) =>
    mock.method({ a() {} } as never, 'a' as never, { getter: true, setter: true } as never),
  'getter that is false': (mock) =>
    mock.getter({} as never, 'a' as never, { getter: false } as never),
  'bad times': (mock) => mock.fn(() => 1, { times: 0 }),
  'bad implementation': (mock) => mock.fn(() => 1, 5 as never),
  'a call in the past': (mock) => {
    const fn = mock.fn((): number => 0);
    fn();
    fn.mock.mockImplementationOnce((() => 1) as never, 0);
  },
  'no property': (mock) => mock.property({} as never, 'x' as never),
  'property that cannot be set': (mock) => {
    const fixed = Object.defineProperty({}, 'x', { value: 1, configurable: true }) as { x: number };
    mock.property(fixed, 'x', 2);
    fixed.x = 3;
  },
};

const timerScenarios: Readonly<Record<string, Scenario>> = {
  'timeouts in order': (mock, say) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    setTimeout((...args: unknown[]) => say('b', ...args), 20, 1, 2);
    const cleared = setTimeout(() => say('never'), 10);
    setTimeout(() => setTimeout(() => say('inner'), 5), 10);
    clearTimeout(cleared);
    timers.setTimeout(() => say('module'), 15);
    mock.timers.tick(14);
    say('14');
    mock.timers.tick(100);
    say(typeof setTimeout(() => say('late'), 2 ** 31));
    mock.timers.tick();
  },
  'an interval that ends itself': (mock, say) => {
    mock.timers.enable({ apis: ['setInterval'] });
    let count = 0;
    const interval = setInterval(() => {
      say(++count);
      if (count === 3) clearInterval(interval);
    }, 10);
    mock.timers.tick(35);
    mock.timers.tick(35);
  },
  immediates: (mock, say) => {
    mock.timers.enable({ apis: ['setImmediate', 'setTimeout'] });
    setTimeout(() => say('timeout'), 0);
    setImmediate((word: string) => say(word), 'immediate');
    clearImmediate(setImmediate(() => say('never')));
    mock.timers.tick(0);
  },
  'the date': (mock, say) => {
    mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 1000 });
    say(Date.now(), new Date().getTime(), new Date(5).getTime(), new Date(2020, 1, 2).getMonth());
    say(typeof Date(), Date.name, Date.length, new Date() instanceof Date, Date.UTC(1970));
    setTimeout(() => say('due', Date.now()), 500);
    mock.timers.setTime(1600);
    say(Date.now());
    mock.timers.tick(0);
    mock.timers.reset();
    say(Date.now() > 1e12, 'isMock' in Date);
  },
  'a start that is a date': (mock, say) => {
    mock.timers.enable({ now: new Date(7) });
    say(Date.now());
  },
  'promised waits': async (mock, say) => {
    mock.timers.enable({ apis: ['setTimeout', 'setImmediate', 'scheduler.wait'] });
    const waits = [
      promises.setTimeout(10, 'a'),
      promises.setImmediate('b'),
      promises.scheduler.wait(5),
    ];
    mock.timers.tick(20);
    say(await Promise.all(waits));
  },
  'an aborted wait': async (mock, say) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const controller = new AbortController();
    const wait = promises.setTimeout(10, 'a', { signal: controller.signal });
    controller.abort('why');
    await wait.catch((error: Error) => say(error.name, error.message, error.cause));
    await promises.setTimeout(1, 1, { signal: AbortSignal.abort(5) });
  },
  'a promised interval': async (mock, say) => {
    mock.timers.enable({ apis: ['setInterval'] });
    const ticks = promises.setInterval(10, 'tick');
    const first = ticks.next();
    mock.timers.tick(10);
    say(await first);
    const second = ticks.next();
    mock.timers.tick(10);
    say(await second);
    say(await ticks.return?.());
  },
  'a signal with a timeout': (mock, say) => {
    mock.timers.enable({ apis: ['AbortSignal.timeout'] });
    const signal = AbortSignal.timeout(10);
    mock.timers.tick(9);
    say(signal.aborted);
    mock.timers.tick(1);
    say(signal.aborted, (signal.reason as Error).name);
  },
  'what a timer can do': (mock, say) => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const timer = setTimeout(() => say('never'), 1);
    say(timer.ref() === timer, timer.unref() === timer, timer.hasRef(), timer.refresh() === timer);
    timer.close();
    mock.timers.runAll();
  },
};

const mockScenarios: Readonly<Record<string, Scenario>> = {
  'a function': (mock, say) => {
    const sum = mock.fn((a: number, b: number) => a + b);
    say(sum(1, 2), sum.name, sum.length, sum.mock.callCount());
    const [call] = sum.mock.calls;
    say(call?.arguments, call?.result, call?.error, call?.target, call?.this);
    sum.mock.mockImplementation(() => 0);
    sum.mock.mockImplementationOnce(() => 9, 2);
    say(sum(1, 1), sum(1, 1), sum(1, 1));
    sum.mock.resetCalls();
    sum.mock.restore();
    say(sum(3, 4), sum.mock.callCount());
  },
  'as many times': (mock, say) => {
    const fn = mock.fn(
      () => 'real',
      () => 'mock',
      { times: 2 },
    );
    say(fn(), fn(), fn(), fn());
    const object = { twice: (): string => 'real' };
    mock.method(object, 'twice', () => 'mock', { times: 1 });
    say(object.twice(), object.twice());
  },
  'a constructor and a failure': (mock, say) => {
    const Thing = mock.fn(function (this: { x: number }, x: number) {
      this.x = x;
    });
    const thing = new (Thing as unknown as new (x: number) => { x: number })(4);
    say(thing.x, Thing.mock.calls[0]?.target === Thing, Thing.mock.calls[0]?.this === thing);
    const fails = mock.fn(() => {
      throw new Error('no');
    });
    try {
      fails();
    } catch {
      say((fails.mock.calls[0]?.error as Error).message);
    }
  },
  'methods, own and inherited': (mock, say) => {
    class Base {
      name = 'base';
      greet(): string {
        return `I am ${this.name}`;
      }
    }
    const one = new Base();
    const greet = mock.method(one, 'greet');
    say(one.greet(), greet.mock.calls[0]?.this === one, Object.hasOwn(one, 'greet'));
    greet.mock.restore();
    say(
      one.greet(),
      Object.hasOwn(one, 'greet'),
      Object.getOwnPropertyDescriptor(one, 'greet')?.writable,
    );
  },
  'getters and setters': (mock, say) => {
    const object = {
      inner: 1,
      get value() {
        return this.inner;
      },
      set value(next: number) {
        this.inner = next;
      },
    };
    const get = mock.getter(object, 'value', () => 5);
    say(object.value, get.mock.callCount());
    mock.restoreAll();
    const set = mock.setter(object, 'value', function (this: { inner: number }, next: number) {
      this.inner = next * 2;
    } as never);
    object.value = 4;
    say(object.value, set.mock.callCount());
    mock.reset();
    object.value = 3;
    say(object.value);
  },
  'a property': (mock, say) => {
    const object = { x: 1, y: 2 };
    const mocked = mock.property(object, 'x', 10);
    say(object.x, mocked.x, mocked.y);
    object.x = 20;
    mocked.mock.mockImplementationOnce(30, 4);
    say(object.x, object.x, mocked.mock.accessCount());
    say(mocked.mock.accesses.map(({ type, value }) => [type, value]));
    mocked.mock.resetAccesses();
    mocked.mock.restore();
    say(object.x, Object.getOwnPropertyDescriptor(object, 'x'));
  },
};

describe.each(Object.entries({ errors, timerScenarios, mockScenarios }))('%s', (_, scenarios) => {
  it.each(Object.entries(scenarios))('%s as in Node', async (_name, scenario) => {
    await expectSame(scenario);
  });
});

describe('any timers', () => {
  it('run in the order in which Node runs them, runAll as well', async () => {
    const delay = fc.nat(6);
    const plan = fc.record({
      delays: fc.array(fc.tuple(fc.constantFrom('once', 'repeat', 'immediate'), delay), {
        maxLength: 7,
      }),
      cleared: fc.array(fc.nat(6), { maxLength: 2 }),
      ticks: fc.array(delay, { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, ({ delays, cleared, ticks }) =>
        expectSame((mock, say) => {
          mock.timers.enable();
          const made = delays.map(([kind, ms], index) => {
            const run = (): void => say(index, Date.now());
            if (kind === 'repeat') return setInterval(run, ms + 1);
            return kind === 'once' ? setTimeout(run, ms) : setImmediate(run);
          });
          for (const index of cleared) clearTimeout(made[index] as NodeJS.Timeout);
          for (const ms of ticks) mock.timers.tick(ms);
          mock.timers.runAll();
          mock.timers.runAll();
        }),
      ),
      { numRuns: 300 },
    );
    await promisedTimers.setTimeout(1);
  });
});
