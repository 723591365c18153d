import { describe, expect, it, vi } from 'vitest';
import { arrivals, spread } from '../../../../playground/lab/arrivals.ts';
import { Random } from '../../../../playground/lab/random.ts';
import { VirtualClock } from '../../../../playground/lab/virtual-clock.ts';
import { World } from '../../../../playground/lab/world.ts';

describe('moments that are spread', () => {
  it('lie in the wanted part of each stretch, in order', () => {
    const moments = spread(new Random(1), { count: 100, everyMs: 10, within: [0.2, 0.7] });
    expect(moments).toHaveLength(100);
    for (const [n, ms] of moments.entries()) {
      expect(ms).toBeGreaterThanOrEqual(n * 10 + 2);
      expect(ms).toBeLessThan(n * 10 + 7);
    }
  });

  it('are the same for the same seed', () => {
    const drawn = () => spread(new Random(7), { count: 5, everyMs: 10, within: [0, 1] });
    expect(drawn()).toEqual(drawn());
  });
});

describe('arrivals', () => {
  it('come at their moments, and wait for nobody but in the end', async () => {
    const clock = new VirtualClock();
    const story: string[] = [];
    await clock.run(async () => {
      await arrivals(clock, [5, 5, 20], async (n) => {
        story.push(`${n} at ${clock.now()}`);
        await clock.sleep(100);
      });
      story.push(`all done at ${clock.now()}`);
    });
    expect(story).toEqual(['1 at 5', '2 at 5', '3 at 20', 'all done at 120']);
  });

  it('reject with what one of them throws', async () => {
    const clock = new VirtualClock();
    const fails = (n: number) => (n === 2 ? Promise.reject(new Error('second')) : clock.sleep(1));
    await expect(clock.run(() => arrivals(clock, [0, 0, 0], fails))).rejects.toThrow('second');
  });
});

it('a world notes the first of each kind', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const world = new World('pattern', new VirtualClock(), new Random(1));
  world.noteOnce('full');
  world.noteOnce('full');
  world.noteOnce('order 1: given up', 'given up');
  world.noteOnce('order 2: given up', 'given up');
  const lines = log.mock.calls.map(([line]) => String(line));
  log.mockRestore();
  expect(lines).toEqual(['  0.00  full', '  0.00  order 1: given up']);
});
