import { decision } from './decision-kinds.ts';

/** What happens when something fails, and how one sees it. */
export const runningDecisions = {
  resilience: decision({
    number: 30,
    title: 'Resilience',
    question: 'What happens when something that you call is slow or down?',
    simplestBecause:
      'Every call over a network can hang, so a timeout is always there, and one retry repairs a brief failure.',
    alternatives: {
      'timeouts-and-retries': {
        label: 'timeouts and budgeted retries',
        summary:
          'Each call has a timeout; one layer retries what is safe to repeat, with jitter and a 10 % budget.',
        tradeOff: 'While something is down, each request still waits for its whole timeout.',
        revisitWhen: 'you call a system that you do not run',
        patterns: [
          'resilience-and-fault-tolerance/timeout-management',
          'resilience-and-fault-tolerance/retry-patterns',
        ],
      },
      breakers: {
        label: 'timeouts, retries and circuit breakers',
        summary:
          'Timeouts and retries, and a breaker on each synchronous call to another system: after enough failures it answers at once.',
        tradeOff:
          'An open breaker also refuses calls that would have worked, and its thresholds have to be tuned.',
        revisitWhen: 'two dependencies share one pool, or an outage of one takes others with it',
        patterns: [
          'resilience-and-fault-tolerance/circuit-breaker',
          'resilience-and-fault-tolerance/timeout-management',
          'resilience-and-fault-tolerance/retry-patterns',
        ],
      },
      'bulkheads-and-fallbacks': {
        label: 'breakers, bulkheads and fallbacks',
        summary:
          'All of that, and each dependency has a pool of its own and an answer for when it is missing; overload is shed, least important first.',
        tradeOff:
          'Pools have to be sized, and a fallback that is never exercised fails on the day it is needed.',
        revisitWhen: 'fallbacks are never used, or a pool is always full',
        patterns: [
          'resilience-and-fault-tolerance/bulkhead-pattern',
          'resilience-and-fault-tolerance/graceful-degradation',
          'resilience-and-fault-tolerance/circuit-breaker',
        ],
      },
    },
  }),
  telemetry: decision({
    number: 34,
    title: 'Telemetry',
    question: 'How do you see what the system is doing?',
    simplestBecause:
      'In one process a request id in every log line and rate, errors and duration per operation already show where a request went.',
    alternatives: {
      'logs-and-metrics': {
        label: 'structured logs and RED metrics',
        summary:
          'JSON logs with the request id, and rate, errors and duration per operation, written through OpenTelemetry.',
        tradeOff: 'Which step of a slow request was slow has to be read from log times.',
        revisitWhen: 'a request crosses a process, a queue or a system that you do not run',
        patterns: ['observability-and-monitoring/logging', 'observability-and-monitoring/metrics'],
      },
      traces: {
        label: 'logs, metrics and traces',
        summary:
          'Logs and metrics, and each request carries a trace context through calls and messages.',
        tradeOff: 'Every hop has to pass the context on, and traces cost storage.',
        revisitWhen: 'storage for traces costs more than the questions they answer',
        patterns: [
          'observability-and-monitoring/tracing',
          'observability-and-monitoring/logging',
          'observability-and-monitoring/metrics',
        ],
      },
      'sampled-traces': {
        label: 'logs, metrics and sampled traces',
        summary:
          'Logs, metrics and traces, of which a collector keeps every failed or slow one and a share of the others.',
        tradeOff:
          'A collector has to hold all spans of a trace until it is finished, so it needs memory and routing.',
        revisitWhen: 'the peak falls under 1,000 requests a second',
        patterns: ['observability-and-monitoring/tracing', 'observability-and-monitoring/metrics'],
      },
    },
  }),
} as const;
