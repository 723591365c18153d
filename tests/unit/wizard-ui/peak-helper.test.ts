import { describe, expect, it } from 'vitest';
import { emptyHelper, estimatedPeak } from '../../../src/wizard/ui/peak-helper.ts';

describe('the peak worked out from users', () => {
  it('is users × requests / 86,400 × peak factor, rounded up', () => {
    const texts = { users: '20,000', actions: '50', peakFactor: '3' };
    expect(estimatedPeak(texts)).toBe(Math.ceil((20_000 * 50 * 3) / 86_400));
  });

  it.each([
    emptyHelper,
    { users: '0', actions: '5', peakFactor: '3' },
    { users: 'many', actions: '5', peakFactor: '3' },
    { users: '10', actions: '-5', peakFactor: '3' },
  ])('is unknown for %j', (texts) => {
    expect(estimatedPeak(texts)).toBeUndefined();
  });
});
