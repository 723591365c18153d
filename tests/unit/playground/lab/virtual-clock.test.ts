import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeadlockError, VirtualClock } from '../../../../playground/lab/index.ts';

const delays = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 40 });

describe('VirtualClock', () => {
  it('fires timers in the order of their time, and of their making at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 40 }), async (ms) => {
        const clock = new VirtualClock();
        const fired: { atMs: number; index: number }[] = [];
        await clock.run(async () => {
          const sleeps = ms.map(async (delay, index) => {
            await clock.sleep(delay);
            fired.push({ atMs: clock.now(), index });
          });
          await Promise.all(sleeps);
        });
        const expected = ms
          .map((atMs, index) => ({ atMs, index }))
          .sort((a, b) => a.atMs - b.atMs || a.index - b.index);
        expect(fired).toEqual(expected);
      }),
    );
  });

  it('never goes back and fires at the time asked for, to the microsecond', async () => {
    await fc.assert(
      fc.asyncProperty(delays, async (ms) => {
        const clock = new VirtualClock();
        let last = 0;
        await clock.run(async () => {
          for (const delay of ms) {
            const before = clock.now();
            await clock.sleep(delay);
            expect(clock.now()).toBeGreaterThanOrEqual(last);
            expect(clock.now() - before).toBeCloseTo(delay, 2);
            last = clock.now();
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('lets every promise that a timer settles run to its end before time moves', async () => {
    const clock = new VirtualClock();
    const seen: string[] = [];
    await clock.run(async () => {
      clock.setTimer(2, () => seen.push('2 ms'));
      await clock.sleep(1);
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      seen.push(`${clock.now()} ms`);
      await clock.sleep(5);
    });
    expect(seen).toEqual(['1 ms', '2 ms']);
  });

  it('takes a cancelled timer out, and a second cancel changes nothing', async () => {
    const clock = new VirtualClock();
    let fired = 0;
    await clock.run(async () => {
      const cancel = clock.setTimer(8, () => fired++);
      clock.setTimer(5, () => fired++);
      cancel();
      cancel();
      await clock.sleep(10);
    });
    expect(fired).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('ends a sleep with the reason of its signal and leaves no timer', async () => {
    const clock = new VirtualClock();
    const reason = new Error('gone');
    await clock.run(async () => {
      const controller = new AbortController();
      const sleeping = clock.sleep(1000, { signal: controller.signal });
      clock.setTimer(10, () => controller.abort(reason));
      await expect(sleeping).rejects.toBe(reason);
    });
    expect(clock.now()).toBe(10);
    expect(clock.pending).toBe(0);
    await expect(clock.sleep(1, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('reports a deadlock with its time', async () => {
    const clock = new VirtualClock();
    const stuck = clock.run(async () => {
      await clock.sleep(1234);
      await new Promise(() => {});
    });
    await expect(stuck).rejects.toThrow(DeadlockError);
    await expect(stuck).rejects.toThrow('deadlock at 1234 ms');
  });

  it('hands on what the scenario returns or throws, and runs one at a time', async () => {
    const clock = new VirtualClock();
    expect(await clock.run(async () => 7)).toBe(7);
    await expect(clock.run(() => Promise.reject(new Error('story')))).rejects.toThrow('story');
    await clock.run(async () => {
      await expect(clock.run(async () => {})).rejects.toThrow('one run at a time');
    });
  });

  it('refuses a timer without a time', () => {
    expect(() => new VirtualClock().setTimer(Number.NaN, () => {})).toThrow(RangeError);
  });
});
