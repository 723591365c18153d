import { describe, expect, it, vi } from 'vitest';
import { timersOf } from '../../../../playground/engines/embedded/worker/modules/timers/timers.ts';
import { createReadDelay } from '../../../../playground/engines/embedded/worker/modules/timers/delay.ts';
import type { Machine } from '../../../../playground/engines/embedded/worker/machine.ts';
import { fakeMachine } from './fake-machine.ts';

const timers = timersOf(fakeMachine().machine);
const { promises } = timers;
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15));

describe('node:timers', () => {
  it('calls with the arguments, and with the timer as `this`', async () => {
    const called = vi.fn();
    const timer = timers.setTimeout(called, 1, 'a', 2);
    await soon();
    expect(called).toHaveBeenCalledWith('a', 2);
    expect(called.mock.contexts).toEqual([timer]);
  });

  it('clears by the timer, by its number, and ignores everything else', async () => {
    const called = vi.fn();
    timers.clearTimeout(timers.setTimeout(called, 1));
    timers.clearTimeout(Number(timers.setTimeout(called, 1)));
    timers.clearInterval(timers.setInterval(called, 1));
    timers.clearImmediate(timers.setImmediate(called));
    timers.setTimeout(called, 1)[Symbol.dispose]();
    for (const nothing of [undefined, null, {}, 'x', 99]) timers.clearTimeout(nothing);
    await soon();
    expect(called).not.toHaveBeenCalled();
  });

  it('refuses what is no function', () => {
    expect(() => timers.setTimeout('code' as never, 1)).toThrow(
      'The "callback" argument must be of type function. Received type string (\'code\')',
    );
  });

  it('takes a strange delay for 1 ms, and warns', () => {
    const emitWarning = vi.fn();
    const read = createReadDelay({ emitWarning } as unknown as Machine['process']);
    expect([undefined, 0, '5', -1, -2, NaN, 2 ** 31].map(read)).toEqual([1, 1, 5, 1, 1, 1, 1]);
    expect(emitWarning.mock.calls.map(([, type]) => type)).toEqual([
      'TimeoutNegativeWarning',
      'TimeoutNaNWarning',
      'TimeoutOverflowWarning',
    ]);
  });
});

describe('node:timers/promises', () => {
  it('gives the value', async () => {
    expect(await promises.setTimeout(1, 'late')).toBe('late');
    expect(await promises.setImmediate('soon')).toBe('soon');
    expect(await promises.scheduler.wait(1)).toBeUndefined();
  });

  it('rejects when the signal aborts, before and after it began', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const waits = [promises.setTimeout(1000, 1, { signal }), promises.setImmediate(1, { signal })];
    controller.abort('why');
    for (const wait of [...waits, promises.setTimeout(1, 1, { signal })])
      await expect(wait).rejects.toMatchObject({ code: 'ABORT_ERR', cause: 'why' });
  });

  it('repeats until it is left, or its signal aborts', async () => {
    const values: unknown[] = [];
    for await (const value of promises.setInterval(1, 'tick')) if (values.push(value) === 2) break;
    expect(values).toEqual(['tick', 'tick']);
    const controller = new AbortController();
    const iterate = async (): Promise<void> => {
      const ticks = promises.setInterval(1, 1, controller);
      while (!(await ticks.next()).done) controller.abort();
    };
    await expect(iterate()).rejects.toMatchObject({ code: 'ABORT_ERR' });
  });

  it('rejects a delay that is no number', async () => {
    await expect(promises.setTimeout('1' as never)).rejects.toMatchObject({
      code: 'ERR_INVALID_ARG_TYPE',
    });
  });
});
