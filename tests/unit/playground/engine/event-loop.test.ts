import { beforeEach, describe, expect, test } from 'vitest';
import { EventLoop } from '../../../../playground/engines/embedded/worker/loop/event-loop.ts';
import { FakeHost } from './fake-host.ts';

let host: FakeHost;
let loop: EventLoop;
let log: unknown[];
let between: () => void;
const say = (what: unknown) => (): void => void log.push(what);

beforeEach(() => {
  host = new FakeHost();
  log = [];
  between = () => undefined;
  loop = new EventLoop(host, {
    between: () => between(),
    idle: say('idle'),
  });
});

describe('order', () => {
  test('ticks come before reactions, reactions before the next callback', async () => {
    loop.immediate(() => {
      log.push('first');
      void Promise.resolve().then(say('reaction'));
      loop.nextTick(say('tick'));
    });
    loop.immediate(say('second'));
    await host.runAll();
    expect(log).toEqual(['first', 'tick', 'reaction', 'second', 'idle']);
  });

  test('a tick of a reaction comes before the next callback', async () => {
    loop.immediate(() => void Promise.resolve().then(() => loop.nextTick(say('late tick'))));
    loop.immediate(say('second'));
    await host.runAll();
    expect(log).toEqual(['late tick', 'second', 'idle']);
  });

  test('an immediate of an immediate waits for the timers between', async () => {
    loop.immediate(() => {
      loop.immediate(say('next phase'));
      loop.timer(say('timer'), 1);
      host.nowMs += 2;
    });
    loop.immediate(say('same phase'));
    await host.runAll();
    expect(log).toEqual(['same phase', 'timer', 'next phase', 'idle']);
  });

  test('what arrived runs after the timers that are due, before the immediates', async () => {
    loop.immediate(() => {
      loop.immediate(say('immediate'));
      loop.poll(() => {
        log.push('arrived');
        loop.poll(say('arrived later'));
      });
      loop.timer(say('timer'), 1);
      host.nowMs += 2;
    });
    await host.runAll();
    expect(log).toEqual(['timer', 'arrived', 'immediate', 'arrived later', 'idle']);
  });

  test('an error ends its callback, not the loop', async () => {
    loop.timer(() => {
      loop.nextTick(say('tick'));
      throw new Error('in a timer');
    }, 1);
    loop.timer(say('next'), 2);
    loop.nextTick(() => {
      throw new Error('in a tick');
    });
    loop.nextTick(say('another tick'));
    await host.runAll();
    expect(log).toEqual(['another tick', 'tick', 'next', 'idle']);
    expect(host.errors.map(String)).toEqual(['Error: in a tick', 'Error: in a timer']);
  });

  test('what comes between callbacks waits for the ticks', async () => {
    loop.immediate(() => {
      log.push('callback');
      between = say('between');
      void Promise.resolve().then(() => loop.nextTick(say('late tick')));
    });
    await host.runAll();
    expect(log.slice(0, 3)).toEqual(['callback', 'late tick', 'between']);
  });
});

describe('timers', () => {
  test('repeat until they are taken back', async () => {
    let beats = 0;
    const timer = loop.timer(
      () => {
        beats += 1;
        log.push(Math.round(loop.now()));
        if (beats === 3) timer.cancel();
      },
      10,
      20,
    );
    await host.runAll(1000);
    expect(log).toEqual([10, 30, 50, 'idle']);
  });

  test('start anew when refreshed, also after they fired', async () => {
    const timer = loop.timer(() => log.push(loop.now()), 10);
    loop.timer(() => timer.refresh(), 5);
    loop.timer(() => timer.refresh(), 30);
    await host.runAll();
    expect(log).toEqual([15, 40, 'idle']);
  });

  test('take 1 ms for no delay, and whole milliseconds', async () => {
    for (const delayMs of [0, -5, Number.NaN, 1.9, 2 ** 31]) {
      loop.timer(() => log.push(loop.now()), delayMs);
    }
    await host.runAll();
    expect(log).toEqual([1, 1, 1, 1, 1, 'idle']);
  });
});

describe('the end', () => {
  test('is reached without any work', async () => {
    loop.wake();
    await host.runAll();
    expect(log).toEqual(['idle']);
  });

  test('does not wait for what has no reference', async () => {
    loop.timer(say('never'), 10_000).unref();
    loop.immediate(say('never')).unref();
    loop.wake();
    await host.runAll(100);
    expect(log).toContain('idle');
    expect(host.nowMs).toBeLessThan(100);
  });

  test('waits for a reference that was given back', async () => {
    const timer = loop.timer(say('timer'), 50);
    timer.unref();
    timer.ref();
    expect(timer.hasRef()).toBe(true);
    await host.runAll();
    expect(log).toEqual(['timer', 'idle']);
  });

  test('waits for what is held', async () => {
    const release = loop.hold();
    await host.runAll();
    expect(log).toEqual([]);
    release();
    await host.runAll();
    expect(log).toEqual(['idle']);
  });

  test('a cancelled handle counts once', async () => {
    const timer = loop.timer(say('never'), 10);
    timer.cancel();
    timer.cancel();
    const immediate = loop.immediate(say('never'));
    immediate.cancel();
    immediate.cancel();
    await host.runAll();
    expect(log).toEqual(['idle']);
  });

  test('is told apart from a pause by the turns in which something kept the program', async () => {
    const before = loop.livelyTurns;
    loop.nextTick(say('tick'));
    loop.timer(say('never'), 10_000).unref();
    await host.runAll(100);
    expect(loop.livelyTurns).toBe(before);
    loop.immediate(say('immediate'));
    await host.runAll(200);
    expect(loop.livelyTurns).toBeGreaterThan(before);
    expect(log).toEqual(['tick', 'idle', 'immediate', 'idle']);
  });

  test('stops at once when told to', async () => {
    loop.immediate(() => {
      loop.nextTick(say('never'));
      loop.stop();
    });
    loop.timer(say('never'), 1);
    await host.runAll();
    expect(log).toEqual([]);
  });

  test('knows for how long nothing could run', async () => {
    loop.timer(() => (host.nowMs += 5), 40);
    loop.timer(() => log.push(loop.idleMs(), loop.now()), 60);
    await host.runAll();
    // 40 ms until the first timer and 15 until the second; 5 were labor.
    expect(log).toEqual([55, 60, 'idle']);
  });

  test('is not idle where the browser runs a module between two turns', async () => {
    loop.hold();
    await host.runAll();
    host.nowMs += 10;
    expect(loop.idleMs()).toBe(10);
    host.nowMs += 7;
    expect(loop.idleMs()).toBe(10);
  });
});
