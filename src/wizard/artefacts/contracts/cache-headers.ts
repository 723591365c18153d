import type { CacheRule, Operation } from '../../model/system.ts';
import { spoken } from './names.ts';

/** How long a shared cache may show an old answer while it fetches a new one, or while you are down. */
const staleSeconds = 60;

/** The Cache-Control of a successful answer. */
export function cacheControl(operation: Operation, unkept: boolean): string {
  const { cache } = operation;
  if (unkept) return 'no-store';
  if (cache === undefined) return 'private, no-cache';
  switch (cache.where) {
    case 'private-http':
      return `private, max-age=${cache.ttlSeconds}`;
    case 'cdn':
      return `public, max-age=0, s-maxage=${cache.ttlSeconds}, stale-while-revalidate=${staleSeconds}, stale-if-error=${staleSeconds}`;
    case 'in-process':
    case 'distributed':
      return 'private, no-cache';
  }
}

/** What the answer depends on, beside the address. */
export function varyOf(operation: Operation, more: readonly string[]): string {
  const shared = operation.cache?.where === 'cdn';
  return ['Accept-Encoding', ...(shared ? [] : more)].join(', ');
}

/** What a cache means for the reader, as sentences. */
export function cacheInWords(rule: CacheRule): string {
  const where = {
    'private-http': 'the reader’s own browser',
    cdn: 'the CDN',
    'in-process': 'each replica',
    distributed: 'a cache that all replicas share',
  }[rule.where];
  const jitter = rule.jitterPercent > 0 ? `, give or take ${rule.jitterPercent} %` : '';
  return `Kept by ${where} for ${rule.ttlSeconds} seconds${jitter}. ${endInWords(rule)}`;
}

function endInWords({ invalidation, endedBy }: CacheRule): string {
  const early = endedBy.length === 0 ? '' : ` when ${endedBy.map(spoken).join(' or ')} is told`;
  switch (invalidation) {
    case 'ttl':
      return 'Nothing ends it early.';
    case 'versioned-key':
      return 'A change makes a new key, so the old entry is not asked for any more.';
    case 'event':
      return `It ends early${early}.`;
    case 'tag':
      return `All entries with the tag end together${early}.`;
  }
}
