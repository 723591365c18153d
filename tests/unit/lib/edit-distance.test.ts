// cspell:ignore braker circiut cachee paterns
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { isWithinSlips, nearest } from '../../../src/lib/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 });

describe('isWithinSlips', () => {
  it.each([
    ['breaker', 'braker', 1],
    ['circuit', 'circiut', 1],
    ['cache', 'cachee', 1],
    ['queue', 'queen', 2],
  ])('%s and %s are %i apart, no less', (a, b, distance) => {
    expect(isWithinSlips(a, b, distance)).toBe(true);
    expect(isWithinSlips(a, b, distance - 1)).toBe(false);
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (a, b, limit) => {
        expect(isWithinSlips(a, b, limit)).toBe(isWithinSlips(b, a, limit));
      }),
    );
  });

  it('holds after one letter is dropped', () => {
    fc.assert(
      fc.property(word, fc.nat(7), (a, at) => {
        expect(isWithinSlips(a, a.slice(0, at) + a.slice(at + 1), 1)).toBe(true);
      }),
    );
  });
});

describe('nearest', () => {
  const names = ['retry-patterns', 'retry-budget', 'timeouts'];

  it('names what was probably meant, and nothing where nothing is near', () => {
    expect(nearest('retry-paterns', names)).toEqual(['retry-patterns']);
    expect(nearest('bulkhead', names)).toEqual([]);
  });

  it('names all that are equally near', () => {
    expect(nearest('cat', ['hat', 'bat', 'dog'])).toEqual(['hat', 'bat']);
  });
});
