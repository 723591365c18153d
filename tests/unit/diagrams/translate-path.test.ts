import { describe, expect, it } from 'vitest';
import { translatePath } from '../../../scripts/diagrams/in-page/translate-path.ts';

describe('translatePath', () => {
  it.each([
    ['M1,2L3,4', 'M11 22L13 24'],
    ['M1 2H5V6', 'M11 22H15V26'],
    ['M0 0C1 2, 3 4, 5 6 C7 8, 9 10, 11 12', 'M10 20C11 22 13 24 15 26C17 28 19 30 21 32'],
    ['M0 0A5 6 0 0 1 7 8', 'M10 20A5 6 0 0 1 17 28'],
    ['M0,1 a67.5,12.9 0,0,0 135,0 l0,4', 'M10 21a67.5,12.9 0,0,0 135,0 l0,4'],
    ['m1 2l3 4z', 'M11 22l3 4z'],
    ['M1e-3 -2.5e1L0 0Z', 'M10.001 -5L10 20Z'],
  ])('moves %s', (from, to) => {
    expect(translatePath(from, 10, 20)).toBe(to);
  });
});
