import type { CacheRule, Message } from '../system.ts';
import type { Area } from './areas.ts';
import type { Plan } from './plan.ts';

/** How long an answer may be kept, in seconds, for each staleness that is allowed. */
const lives = { none: 0, seconds: 5, minutes: 60, hours: 3600 } as const;

/** Moved at random by a tenth, so that not all entries end together (our convention). */
const jitterPercent = 10;

/** How the answers about an area are kept; nothing where it has to be right at once or is confidential. */
export function cacheRule(
  { solution, settings, units }: Plan,
  { id, row, resource }: Area,
  messages: readonly Message[],
): CacheRule | undefined {
  const { facts, decisions } = solution;
  const layer = decisions.cache.chosen;
  if (layer === 'none') return undefined;
  if (resource.fields.some((field) => field.sensitive)) return undefined;
  const own = row.freshness === 'inherit' ? undefined : row.freshness;
  const ttlSeconds =
    own === undefined ? lives[facts.staleness] : Math.min(lives[facts.staleness], ownLife(own));
  if (ttlSeconds === 0) return undefined;
  const isOpen = facts.signIn.includes('public') && row.ownRules === false;
  const where = placeOf(layer, isOpen);
  const isHttp = where === 'cdn' || where === 'private-http';
  const invalidation = settings.invalidation === 'none' || isHttp ? 'ttl' : settings.invalidation;
  const home = units.find(({ areas }) => areas.some((area) => area.id === id));
  const own_ = new Set(home?.areas.map((area) => area.id));
  const endedBy =
    invalidation === 'event' || invalidation === 'tag'
      ? messages.filter(({ from }) => own_.has(from)).map((message) => message.id)
      : [];
  return { where, ttlSeconds, jitterPercent, invalidation, endedBy };
}

function ownLife(freshness: 'at-once' | 'seconds' | 'minutes'): number {
  return freshness === 'at-once' ? 0 : lives[freshness];
}

function placeOf(
  layer: Exclude<Plan['solution']['decisions']['cache']['chosen'], 'none'>,
  isOpen: boolean,
): CacheRule['where'] {
  switch (layer) {
    case 'private-http':
      return 'private-http';
    case 'http-and-cdn':
      return isOpen ? 'cdn' : 'private-http';
    case 'in-process':
      return 'in-process';
    case 'distributed':
      return 'distributed';
    case 'cdn-and-distributed':
      return isOpen ? 'cdn' : 'distributed';
  }
}
