import { describe, expect, it } from 'vitest';
import { slipsAllowed } from '../../../src/search/match-word.ts';

describe('slipsAllowed', () => {
  it('grows with the word and is none for codes', () => {
    expect(['jwt', 'cache', 'idempotent', 'http2'].map(slipsAllowed)).toEqual([0, 1, 2, 0]);
  });
});
