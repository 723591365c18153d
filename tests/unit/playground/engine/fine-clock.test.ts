import { expect, test } from 'vitest';
import { fineClock } from '../../../../playground/engines/embedded/worker/native.ts';

test('goes on while the coarse clock stands, and never past its next step', () => {
  let coarse = 5;
  const now = fineClock(() => coarse);
  const standing = Array.from({ length: 500 }, now);
  expect(standing[0]).toBe(5);
  expect(standing[1]).toBeCloseTo(5.001, 6);
  expect(standing.every((ms, at) => at === 0 || ms >= (standing[at - 1] ?? 0))).toBe(true);
  expect(Math.max(...standing)).toBeLessThan(5.1);
  coarse = 5.1;
  expect(now()).toBe(5.1);
});
