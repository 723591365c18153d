// cspell:ignore circut braker cach callnotpermitted xyzzyq
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { search } from '../../../src/search/rank.ts';
import { searchableOf } from '../../../src/search/searchable.ts';
import { entries } from './catalogue.ts';

const searchable = searchableOf(entries);
const found = (query: string): string[] =>
  search(searchable, query).map(({ entry }) => `${entry.category}: ${entry.name}`);

describe('search', () => {
  it.each([
    ['threads exhausted', 'Resilience: Circuit breaker', 'by symptom'],
    ['circuit breaker', 'Resilience: Circuit breaker', 'by name, the written page first'],
    ['circuit breaker microservices', 'Microservices: Circuit breaker', 'by name and category'],
    ['fail fast', 'Resilience: Circuit breaker', 'by alias'],
    ['breaker_state', 'Resilience: Circuit breaker', 'by metric'],
    ['callnotpermitted', 'Resilience: Circuit breaker', 'by the beginning of an exception'],
    ['thread pool', 'Resilience: Bulkhead pattern', 'by topic, the other number'],
    ['circut braker', 'Resilience: Circuit breaker', 'with slips'],
    ['idempotent', 'Resilience: Idempotency', 'by stem, name before topic'],
    ['pubsub', 'Events: Pub/Sub patterns', 'without the slash'],
    ['n+1', 'Performance: Query optimization', 'with signs'],
    ['how do I retry safely', 'Resilience: Retry patterns', 'in a sentence'],
    ['cach', 'Caching: HTTP caching', 'while typing'],
  ])('finds %s → %s (%s)', (query, best) => {
    expect(found(query)[0]).toBe(best);
  });

  it('shows partial matches below whole ones', () => {
    expect(found('threads exhausted')).toEqual([
      'Resilience: Circuit breaker',
      'Resilience: Bulkhead pattern',
      'Data: Connection pooling',
    ]);
  });

  it('says where the query stands in the text that matched', () => {
    const [hit] = search(searchable, 'threads exhausted');
    const text = hit?.why.text ?? '';
    expect(hit?.marks.map(({ start, end }) => text.slice(start, end))).toEqual([
      'threads',
      'exhausted',
    ]);
  });

  it.each(['', '   ', '?!', 'xyzzyq'])('finds nothing for "%s"', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('answers anything that can be typed, best first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (query) => {
        const scores = search(searchable, query).map((hit) => hit.score);
        expect(scores.every((score) => score > 0)).toBe(true);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });
});
