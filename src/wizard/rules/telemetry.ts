import { callsOutside, messagesFlow, peakReaches, severalDeployables } from './conditions.ts';
import { all, any, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 34: how one sees what the system does. */
export const telemetryRules = rulesFor('telemetry', [
  {
    id: 'telemetry/several-deployables',
    when: severalDeployables,
    effect: { kind: 'score', points: { traces: 3, 'sampled-traces': 3 } },
    because: 'A request crosses several processes, and only a trace shows which of them was slow.',
    tag: 'S',
    source: sources.otelPropagation,
    pattern: 'observability-and-monitoring/tracing',
  },
  {
    id: 'telemetry/messages',
    when: messagesFlow,
    effect: { kind: 'score', points: { traces: 2, 'sampled-traces': 2 } },
    because: 'Work goes on after the answer, and a trace ties it to the request that started it.',
    tag: 'F',
    pattern: 'observability-and-monitoring/tracing',
  },
  {
    id: 'telemetry/outside-calls',
    when: callsOutside,
    effect: { kind: 'score', points: { traces: 2, 'sampled-traces': 2 } },
    because: 'You call {outsideCalls}; a trace separates the time spent there from yours.',
    tag: 'F',
    pattern: 'observability-and-monitoring/tracing',
  },
  {
    id: 'telemetry/already-there',
    when: any(is('running', 'tracing'), not(is('telemetryOwned', 'none'))),
    effect: { kind: 'score', points: { traces: 2, 'sampled-traces': 2 } },
    because:
      'There is already a place where traces can be kept, so they cost little more than turning them on.',
    tag: 'C',
  },
  {
    id: 'telemetry/many-requests',
    when: all(peakReaches(1000), any(severalDeployables, messagesFlow, callsOutside)),
    effect: { kind: 'score', points: { 'sampled-traces': 2 } },
    because:
      'From 1,000 requests a second most traces look alike; keeping the failed and slow ones and a share of the rest costs less and shows as much.',
    tag: 'S',
    source: sources.otelSampling,
    pattern: 'observability-and-monitoring/tracing',
  },
  {
    id: 'telemetry/context',
    when: all(),
    effect: {
      kind: 'parameter',
      name: 'traceContext',
      value: 1,
      for: ['traces', 'sampled-traces'],
    },
    because: 'One hop that does not pass the context on cuts the trace in two.',
    tag: 'S',
    source: sources.otelPropagation,
    pattern: 'observability-and-monitoring/correlation',
  },
  {
    id: 'telemetry/share-kept',
    when: all(),
    effect: { kind: 'parameter', name: 'keptTracesPercent', value: 10, for: ['sampled-traces'] },
    because: 'One ordinary trace in ten shows what is usual as well as all of them do.',
    tag: 'C',
    pattern: 'observability-and-monitoring/tracing',
  },
  {
    id: 'telemetry/no-names',
    when: is('dataKinds', 'personal', 'sensitive'),
    effect: { kind: 'parameter', name: 'noPersonalData', value: 1 },
    because:
      'You have {dataKinds}, and logs are read by more people, and kept in more places, than the database is.',
    tag: 'F',
    pattern: 'observability-and-monitoring/logging',
  },
  {
    id: 'telemetry/log-life',
    when: all(),
    effect: { kind: 'parameter', name: 'logDays', value: 30 },
    because:
      'A month of logs reaches back to the release before the last one and still fits a bill.',
    tag: 'C',
    pattern: 'observability-and-monitoring/log-aggregation',
  },
]);
