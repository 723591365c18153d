import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RealClock } from '../../../../playground/lab/index.ts';

describe('RealClock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('counts from the moment it is made, and sleeps', async () => {
    const clock = new RealClock();
    const sleeping = clock.sleep(50);
    await vi.advanceTimersByTimeAsync(50);
    await sleeping;
    expect(clock.now()).toBe(50);
  });

  it('gives up a sleep on its signal, and a timer on request', async () => {
    const clock = new RealClock();
    const controller = new AbortController();
    const sleeping = clock.sleep(50, { signal: controller.signal });
    clock.setTimer(50, () => {})();
    controller.abort(new Error('gone'));
    await expect(sleeping).rejects.toThrow('gone');
    expect(vi.getTimerCount()).toBe(0);
  });
});
