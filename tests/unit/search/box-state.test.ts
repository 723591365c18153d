// cspell:ignore rabbithole
import { describe, expect, it } from 'vitest';
import {
  answered,
  entryBeside,
  moved,
  optionUrls,
  statusOf,
  target,
  withText,
} from '../../../src/search/box-state.ts';
import type { TextHit } from '../../../src/search/full-text.ts';
import { searchableOf } from '../../../src/search/searchable.ts';
import { whyOf } from '../../../src/search/why.ts';
import { entries } from './catalogue.ts';

const searchable = searchableOf(entries);
const place: TextHit = { page: 'About', heading: 'Why', url: '/about/#why', excerpt: [] };
const threads = answered(searchable, 'threads exhausted');

describe('the search box', () => {
  it('counts what it found', () => {
    expect(statusOf(threads)).toBe('3 of 10');
    expect(statusOf(withText(threads, 'threads exhausted', [place]))).toBe(
      '3 of 10, 1 in the text',
    );
    expect(statusOf(answered(searchable, ' '))).toBe('');
  });

  it('drops places in the text that answer an older query', () => {
    expect(withText(threads, 'threads', [place])).toBe(threads);
  });

  it('moves through the options and back into the box', () => {
    const last = optionUrls(threads).length - 1;
    expect(moved(threads, 1).active).toBe(0);
    expect(moved(threads, -1).active).toBe(last);
    expect(moved({ ...threads, active: last }, 1).active).toBe(-1);
  });

  it('goes to the best result on Enter, or to the active one', () => {
    expect(target(threads)).toBe('/patterns/resilience/circuit-breaker/');
    expect(target({ ...threads, active: 1 })).toBe(optionUrls(threads)[1]);
    expect(target(answered(searchable, ''))).toBeUndefined();
  });

  it('offers the closest when nothing is found', () => {
    const vain = answered(searchable, 'rabbithole');
    expect(vain.found).toBe(0);
    expect(vain.closest[0]?.name).toBe('Message queues');
    expect(statusOf(vain)).toBe('0 of 10');
  });

  it('shows the numbers of the active result, and of the first otherwise', () => {
    expect(entryBeside(threads)?.name).toBe('Circuit breaker');
    expect(entryBeside({ ...threads, active: 1 })?.name).toBe('Bulkhead pattern');
  });
});

describe('whyOf', () => {
  const lineOf = (query: string): string => {
    const [hit] = answered(searchable, query).hits;
    if (hit === undefined) throw new Error(`nothing for ${query}`);
    const { label, segments } = whyOf(hit);
    return `${label}|${segments.map((one) => (one.isMarked ? `[${one.text}]` : one.text)).join('')}`;
  };

  it.each([
    ['threads exhausted', 'symptom|[threads exhausted] waiting on one dependency'],
    ['fail fast', 'also called|[fail fast]'],
    ['thread pools', '|[thread pools], connection pools'],
    ['pub/sub', '|fan-out'],
    ['circuit breaker', '|Stops calling a dependency that keeps failing. Costs a fallback.'],
  ])('explains %s', (query, line) => {
    expect(lineOf(query)).toBe(line);
  });
});
