import { callsOutside, providerSignsIn, severalDeployables } from './conditions.ts';
import { all, any, atLeast, chosen, is, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 30: what happens when something you call is slow or down. */
export const resilienceRules = rulesFor('resilience', [
  {
    id: 'resilience/outside-calls',
    when: callsOutside,
    effect: { kind: 'require', alternative: 'breakers' },
    because:
      'You call {outsideCalls}: when one is down, waiting for its timeout ties up your own workers, and a breaker answers at once.',
    tag: 'S',
    source: sources.circuitBreaker,
    pattern: 'resilience-and-fault-tolerance/circuit-breaker',
  },
  {
    id: 'resilience/calls-between-services',
    when: all(severalDeployables, chosen('sync-or-async', 'synchronous', 'answer-then-work')),
    effect: { kind: 'require', alternative: 'breakers' },
    because: 'Your deployables call each other, so one that hangs would hang its callers as well.',
    tag: 'S',
    source: sources.circuitBreaker,
    pattern: 'microservices-architecture/circuit-breaker',
  },
  {
    id: 'resilience/run-by-others',
    when: any(
      providerSignsIn,
      all(is('interaction', 'notify'), chosen('sync-or-async', 'synchronous')),
    ),
    effect: { kind: 'require', alternative: 'breakers' },
    because:
      'A sign-in, or a notice that callers wait for, needs a system that others run; tokens are checked with keys that you keep, and while that system hangs a breaker lets everybody else go on.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/circuit-breaker',
  },
  {
    id: 'resilience/shared-pool',
    when: all(atLeast('outsideCalls', 2), atLeast('availability', '99.9')),
    effect: { kind: 'require', alternative: 'bulkheads-and-fallbacks' },
    because:
      'You call {outsideCalls}: in a shared pool the slow one uses up all connections and takes the others with it.',
    tag: 'S',
    source: sources.bulkhead,
    pattern: 'resilience-and-fault-tolerance/bulkhead-pattern',
  },
  {
    id: 'resilience/fallback-wanted',
    when: all(callsOutside, is('whenDown', 'stale', 'hide')),
    effect: { kind: 'require', alternative: 'bulkheads-and-fallbacks' },
    because: 'When an outside system is down you want to {whenDown}, and that is a fallback.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/graceful-degradation',
  },
  {
    id: 'resilience/uptime',
    when: all(is('priorities', 'uptime'), any(callsOutside, severalDeployables)),
    effect: { kind: 'require', alternative: 'bulkheads-and-fallbacks' },
    because:
      'Uptime is among your priorities, and with pools of their own the parts that still work stay up while another one is slow.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/bulkhead-pattern',
  },
  {
    id: 'resilience/little-downtime',
    when: atLeast('availability', '99.95'),
    effect: { kind: 'require', alternative: 'bulkheads-and-fallbacks' },
    because:
      '{availability} leaves {budget}, so one slow part or one burst must not take the rest down: pools are separate and overload is shed.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/bulkhead-pattern',
    revisitWhen: '99.9 % is enough',
  },
  {
    id: 'resilience/attempts',
    when: all(),
    effect: { kind: 'parameter', name: 'attempts', value: 2 },
    because:
      'One retry repairs a brief failure; more of them multiply the load on something that is already struggling.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/retry-patterns',
  },
  {
    id: 'resilience/retry-budget',
    when: all(),
    effect: { kind: 'parameter', name: 'retryBudgetPercent', value: 10 },
    because: 'Retries above a tenth of the traffic mean an outage, and then they only add load.',
    tag: 'S',
    source: sources.sreOverload,
    pattern: 'resilience-and-fault-tolerance/retry-patterns',
  },
  {
    id: 'resilience/timeout',
    when: any(callsOutside, severalDeployables, providerSignsIn),
    effect: { kind: 'parameter', name: 'timeoutPercentile', value: 99.9 },
    because:
      'A timeout at the slowest answer in a thousand gives up on what hangs and almost never on what would still have come.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/timeout-management',
  },
  {
    id: 'resilience/one-layer',
    when: all(),
    effect: { kind: 'parameter', name: 'retryLayers', value: 1 },
    because: 'Where each of three layers tries three times, one request becomes twenty-seven.',
    tag: 'S',
    source: sources.awsRetries,
    pattern: 'resilience-and-fault-tolerance/retry-patterns',
  },
  {
    id: 'resilience/backoff',
    when: all(),
    effect: { kind: 'parameter', name: 'backoffMs', value: 100 },
    because: 'Callers that failed together must not come back together.',
    tag: 'S',
    source: sources.awsRetries,
    pattern: 'resilience-and-fault-tolerance/retry-patterns',
  },
  {
    id: 'resilience/only-repeatable',
    when: all(),
    effect: { kind: 'parameter', name: 'onlyRepeatable', value: 1 },
    because: 'A timeout does not say whether the work was done, so a blind repeat can do it twice.',
    tag: 'F',
    pattern: 'resilience-and-fault-tolerance/idempotency',
  },
  {
    id: 'resilience/breaker-opens',
    when: all(),
    effect: {
      kind: 'parameter',
      name: 'breakerErrorPercent',
      value: 50,
      for: ['breakers', 'bulkheads-and-fallbacks'],
    },
    because: 'When every second call fails, the next one is not worth its wait.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/circuit-breaker',
  },
  {
    id: 'resilience/breaker-tries-again',
    when: all(),
    effect: {
      kind: 'parameter',
      name: 'breakerOpenSeconds',
      value: 30,
      for: ['breakers', 'bulkheads-and-fallbacks'],
    },
    because: 'What is struggling needs a pause, and one call after it shows whether it is back.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/circuit-breaker',
  },
  {
    id: 'resilience/pool-share',
    when: all(),
    effect: {
      kind: 'parameter',
      name: 'poolSharePercent',
      value: 25,
      for: ['bulkheads-and-fallbacks'],
    },
    because: 'While one dependency hangs, three quarters of the workers are left for all others.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/bulkhead-pattern',
  },
]);
