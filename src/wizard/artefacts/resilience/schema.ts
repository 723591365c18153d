const count = { type: 'integer', minimum: 1 } as const;
const text = { type: 'string', minLength: 1 } as const;
const percent = { type: 'integer', minimum: 0, maximum: 100 } as const;

/** An object with exactly these members; those named in `optional` may be missing. */
function exactly(properties: Readonly<Record<string, object>>, optional: readonly string[] = []) {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, required, properties };
}

const listOf = (items: object): object => ({ type: 'array', items });
const orNull = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] });
const refusal = (properties: Readonly<Record<string, object>>): object => exactly(properties);

const backoff = exactly({
  kind: { const: 'exponential' },
  firstMs: { type: 'integer', minimum: 0 },
  factor: { const: 2 },
  mostMs: { type: 'integer', minimum: 0 },
  jitter: { const: 'full' },
});

const breaker = exactly({
  failuresPercent: { ...percent, minimum: 1 },
  lastCalls: count,
  minimumCalls: count,
  openMs: count,
  trialCalls: count,
});

const call = exactly(
  {
    from: text,
    to: text,
    over: text,
    deadlineMs: count,
    timeoutMs: count,
    attempts: count,
    backoff: orNull(backoff),
    repeat: text,
    repeatOn: listOf(text),
    repeatable: { type: 'object', additionalProperties: text },
    breaker: orNull(breaker),
    bulkhead: orNull(exactly({ concurrent: count, waiting: { type: 'integer', minimum: 0 } })),
    fallback: exactly({ kind: { enum: ['fail', 'substitute'] }, says: text }),
  },
  ['repeatable'],
);

const overload = exactly({
  api: text,
  deployable: text,
  concurrentPerReplica: count,
  whenFull: refusal({ status: { const: 503 }, retryAfterSeconds: count }),
  operations: listOf(
    exactly({
      operation: text,
      timeoutMs: count,
      repeatable: { enum: ['safe', 'natural', 'key', 'no'] },
      shed: { enum: [1, 2, 3], description: 'What is refused first is 1.' },
    }),
  ),
});

const notice = exactly({
  to: text,
  timeoutMs: count,
  repeatForHours: count,
  backoff,
  concurrentPerReceiver: count,
  addresses: text,
  thenTo: text,
});

const rateLimit = exactly({
  of: { enum: ['address', 'api-key', 'tenant'] },
  where: { enum: ['edge', 'gateway', 'service'] },
  perSecond: { type: 'number', exclusiveMinimum: 0 },
  burst: count,
  concurrent: count,
  whenOver: refusal({ status: { const: 429 }, header: { const: 'Retry-After' } }),
});

/** The schema of resilience.yaml, shipped beside it so that an editor helps and a pipeline checks. */
export const resilienceSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'How calls are guarded',
  ...exactly({
    version: { const: 1 },
    retryBudget: exactly({ percentOfTraffic: percent, atLeastPerSecond: count }),
    calls: listOf(call),
    overload: listOf(overload),
    rateLimits: listOf(rateLimit),
    messages: listOf(
      exactly({ message: text, channel: text, attempts: count, backoff, thenTo: text }),
    ),
    notices: listOf(notice),
  }),
};
