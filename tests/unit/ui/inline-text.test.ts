import { expect, test } from 'vitest';
import { inlineText } from '../../../src/ui/inline-text.ts';

test('backticks part code from text', () => {
  expect(inlineText('set `open` to 5')).toEqual([
    { text: 'set ', code: false },
    { text: 'open', code: true },
    { text: ' to 5', code: false },
  ]);
});

test('a number keeps its unit on the line, in text and not in code', () => {
  expect(inlineText('50 % in 10 s, not 3 seconds')[0]?.text).toBe(
    '50\u00a0% in 10\u00a0s, not 3 seconds',
  );
  expect(inlineText('`for 10 s`')[0]?.text).toBe('for 10 s');
});

test('quotes and apostrophes are curly in text and straight in code', () => {
  expect(inlineText(`the caller's "own" \`'x'\``)).toEqual([
    { text: 'the caller’s “own” ', code: false },
    { text: "'x'", code: true },
  ]);
});
