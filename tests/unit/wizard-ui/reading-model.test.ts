// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReadingStep } from '../../../src/wizard/model/reading-path.ts';
import type { PatternLink } from '../../../src/wizard/ui/pattern-links.ts';
import { readingModel } from '../../../src/wizard/ui/reading/reading-model.ts';
import { ReadPages } from '../../../src/wizard/ui/reading/read-pages.ts';

const retry = 'resilience-and-fault-tolerance/retry-patterns';
const cache = 'caching-strategies/cache-patterns';
const step = (pattern: ReadingStep['pattern']): ReadingStep => ({
  pattern,
  decision: 'resilience',
  because: 'Because you said “5 engineers”.',
  why: 'A rule.',
});
const path = [step(retry), step(cache)];
const link = (id: string, href: string): PatternLink => ({ id, title: id, href, url: href });
const written = (id: string) => link(id, `/patterns/${id}/`);

describe('the reading path', () => {
  it('says in words how far the reader is', () => {
    expect(readingModel(path, written, () => false).progress).toBe('0 of 2 pages read.');
    expect(readingModel(path, written, (id) => id === retry).progress).toBe('1 of 2 pages read.');
    expect(readingModel(path, written, () => true).progress).toBe('All 2 pages read.');
  });

  it('names a page that is not written without a link, and does not count it', () => {
    const find = (id: string) => (id === retry ? written(id) : link(id, '/catalogue/caching/#x'));
    const { items, progress } = readingModel(path, find, () => false);
    expect(items.map(({ href }) => href)).toEqual([`/patterns/${retry}/`, undefined]);
    expect(progress).toBe('0 of 1 page read; 1 more page not written yet.');
  });
});

describe('what was read', () => {
  beforeEach(() => {
    localStorage.clear();
    vi.restoreAllMocks();
  });

  it('is kept for the next visit', () => {
    new ReadPages().set(retry, true);
    expect(new ReadPages().has(retry)).toBe(true);
    new ReadPages().set(retry, false);
    expect(new ReadPages().has(retry)).toBe(false);
  });

  it('holds without a store, and says that it is not kept', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const read = new ReadPages();
    read.set(retry, true);
    expect([read.has(retry), read.isKept]).toEqual([true, false]);
  });

  it('survives whatever else stands under its key', () => {
    for (const text of ['{', '{"a":1}', '[1,null]', 'null']) {
      localStorage.setItem('backend-architect:read-patterns', text);
      expect(new ReadPages().has('1')).toBe(false);
    }
  });
});
