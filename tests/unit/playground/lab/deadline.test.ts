import { describe, expect, it } from 'vitest';
import { TimeoutError, VirtualClock, withDeadline } from '../../../../playground/lab/index.ts';

describe('withDeadline', () => {
  it('lets the caller go in time even where work does not stop', async () => {
    const clock = new VirtualClock();
    await clock.run(async () => {
      const stubborn = withDeadline(clock, { timeoutMs: 500 }, () => new Promise(() => {}));
      await expect(stubborn).rejects.toThrow(TimeoutError);
      expect(clock.now()).toBe(500);
    });
  });

  it('tells work that its time is up', async () => {
    const clock = new VirtualClock();
    let reason: unknown;
    await clock.run(async () => {
      const work = (signal: AbortSignal): Promise<void> =>
        clock.sleep(9000, { signal }).catch((error: unknown) => {
          reason = error;
        });
      await expect(withDeadline(clock, { timeoutMs: 500 }, work)).rejects.toThrow('no answer in');
    });
    expect(reason).toBeInstanceOf(TimeoutError);
    expect(clock.pending).toBe(0);
  });

  it('leaves no timer after an answer or an error', async () => {
    const clock = new VirtualClock();
    await clock.run(async () => {
      expect(await withDeadline(clock, { timeoutMs: 500 }, async () => 'ok')).toBe('ok');
      const failing = withDeadline(clock, { timeoutMs: 500 }, () => {
        throw new Error('at once');
      });
      await expect(failing).rejects.toThrow('at once');
      await Promise.resolve();
    });
    expect(clock.pending).toBe(0);
  });
});
