import { describe, expect, it } from 'vitest';
import { formatQuantity, formatTime } from '../../../../playground/panels/format.ts';

describe('formatQuantity', () => {
  it.each([
    [4, undefined, '4'],
    [0.5, 's', '0.5\u00a0s'],
    [50, '%', '50\u00a0%'],
    [1234567.891, undefined, '1,234,567.89'],
    [0.00123456, 'ms', '0.00123\u00a0ms'],
    [-2, undefined, '-2'],
  ])('writes %d %s', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });
});

describe('formatTime', () => {
  it.each([
    [0, '0'],
    [40, '40\u00a0ms'],
    [9763, '9.76\u00a0s'],
    [90_000, '1.5\u00a0min'],
    [7_200_000, '2\u00a0h'],
    [172_800_000, '2\u00a0d'],
  ])('writes %d ms in a unit that suits it', (ms, text) => {
    expect(formatTime(ms)).toBe(text);
  });
});
