import { beforeEach, describe, expect, it } from 'vitest';
import { Drafts, type Draft } from '../../../../playground/session/drafts.ts';

const draft: Draft = {
  savedAt: new Date('2026-11-23T09:12:00Z'),
  edits: { files: { 'main.ts': 'x', 'old.ts': null }, knobs: { OPEN_S: '2' } },
};

let kept: Map<string, string>;
const store = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  kept = new Map();
});

describe('a draft', () => {
  it('comes back as it was, for its own example alone, until it is discarded', () => {
    const drafts = new Drafts('a/b', store);
    expect(drafts.read()).toBeUndefined();
    expect(drafts.write(draft)).toBe('kept');
    expect(new Drafts('a/b', store).read()).toEqual(draft);
    expect(new Drafts('a/c', store).read()).toBeUndefined();
    drafts.discard();
    expect(drafts.read()).toBeUndefined();
  });

  it('of a link stands apart from the reader’s own', () => {
    const own = new Drafts('a/b', store);
    const linked = new Drafts('a/b', store, '#abc');
    linked.write(draft);
    expect(own.read()).toBeUndefined();
    expect(linked.isReplacedBy({ key: 'playground-draft:a/b#abc', newValue: 'x' })).toBe(true);
    expect(linked.isReplacedBy({ key: 'playground-draft:a/b', newValue: 'x' })).toBe(false);
    expect(own.isReplacedBy({ key: 'playground-draft:a/b', newValue: null })).toBe(false);
  });

  it.each([
    'no JSON',
    'null',
    '[]',
    '{"version":2,"savedAt":"2026-11-23T09:12:00Z","files":{}}',
    '{"version":1,"savedAt":"yesterday","files":{}}',
    '{"version":1,"savedAt":"2026-11-23T09:12:00Z","files":{"../x.ts":""}}',
  ])('that reads %s is none', (text) => {
    kept.set('playground-draft:a/b', text);
    expect(new Drafts('a/b', store).read()).toBeUndefined();
  });

  it('that is too large leaves the one before', () => {
    const drafts = new Drafts('a/b', store);
    drafts.write(draft);
    const large = { ...draft, edits: { files: { 'main.ts': 'x'.repeat(300_000) }, knobs: {} } };
    expect(drafts.write(large)).toBe('too-large');
    expect(drafts.read()).toEqual(draft);
  });

  it('is refused in words where the browser keeps nothing', () => {
    const refuse = (): never => {
      throw new DOMException('no', 'QuotaExceededError');
    };
    const full = { getItem: refuse, setItem: refuse, removeItem: refuse };
    for (const drafts of [new Drafts('a/b', full), new Drafts('a/b', undefined)]) {
      expect(drafts.read()).toBeUndefined();
      expect(drafts.write(draft)).toBe('no-storage');
      drafts.discard();
    }
  });
});
