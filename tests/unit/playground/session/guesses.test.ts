import { beforeEach, describe, expect, it } from 'vitest';
import { Guesses } from '../../../../playground/session/guesses.ts';

let kept: Map<string, string>;
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  kept = new Map();
});

describe('guesses', () => {
  it('are kept by example and by question', () => {
    new Guesses('a/one', store).write('Why?', 'because');
    new Guesses('a/one', store).write('When?', 'now');
    expect(new Guesses('a/one', store).read('Why?')).toBe('because');
    expect(new Guesses('a/one', store).read('When?')).toBe('now');
    expect(new Guesses('a/two', store).read('Why?')).toBe('');
    expect(new Guesses('a/one', store).read('toString')).toBe('');
  });

  it.each(['no JSON', '[]', '{"Why?":7}', '{"Why?":{"a":1}}', 'null'])(
    'are none where the browser has kept %s',
    (text) => {
      kept.set('playground-guesses:a/one', text);
      expect(new Guesses('a/one', store).read('Why?')).toBe('');
    },
  );

  it('never throw, and hold no more than a sentence each', () => {
    const broken = {
      ...store,
      getItem: () => {
        throw new Error('refused');
      },
      setItem: () => {
        throw new Error('full');
      },
    };
    new Guesses('a/one', broken).write('Why?', 'because');
    expect(new Guesses('a/one', broken).read('Why?')).toBe('');
    expect(new Guesses('a/one', undefined).read('Why?')).toBe('');
    const guesses = new Guesses('a/one', store);
    guesses.write('Why?', 'x'.repeat(1000));
    expect(guesses.read('Why?')).toHaveLength(200);
  });
});
