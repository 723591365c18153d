import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../../../playground/lab/index.ts';

const seed = fc.integer();

/** `count` draws of one kind. */
function draws(count: number, draw: () => number): number[] {
  return Array.from({ length: count }, draw);
}

describe('Random', () => {
  it('draws the same for the same seed, and other things for another', () => {
    fc.assert(
      fc.property(seed, (value) => {
        const [a, b, c] = [new Random(value), new Random(value), new Random(value + 1)];
        const first = draws(20, a.next);
        expect(draws(20, b.next)).toEqual(first);
        expect(draws(20, c.next)).not.toEqual(first);
      }),
    );
  });

  it('keeps its numbers: a recorded run must not change', () => {
    const dice = new Random(7);
    expect(draws(3, dice.next)).toEqual([
      0.011704753153026104, 0.06195825757458806, 0.97690763277933,
    ]);
  });

  it('stays in range', () => {
    fc.assert(
      fc.property(seed, fc.integer(), fc.nat(), (value, low, width) => {
        const dice = new Random(value);
        const unit = dice.next();
        expect(unit >= 0 && unit < 1).toBe(true);
        const uniform = dice.uniform(low, low + width);
        expect(uniform >= low && uniform <= low + width).toBe(true);
        expect(dice.exponential(3)).toBeGreaterThanOrEqual(0);
        expect(dice.latency({ p50: 10, p99: 90 })).toBeGreaterThan(0);
        expect(dice.chance(0)).toBe(false);
        expect(dice.chance(1)).toBe(true);
      }),
    );
  });

  it('picks only what is there', () => {
    fc.assert(
      fc.property(seed, fc.array(fc.string(), { minLength: 1 }), (value, items) => {
        expect(items).toContain(new Random(value).pick(items));
      }),
    );
    expect(() => new Random(1).pick([])).toThrow(RangeError);
  });

  it('has the mean of the exponential and the percentiles of the latency', () => {
    const dice = new Random(1);
    const times = draws(20_000, () => dice.exponential(5));
    expect(times.reduce((sum, time) => sum + time, 0) / times.length).toBeCloseTo(5, 0);
    const latencies = draws(20_000, () => dice.latency({ p50: 100, p99: 400 })).sort(
      (a, b) => a - b,
    );
    expect(latencies[10_000]).toBeGreaterThan(97);
    expect(latencies[10_000]).toBeLessThan(103);
    expect(latencies[19_800]).toBeGreaterThan(370);
    expect(latencies[19_800]).toBeLessThan(430);
    expect(() => dice.latency({ p50: 10, p99: 5 })).toThrow(RangeError);
  });

  it('forks sources that do not disturb each other', () => {
    fc.assert(
      fc.property(seed, (value) => {
        const quiet = new Random(value);
        const busy = new Random(value);
        draws(10, busy.next);
        expect(draws(5, busy.fork('arrivals').next)).toEqual(draws(5, quiet.fork('arrivals').next));
        expect(quiet.fork('arrivals').next()).not.toBe(quiet.fork('latency').next());
        const other = new Random(value + 1);
        expect(quiet.fork('arrivals').next()).not.toBe(other.fork('arrivals').next());
      }),
    );
  });
});
