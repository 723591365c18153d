import { decision } from './decision-kinds.ts';

/** What happens when something fails, how one sees it, where it runs and how it is released. */
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
        label: '+ circuit breakers',
        summary:
          'In addition a breaker on each synchronous call to another system: after enough failures it answers at once.',
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
        label: '+ bulkheads and fallbacks',
        summary:
          'In addition each dependency has a pool of its own and an answer for when it is missing; overload is shed, least important first.',
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
        label: '+ traces',
        summary: 'In addition each request carries a trace context through calls and messages.',
        tradeOff: 'Every hop has to pass the context on, and traces cost storage.',
        revisitWhen: 'storage for traces costs more than the questions they answer',
        patterns: [
          'observability-and-monitoring/tracing',
          'observability-and-monitoring/logging',
          'observability-and-monitoring/metrics',
        ],
      },
      'sampled-traces': {
        label: '+ traces, sampled at the end',
        summary:
          'In addition a collector keeps every failed or slow trace and a share of the others.',
        tradeOff:
          'A collector has to hold all spans of a trace until it is finished, so it needs memory and routing.',
        revisitWhen: 'the peak falls under 1,000 requests a second',
        patterns: ['observability-and-monitoring/tracing', 'observability-and-monitoring/metrics'],
      },
    },
  }),
  platform: decision({
    number: 36,
    title: 'Platform',
    question: 'What runs the deployables?',
    simplestBecause:
      'A platform that takes your code leaves certificates, scaling and patches to somebody else.',
    alternatives: {
      paas: {
        label: 'PaaS',
        summary: 'A platform takes your code or image and runs, restarts and scales it.',
        tradeOff: 'You get its limits on memory, ports, run time and regions, and its price.',
        revisitWhen:
          'its limits or its bill hurt, or a part needs something that it does not offer',
        patterns: [
          'deployment-and-operations/ci-cd',
          'deployment-and-operations/configuration-management',
        ],
      },
      'managed-containers': {
        label: 'managed containers',
        summary: 'You build images, and a container service runs them; no cluster to operate.',
        tradeOff: 'Images, networks, roles and base-image updates are yours.',
        revisitWhen: 'more than about ten deployables, or you rebuild what Kubernetes offers',
        patterns: ['deployment-and-operations/containerization', 'deployment-and-operations/ci-cd'],
      },
      kubernetes: {
        label: 'Kubernetes',
        summary: 'A cluster with a control plane, one set of manifests for everything that runs.',
        tradeOff:
          'Upgrades, add-ons, network policies and capacity are work for people, every month.',
        revisitWhen: 'nobody is left who can run it, or fewer than five deployables remain',
        patterns: [
          'deployment-and-operations/orchestration',
          'deployment-and-operations/containerization',
        ],
      },
    },
  }),
  rollout: decision({
    number: 37,
    title: 'Rollout',
    question: 'How does a new version reach the users?',
    simplestBecause:
      'Replacing one replica after the other needs no second environment, and stops when the new one is not ready.',
    alternatives: {
      rolling: {
        label: 'rolling',
        summary:
          'Replicas are replaced one after the other; each has to be ready before the next one goes.',
        tradeOff:
          'A bad version reaches everybody within minutes, and going back takes as long as going forward.',
        revisitWhen:
          'going back has to take less than five minutes, or availability rises to 99.95 %',
        patterns: [
          'deployment-and-operations/orchestration',
          'resilience-and-fault-tolerance/health-checks',
        ],
      },
      'blue-green': {
        label: 'blue-green',
        summary:
          'The new version runs beside the old one, and traffic switches, and switches back, at once.',
        tradeOff:
          'Twice the capacity during a release, and the switch still shows a bad version to everybody.',
        revisitWhen: 'traffic is high enough for a canary to mean something',
        patterns: ['deployment-and-operations/blue-green-deployment'],
      },
      canary: {
        label: 'canary',
        summary:
          'A few percent of the traffic go to the new version; it grows or is taken back by comparing error rates.',
        tradeOff:
          'Two versions run side by side for longer, and somebody has to choose the numbers that stop it.',
        revisitWhen: 'traffic falls under 10 requests a second, where a few percent prove nothing',
        patterns: [
          'deployment-and-operations/canary-releases',
          'api-gateway-and-load-balancing/traffic-management',
        ],
      },
    },
  }),
} as const;
