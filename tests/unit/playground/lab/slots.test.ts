import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoSlotError, Slots, VirtualClock } from '../../../../playground/lab/index.ts';

describe('Slots', () => {
  it('never lets more be held than there are, serves in order and ends empty', async () => {
    const works = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), works, async (size, ms) => {
        const clock = new VirtualClock();
        let most = 0;
        const slots = new Slots({ clock, size, onChange: (held) => (most = Math.max(most, held)) });
        const started: number[] = [];
        await clock.run(async () => {
          const work = async (duration: number, index: number): Promise<void> => {
            const release = await slots.acquire();
            started.push(index);
            await clock.sleep(duration);
            release();
            release();
          };
          await Promise.all(ms.map(work));
        });
        expect(most).toBe(Math.min(size, ms.length));
        expect(started).toEqual(ms.map((_, index) => index));
        expect(slots.held).toBe(0);
        expect(slots.waiting).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses at once where the queue is full', async () => {
    const slots = new Slots({ clock: new VirtualClock(), size: 1, queue: 1, name: 'thread' });
    await slots.acquire();
    void slots.acquire();
    await expect(slots.acquire()).rejects.toThrow(NoSlotError);
    await expect(slots.acquire()).rejects.toThrow('no free thread');
  });

  it('refuses who has waited too long, and passes them over afterwards', async () => {
    const clock = new VirtualClock();
    const slots = new Slots({ clock, size: 1, maxWaitMs: 100 });
    await clock.run(async () => {
      const release = await slots.acquire();
      await expect(slots.acquire()).rejects.toThrow('no free slot');
      expect(clock.now()).toBe(100);
      const waiting = slots.acquire();
      release();
      const next = await waiting;
      expect(slots.held).toBe(1);
      next();
    });
    expect(slots.held).toBe(0);
    expect(clock.pending).toBe(0);
  });

  it('lets a caller leave the queue', async () => {
    const clock = new VirtualClock();
    const slots = new Slots({ clock, size: 1, maxWaitMs: 100 });
    await clock.run(async () => {
      const release = await slots.acquire();
      const controller = new AbortController();
      const waiting = slots.acquire(controller.signal);
      controller.abort(new Error('gone'));
      await expect(waiting).rejects.toThrow('gone');
      expect(slots.waiting).toBe(0);
      release();
    });
    expect(slots.held).toBe(0);
    expect(clock.pending).toBe(0);
  });
});
