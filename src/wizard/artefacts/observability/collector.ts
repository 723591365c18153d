import type { Solution } from '../../model/solution.ts';
import type { RecordContext } from '../adr.ts';
import type { GeneratedFile } from '../files.ts';
import { yamlFile } from '../yaml.ts';

type Signal = 'metrics' | 'logs' | 'traces';

/** Headers that carry secrets or identities, as spans and logs show them. */
const secretHeaders = ['authorization', 'cookie', 'x-api-key', 'idempotency-key'].map(
  (name) => `http.request.header.${name}`,
);

/** The configuration of the OpenTelemetry Collector that all deployables send to. */
export function collectorFile(context: RecordContext): GeneratedFile {
  const { solution } = context;
  const signals: readonly Signal[] =
    solution.decisions.telemetry.chosen === 'logs-and-metrics'
      ? ['metrics', 'logs']
      : ['metrics', 'logs', 'traces'];
  const samples = solution.decisions.telemetry.chosen === 'sampled-traces';
  const value = {
    receivers: {
      otlp: {
        protocols: {
          grpc: { endpoint: '0.0.0.0:4317' },
          http: { endpoint: '0.0.0.0:4318' },
        },
      },
    },
    processors: {
      memory_limiter: { check_interval: '1s', limit_percentage: 75, spike_limit_percentage: 15 },
      'attributes/no-secrets': {
        actions: hidden(context).map((key) => ({ key, action: 'delete' })),
      },
      ...(samples && { tail_sampling: sampling(solution) }),
      batch: { timeout: '1s', send_batch_size: 1024, send_batch_max_size: 2048 },
    },
    exporters: exportersOf(solution, signals),
    extensions: { health_check: { endpoint: '0.0.0.0:13133' } },
    service: {
      extensions: ['health_check'],
      pipelines: Object.fromEntries(
        signals.map((signal) => [
          signal,
          {
            receivers: ['otlp'],
            processors: processorsOf(signal, samples),
            exporters: [exporterName(solution, signal)],
          },
        ]),
      ),
    },
  };
  return {
    path: 'observability/otel-collector.yaml',
    text: yamlFile(value, head(solution, samples)),
    checkedBy: 'JSON Schema and wiring check',
    madeFrom: 'telemetry (34), what you own already, fields marked as sensitive',
  };
}

/** What never leaves for where telemetry is kept: secrets, and what the model marks as sensitive. */
function hidden({ architecture }: RecordContext): readonly string[] {
  const sensitive = architecture.capabilities.flatMap(({ resource: { singular, fields } }) =>
    fields.filter((field) => field.sensitive).map(({ name }) => `app.${singular}.${name}`),
  );
  return [...new Set([...secretHeaders, ...sensitive])];
}

/** Every failed and every slow trace, and the share of the others that was decided. */
function sampling({ facts, decisions }: Solution): object {
  const share = decisions.telemetry.parameters.keptTracesPercent ?? 100;
  return {
    decision_wait: '10s',
    num_traces: 100_000,
    policies: [
      { name: 'failed', type: 'status_code', status_code: { status_codes: ['ERROR'] } },
      { name: 'slow', type: 'latency', latency: { threshold_ms: facts.p95Ms } },
      { name: 'others', type: 'probabilistic', probabilistic: { sampling_percentage: share } },
    ],
  };
}

function processorsOf(signal: Signal, samples: boolean): readonly string[] {
  const hides = signal === 'metrics' ? [] : ['attributes/no-secrets'];
  const samplesThis = samples && signal === 'traces' ? ['tail_sampling'] : [];
  return ['memory_limiter', ...hides, ...samplesThis, 'batch'];
}

/** An open-source stack has a place for each signal; everybody else takes all of them at one address. */
const ownPlaces: Readonly<Record<Signal, object>> = {
  metrics: { endpoint: 'http://prometheus:9090/api/v1/otlp' },
  logs: { endpoint: 'http://loki:3100/otlp' },
  traces: { endpoint: 'http://tempo:4318' },
};

function exporterName({ facts }: Solution, signal: Signal): string {
  return facts.telemetryOwned === 'open-source' ? `otlp_http/${signal}` : 'otlp_http';
}

function exportersOf(solution: Solution, signals: readonly Signal[]): object {
  const keeps = {
    retry_on_failure: { enabled: true, max_elapsed_time: '300s' },
    sending_queue: { enabled: true, queue_size: 5000 },
  };
  if (solution.facts.telemetryOwned === 'open-source') {
    return Object.fromEntries(
      signals.map((signal) => [exporterName(solution, signal), { ...ownPlaces[signal], ...keeps }]),
    );
  }
  return {
    otlp_http: {
      endpoint: '${env:TELEMETRY_ENDPOINT}',
      headers: { authorization: 'Bearer ${env:TELEMETRY_TOKEN}' },
      ...keeps,
    },
  };
}

function head({ facts }: Solution, samples: boolean): readonly string[] {
  return [
    'OpenTelemetry Collector, distribution "contrib", 0.144 or newer (there otlphttp became otlp_http).',
    'Made from: the decision on telemetry, and what you own already.',
    'Deployables send to port 4317 or 4318 and know no other address.',
    ...(samples
      ? [
          'Sampling looks at whole traces: with several collectors, put a balancer by trace id in front.',
        ]
      : []),
    ...(facts.telemetryOwned === 'open-source'
      ? []
      : ['Set TELEMETRY_ENDPOINT and TELEMETRY_TOKEN to the place where your telemetry is kept.']),
  ];
}
