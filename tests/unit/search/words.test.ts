// cspell:ignore limité limite
import { describe, expect, it } from 'vitest';
import { indexWords, queryWords, stemOf } from '../../../src/search/words.ts';

describe('stemOf', () => {
  it.each([
    ['retries', 'retry'],
    ['caching', 'cache'],
    ['cached', 'caches'],
    ['exhausted', 'exhaustion'],
    ['limiting', 'limit'],
    ['throttling', 'throttle'],
    ['stopping', 'stops'],
    ['queues', 'queue'],
    ['idempotency', 'idempotent'],
    ['timeouts', 'timeout'],
    ['migrations', 'migrate'],
  ])('takes %s and %s for one word', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  it.each([
    ['status', 'state'],
    ['bus', 'bu'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });
});

describe('indexWords', () => {
  const plains = (text: string): string[] => indexWords(text).map((word) => word.plain);

  it('has compounds in parts and whole', () => {
    expect(plains('Pub/Sub')).toEqual(['pubsub', 'pub', 'sub']);
    expect(plains('CallNotPermittedException')).toContain('permitted');
    expect(plains('circuit_breaker_state')).toContain('breaker');
  });

  it('keeps brand names whole', () => {
    expect(plains('GraphQL')).toEqual(['graphql']);
  });

  it('says where each word stands', () => {
    const text = 'Rate, limité';
    const [, second] = indexWords(text);
    expect(text.slice(second?.start, second?.end)).toBe('limité');
    expect(second?.plain).toBe('limite');
  });
});

describe('queryWords', () => {
  it('leaves out fillers, unless nothing else was typed', () => {
    expect(queryWords('what is the saga').map((word) => word.plain)).toEqual(['saga']);
    expect(queryWords('what is').map((word) => word.plain)).toEqual(['what', 'is']);
  });
});
