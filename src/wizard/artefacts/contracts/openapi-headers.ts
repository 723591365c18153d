import type { RateLimit } from '../../model/system.ts';
import { schemesOf } from './openapi-security.ts';
import type { Contract } from './contract.ts';
import type { JsonObject } from './json.ts';

/** How long a caller should wait before it asks again: shortly, and never at once. */
export const retryAfterSeconds = 2;

/** How often a caller asks for the state of work that is still running. */
export const pollAfterSeconds = 5;

/** Every header that answers carry; those that none names are left out of the file. */
export function headerComponents(contract: Contract): JsonObject {
  const [limit] = contract.system.rateLimits;
  return {
    ETag: text('The version of the record or of the page (RFC 9110).', '"v7"'),
    Location: {
      description: 'Where the result can be read.',
      schema: { type: 'string', format: 'uri-reference' },
    },
    'Retry-After': {
      description: 'Seconds to wait before the next attempt.',
      schema: { type: 'integer', minimum: 1 },
      example: retryAfterSeconds,
    },
    'RateLimit-Policy': text(
      'The limits in force (IETF draft "RateLimit header fields", not a standard yet).',
      limit === undefined ? '"default";q=10;w=1' : policyText(limit),
    ),
    RateLimit: text(
      'What is left of them: requests, and seconds until there are more (the same draft).',
      `"${limit?.of ?? 'default'}";r=0;t=${retryAfterSeconds}`,
    ),
    'WWW-Authenticate': text(
      'Which proof is asked for, and what is wrong with the one that came.',
      challengeOf(contract),
    ),
    Link: text('The next page, with rel="next" (RFC 8288).', '</…?after=…>; rel="next"'),
    ...lifeHeaders(contract),
  };
}

/** What tells a client that its version comes to an end. */
function lifeHeaders({ choices, date }: Contract): JsonObject {
  if (choices.versioning === 'additive') return {};
  const day = new Date(`${date}T00:00:00Z`);
  const end = new Date(day);
  end.setUTCFullYear(day.getUTCFullYear() + 1);
  return {
    Deprecation: text(
      'Since when this version should not be used any more (RFC 9745); absent while it may be.',
      `@${day.getTime() / 1000}`,
    ),
    Sunset: text(
      'When this version will be closed (RFC 8594); absent while no date is set.',
      end.toUTCString(),
    ),
    'API-Version': text('The version that the answer is written in.', date),
  };
}

/** The headers that every answer of a versioned API may carry. */
export function lifeHeaderNames({ choices }: Contract): readonly string[] {
  switch (choices.versioning) {
    case 'additive':
      return [];
    case 'url-major':
      return ['Deprecation', 'Sunset'];
    case 'header':
      return ['API-Version', 'Deprecation', 'Sunset'];
  }
}

/** A limit as a quota: `"tenant";q=50;w=1`. */
function policyText({ of, perSecond }: RateLimit): string {
  return `"${of}";q=${perSecond};w=1`;
}

/** Whether callers are refused with 429: limits stand where clients come in, not between services. */
export function isLimited({ api, system }: Contract): boolean {
  return api.audience === 'public' && system.rateLimits.length > 0;
}

/** A limit in words. */
export function limitInWords({ of, where, perSecond, burst, concurrent }: RateLimit): string {
  const per = { address: 'address', 'api-key': 'API key', tenant: 'tenant' }[of];
  return `Per ${per}, at the ${where}: ${perSecond} requests a second, ${burst} at once after a pause, ${concurrent} at the same time.`;
}

function challengeOf(contract: Contract): string {
  const schemes = schemesOf(contract).map(({ scheme }) => scheme);
  if (schemes.includes('session')) return 'Cookie realm="session"';
  return schemes.includes('api-key') ? 'ApiKey realm="api"' : 'Bearer error="invalid_token"';
}

function text(description: string, example: string): JsonObject {
  return { description, schema: { type: 'string' }, example };
}
