import { describe, expect, it } from 'vitest';
import { always, during, firstOf, Random, sometimes } from '../../../../playground/lab/index.ts';

describe('fault plans', () => {
  it('holds from its first moment up to, not including, its last', () => {
    const plan = during(6000, 18_000, 'hang');
    const found = [5999, 6000, 17_999, 18_000].map((atMs) => plan(atMs));
    expect(found).toEqual([undefined, 'hang', 'hang', undefined]);
  });

  it('strikes a share of the requests', () => {
    const plan = sometimes(new Random(3), 0.25, 'error');
    const struck = Array.from({ length: 4000 }, () => plan(0)).filter((fault) => fault === 'error');
    expect(struck.length).toBeGreaterThan(900);
    expect(struck.length).toBeLessThan(1100);
  });

  it('takes the first that finds something', () => {
    const plan = firstOf(during(0, 10, 'hang'), always('error'));
    expect([plan(5), plan(10)]).toEqual(['hang', 'error']);
    expect(firstOf()(0)).toBeUndefined();
  });
});
