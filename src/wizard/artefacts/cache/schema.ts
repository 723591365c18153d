const text = { type: 'string', minLength: 1 } as const;

/** An object with exactly these members. */
function exactly(properties: Readonly<Record<string, object>>) {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  };
}

const kept = {
  ...exactly({
    operation: text,
    where: { enum: ['private-http', 'cdn', 'in-process', 'distributed'] },
    key: { type: 'string', pattern: '^[a-z0-9-]+(:[^:\\s{}]+|:\\{[^{}]+\\})+$' },
    ttlSeconds: { type: 'integer', minimum: 1, maximum: 86_400 },
    jitterPercent: { type: 'integer', minimum: 1, maximum: 50 },
    singleFlight: text,
    invalidation: exactly({
      by: { enum: ['ttl', 'versioned-key', 'event', 'tag'] },
      endedBy: { type: 'array', items: text, uniqueItems: true },
    }),
    headers: exactly({ 'Cache-Control': text, ETag: text, Vary: text }),
    whenMissing: text,
  }),
  // Only a CDN may be told that an answer is public, and it has to be told.
  if: { properties: { where: { const: 'cdn' } } },
  then: { properties: { headers: { properties: { 'Cache-Control': { pattern: '^public, ' } } } } },
  else: { properties: { headers: { properties: { 'Cache-Control': { pattern: '^private, ' } } } } },
} as const;

/** The schema of cache.yaml, shipped beside it so that an editor helps and a pipeline checks. */
export const cacheSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What is kept where',
  ...exactly({
    version: { const: 1 },
    kept: { type: 'array', items: kept },
    never: {
      type: 'array',
      items: exactly({
        operation: text,
        because: text,
        headers: exactly({ 'Cache-Control': { const: 'no-store' } }),
      }),
    },
  }),
};
