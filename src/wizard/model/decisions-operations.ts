import { decision } from './decision-kinds.ts';

/** What wakes somebody, how it grows, and what proves that it works. */
export const operationsDecisions = {
  alerting: decision({
    number: 35,
    title: 'Objectives and alerts',
    question: 'When is somebody told that something is wrong?',
    simplestBecause:
      'A few thresholds on what users notice, errors and slow answers, are understood by everybody and quick to set up.',
    alternatives: {
      threshold: {
        label: 'thresholds',
        summary:
          'An alert when the share of errors or the p95 of answers has been over its limit for ten minutes.',
        tradeOff:
          'A short sharp outage and a long slight one look alike, so some alerts come too late and some for nothing.',
        revisitWhen: 'alerts are ignored, or an outage used up the month without any alert',
        patterns: ['observability-and-monitoring/alerting', 'observability-and-monitoring/metrics'],
        favors: ['simplicity'],
      },
      'burn-rate': {
        label: 'burn rate of the error budget',
        summary:
          'An alert when errors use up the month’s budget too fast, over a long and a short window at once: fast burns page, slow ones become a ticket.',
        tradeOff:
          'It needs counted requests, a target that is agreed on and metrics that reach back for days.',
        revisitWhen: 'there are so few requests that one failure burns the budget',
        patterns: [
          'observability-and-monitoring/alerting',
          'observability-and-monitoring/metrics',
          'documentation-and-developer-experience/runbooks',
        ],
        favors: ['uptime', 'correctness'],
      },
    },
  }),
  scaling: decision({
    number: 38,
    title: 'Scaling',
    question: 'What happens when more requests come in than usual?',
    simplestBecause:
      'Two replicas that are large enough for the peak need no automatism, and one of them may fail.',
    alternatives: {
      vertical: {
        label: 'a larger machine, two replicas',
        summary:
          'Two replicas sized for the peak; when it grows, they get more processors and memory.',
        tradeOff: 'The size for the peak is paid for all day, and the largest machine is the end.',
        revisitWhen:
          'replicas idle most of the day, or the next size costs more than twice as much',
        patterns: ['performance-optimization/vertical-scaling'],
        favors: ['simplicity'],
      },
      horizontal: {
        label: 'more replicas',
        summary:
          'The platform adds and removes replicas by how busy they are; no replica keeps anything that another one needs.',
        tradeOff:
          'New replicas take a minute to help, and each brings its own connections to the database.',
        revisitWhen: 'the number of replicas never changes, or the database is the limit',
        patterns: [
          'performance-optimization/horizontal-scaling',
          'deployment-and-operations/orchestration',
        ],
        favors: ['scale', 'uptime'],
      },
      'queue-depth': {
        label: 'more replicas, and workers by the depth of the queue',
        summary:
          'Replicas that answer are added by how busy they are, workers by how long the oldest message has waited.',
        tradeOff:
          'Two rules for growing have to be set and watched, and many workers at once press on the same database.',
        revisitWhen: 'the queue is empty most of the time',
        patterns: [
          'performance-optimization/horizontal-scaling',
          'resilience-and-fault-tolerance/backpressure',
          'asynchronous-processing/background-jobs',
        ],
        favors: ['scale'],
      },
    },
  }),
  tests: decision({
    number: 39,
    title: 'Tests',
    question: 'What has to pass before a version goes out?',
    simplestBecause:
      'Unit tests, and integration tests against a real database, catch most mistakes of one deployable within minutes.',
    alternatives: {
      'unit-and-integration': {
        label: 'unit and integration tests',
        summary:
          'Many unit tests, integration tests against a real database in a container, answers checked against the contract, and a handful of whole flows.',
        tradeOff:
          'A change that breaks a client which is released apart is noticed only by that client.',
        revisitWhen: 'a client or another team releases on its own',
        patterns: [
          'testing-strategies/unit-testing',
          'testing-strategies/integration-testing',
          'testing-strategies/test-automation',
        ],
        favors: ['simplicity', 'change'],
      },
      contracts: {
        label: 'also contract tests',
        summary:
          'Each consumer records what it relies on, and the provider’s build fails when it no longer delivers that.',
        tradeOff:
          'Contracts have to be shared and their versions tracked, and they say nothing about what is right, only about what fits.',
        revisitWhen: 'everything is released together again',
        patterns: [
          'testing-strategies/contract-testing',
          'testing-strategies/integration-testing',
          'testing-strategies/unit-testing',
        ],
        favors: ['change', 'correctness'],
      },
      'contracts-and-chaos': {
        label: 'also contract and chaos tests',
        summary:
          'Beside contract tests, failures are caused on purpose: a dependency is slow or gone, a replica is killed, and the alerts have to come.',
        tradeOff:
          'Somebody prepares, watches and stops each experiment, and the first ones find more than there is time to mend.',
        revisitWhen: 'the target falls under 99.95 %',
        patterns: [
          'testing-strategies/chaos-testing',
          'resilience-and-fault-tolerance/chaos-engineering',
          'testing-strategies/contract-testing',
        ],
        favors: ['uptime'],
      },
    },
  }),
} as const;
