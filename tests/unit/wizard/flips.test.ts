import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairFlips } from '../../../src/wizard/solver/pair-flips.ts';
import { flips } from '../../../src/wizard/solver/sensitivity.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { anyAnswers, anyPins } from './arbitraries.ts';
import { runs } from './runs.ts';

describe('every flip', () => {
  it('replays: the changed answer makes the decision fall as told', () => {
    fc.assert(
      fc.property(anyAnswers, anyPins, (answers, pins) => {
        const before = solve(answers, pins);
        for (const { decision, from, to, question, answer } of flips(answers, pins)) {
          expect(before.decisions[decision].chosen).toBe(from);
          const after = solve({ ...answers, [question]: answer }, pins);
          expect(after.decisions[decision].chosen).toBe(to);
        }
      }),
      { numRuns: runs(60, 2000) },
    );
  });
});

describe('pairs of answers', () => {
  const replayed = (answers: Parameters<typeof pairFlips>[0]) =>
    pairFlips(answers).map(({ decision, from, to, halves }) => {
      const changed = Object.fromEntries(halves.map(({ question, answer }) => [question, answer]));
      const after = solve({ ...answers, ...changed }).decisions[decision].chosen;
      return { decision, from, to, after };
    });

  it('flip what no single answer flips, and replay', () => {
    const single = new Set(flips({}).map(({ decision }) => decision));
    const pairs = replayed({});
    expect(pairs.map(({ decision }) => decision)).toContain('transactions');
    for (const { decision, from, to, after } of pairs) {
      expect(single.has(decision)).toBe(false);
      expect(after).toBe(to);
      expect(after).not.toBe(from);
    }
  });

  it('find nothing for a pinned decision', () => {
    const pairs = pairFlips({}, { 'public-api': 'rest' });
    expect(pairs.map(({ decision }) => decision)).not.toContain('public-api');
  });
});
