const endpoint = { type: 'string', minLength: 1 } as const;
const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' } as const;
const name = { type: 'string', pattern: '^[a-z_]+(/[a-z-]+)?$' } as const;
const names = { type: 'array', minItems: 1, uniqueItems: true, items: name } as const;

function exactly(properties: Readonly<Record<string, object>>, required: readonly string[]) {
  return { type: 'object', additionalProperties: false, required, properties };
}

/** Each component by what its name begins with; anything else is refused. */
function components(known: Readonly<Record<string, object>>) {
  const patternProperties = Object.fromEntries(
    Object.entries(known).map(([type, schema]) => [`^${type}(/[a-z-]+)?$`, schema]),
  );
  return { type: 'object', minProperties: 1, additionalProperties: false, patternProperties };
}

const otlp = exactly(
  {
    protocols: exactly(
      { grpc: exactly({ endpoint }, ['endpoint']), http: exactly({ endpoint }, ['endpoint']) },
      ['grpc', 'http'],
    ),
  },
  ['protocols'],
);

const policy = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    name: endpoint,
    type: { enum: ['status_code', 'latency', 'probabilistic'] },
    status_code: exactly({ status_codes: { type: 'array', items: { enum: ['ERROR'] } } }, [
      'status_codes',
    ]),
    latency: exactly({ threshold_ms: { type: 'integer', minimum: 1 } }, ['threshold_ms']),
    probabilistic: exactly({ sampling_percentage: { type: 'number', minimum: 0, maximum: 100 } }, [
      'sampling_percentage',
    ]),
  },
  additionalProperties: false,
};

const count = { type: 'integer', minimum: 1 } as const;
const percentage = { type: 'integer', minimum: 1, maximum: 100 } as const;

const processors = components({
  memory_limiter: exactly(
    { check_interval: duration, limit_percentage: percentage, spike_limit_percentage: percentage },
    ['check_interval', 'limit_percentage', 'spike_limit_percentage'],
  ),
  attributes: exactly(
    {
      actions: {
        type: 'array',
        minItems: 1,
        items: exactly({ key: endpoint, action: { const: 'delete' } }, ['key', 'action']),
      },
    },
    ['actions'],
  ),
  tail_sampling: exactly(
    { decision_wait: duration, num_traces: count, policies: { type: 'array', items: policy } },
    ['decision_wait', 'num_traces', 'policies'],
  ),
  batch: exactly({ timeout: duration, send_batch_size: count, send_batch_max_size: count }, [
    'timeout',
  ]),
});

const exporters = components({
  otlp_http: exactly(
    {
      endpoint,
      headers: { type: 'object', additionalProperties: endpoint },
      retry_on_failure: exactly({ enabled: { const: true }, max_elapsed_time: duration }, [
        'enabled',
      ]),
      sending_queue: exactly({ enabled: { const: true }, queue_size: count }, ['enabled']),
    },
    ['endpoint'],
  ),
});

const pipeline = exactly({ receivers: names, processors: names, exporters: names }, [
  'receivers',
  'processors',
  'exporters',
]);

/** What a collector of these components accepts, after their own documentation. */
export const collectorSchema = exactly(
  {
    receivers: components({ otlp }),
    processors,
    exporters,
    extensions: components({ health_check: exactly({ endpoint }, ['endpoint']) }),
    service: exactly(
      {
        extensions: names,
        pipelines: {
          type: 'object',
          minProperties: 2,
          additionalProperties: false,
          properties: { metrics: pipeline, logs: pipeline, traces: pipeline },
        },
      },
      ['extensions', 'pipelines'],
    ),
  },
  ['receivers', 'processors', 'exporters', 'extensions', 'service'],
);

interface Configuration {
  readonly receivers: object;
  readonly processors: object;
  readonly exporters: object;
  readonly extensions: object;
  readonly service: {
    readonly extensions: readonly string[];
    readonly pipelines: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  };
}

/** What a pipeline uses and nobody defines, what is defined and unused, and wrong orders. */
export function brokenWiring(configuration: Configuration): readonly string[] {
  const { service, ...defined } = configuration;
  const pipelines = Object.entries(service.pipelines);
  const used: Readonly<Record<string, readonly string[]>> = {
    receivers: pipelines.flatMap(([, { receivers = [] }]) => receivers),
    processors: pipelines.flatMap(([, { processors = [] }]) => processors),
    exporters: pipelines.flatMap(([, { exporters = [] }]) => exporters),
    extensions: service.extensions,
  };
  const missing = Object.entries(defined).flatMap(([kind, those]) => [
    ...(used[kind] ?? [])
      .filter((each) => !Object.hasOwn(those, each))
      .map((each) => `${each} is used and not among the ${kind}.`),
    ...Object.keys(those)
      .filter((each) => !used[kind]?.includes(each))
      .map((each) => `${each} is among the ${kind} and not used.`),
  ]);
  const order = pipelines.flatMap(([signal, { processors = [] }]) => [
    ...(processors[0] === 'memory_limiter' ? [] : [`${signal} does not limit memory first.`]),
    ...(processors.at(-1) === 'batch' ? [] : [`${signal} does not batch last.`]),
  ]);
  return [...missing, ...order];
}
