import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { segmentsOf } from '../../../src/search/segments.ts';
import { indexWords } from '../../../src/search/words.ts';

describe('segmentsOf', () => {
  it('joins marks that stand side by side', () => {
    const text = 'all threads exhausted here';
    const marks = indexWords(text).slice(1, 3);
    expect(segmentsOf(text, marks)).toEqual([
      { text: 'all ', isMarked: false },
      { text: 'threads exhausted', isMarked: true },
      { text: ' here', isMarked: false },
    ]);
  });

  it('loses no text, whatever is marked', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 8 }), fc.array(fc.nat(7)), (text, picked) => {
        const words = indexWords(text);
        const marks = picked.flatMap((i) => words[i] ?? []);
        expect(
          segmentsOf(text, marks)
            .map((one) => one.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
