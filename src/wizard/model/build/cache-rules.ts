import type { CacheRule, Message } from '../system.ts';
import type { Area } from './areas.ts';
import type { Plan } from './plan.ts';

/** How long an answer may be kept, in seconds, for each staleness that is allowed. */
const lives = { none: 0, seconds: 5, minutes: 60, hours: 3600 } as const;

/** Moved at random by a tenth, so that not all entries end together (our convention). */
const usualJitter = 10;

/** How the answers about an area are kept; nothing where it has to be right at once or is confidential. */
export function cacheRule(
  plan: Plan,
  area: Area,
  messages: readonly Message[],
): CacheRule | undefined {
  const where = placeFor(plan, area);
  const ttlSeconds = lifeOf(plan, area);
  if (where === undefined || ttlSeconds === 0) return undefined;
  const { invalidation: chosen } = plan.settings;
  const byMessage = (chosen === 'event' || chosen === 'tag') && isKeptInside(plan, area);
  const endedBy = byMessage
    ? messages
        .filter(({ from, to }) => from === area.id && to.includes(area.id))
        .map(({ id }) => id)
    : [];
  const isTimed = chosen === 'none' || !isInside(where) || (byMessage && endedBy.length === 0);
  const { jitterPercent = usualJitter, ttlSeconds: decided = ttlSeconds } =
    plan.solution.decisions.invalidation.parameters;
  return {
    where,
    // Where a message ends it, the time only ends what a lost message left behind.
    ttlSeconds: isTimed ? Math.min(ttlSeconds, decided) : decided,
    jitterPercent,
    invalidation: isTimed ? 'ttl' : chosen,
    endedBy,
  };
}

/** Whether answers about an area are kept where a message can end them: not in browsers and not in a CDN. */
export function isKeptInside(plan: Plan, area: Area): boolean {
  const where = placeFor(plan, area);
  return where !== undefined && isInside(where) && lifeOf(plan, area) > 0;
}

function isInside(where: CacheRule['where']): boolean {
  return where === 'in-process' || where === 'distributed';
}

/** Seconds; 0 where an answer must not be old. */
function lifeOf({ solution }: Plan, { row }: Area): number {
  const life = lives[solution.facts.staleness];
  return row.freshness === 'inherit' ? life : Math.min(life, ownLife(row.freshness));
}

function placeFor(
  { solution }: Plan,
  { resource, word, row }: Area,
): CacheRule['where'] | undefined {
  const layer = solution.decisions.cache.chosen;
  if (layer === 'none' || resource.fields.some((field) => field.sensitive)) return undefined;
  const isOpen =
    solution.facts.signIn.includes('public') && word.readBy === 'anybody' && !row.ownRules;
  return placeOf(layer, isOpen);
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
