import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/wizard/ui/number-text.ts';

const range = { min: 1, max: 5000 };

describe('a number as people type it', () => {
  it.each([
    ['12', 12],
    [' 1,000 ', 1000],
    ['1 000', 1000],
    ['1_000', 1000],
    ['007', 7],
  ])('reads %j as %d', (text, value) => {
    expect(readNumber(text, range)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'Type a number'],
    ['a dozen', '“a dozen” is not a whole number.'],
    ['2.5', '“2.5” is not a whole number.'],
    ['1e3', '“1e3” is not a whole number.'],
    ['0', '1 is the least'],
    ['-3', '1 is the least'],
    ['99999', '5,000 is the most'],
  ])('refuses %j and says why', (text, problem) => {
    const read = readNumber(text, range);
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.problem).toContain(problem);
  });
});
