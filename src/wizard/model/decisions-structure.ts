import { decision } from './decision-kinds.ts';

/** How the system is cut and how its parts talk. */
export const structureDecisions = {
  style: decision({
    number: 1,
    title: 'Style',
    question: 'How many parts are built and released on their own?',
    simplestBecause:
      'For {engineers} and {teams}, one deployable is the cheapest thing to build, test, release and watch.',
    alternatives: {
      'modular-monolith': {
        label: 'modular monolith',
        summary: 'One deployable whose modules keep their code and tables to themselves.',
        tradeOff:
          'Everything is released together, and the module boundaries hold only as long as a check in the build defends them.',
        revisitWhen:
          'three teams of at least three want to release on their own, or one part needs ten times the capacity of the rest',
        patterns: ['microservices-architecture/service-boundaries'],
        favors: ['simplicity', 'correctness'],
      },
      'service-based': {
        label: 'service-based',
        summary: 'Two to eight deployables, each for one area of the business.',
        tradeOff:
          'Calls between the parts can fail and are slower than calls in a process, and every part has a pipeline, alerts and an owner.',
        revisitWhen:
          'one service is released by two teams, or services are always released together',
        patterns: [
          'microservices-architecture/service-boundaries',
          'microservices-architecture/service-communication',
        ],
        favors: ['change', 'compliance'],
      },
      microservices: {
        label: 'microservices',
        summary: 'Many small deployables, each with its own data and its own team.',
        tradeOff:
          'Each team moves alone, and pays for it with network failures, data that agrees only after a while, and a platform that somebody has to run.',
        revisitWhen: 'a change usually touches several services, or a team owns more than two',
        patterns: [
          'microservices-architecture/service-boundaries',
          'microservices-architecture/service-communication',
          'data-integration-patterns/database-per-service',
        ],
        favors: ['change', 'scale'],
      },
    },
  }),
  'sync-or-async': decision({
    number: 6,
    title: 'Sync or async',
    question: 'Does the caller wait until all the work is done?',
    simplestBecause: 'When the caller waits, it knows at once whether the work is done.',
    alternatives: {
      synchronous: {
        label: 'synchronous',
        summary: 'The caller waits and gets the result or the error.',
        tradeOff: 'The answer is as slow as its slowest step, and fails when any step fails.',
        revisitWhen:
          'a second part reacts to the same change, or a step takes more than two seconds',
        patterns: ['microservices-architecture/service-communication'],
      },
      'answer-then-work': {
        label: 'answer, then work',
        summary:
          'What must be right is written before the answer; the rest leaves as messages written in the same transaction (an outbox).',
        tradeOff:
          'The rest is done a little later, so each message needs retries, a dead-letter path and a receiver that tolerates duplicates.',
        revisitWhen:
          'nobody but the caller cares about the result any more, or users ask why they see old data',
        patterns: [
          'asynchronous-processing/background-jobs',
          'event-driven-architecture/message-patterns',
          'event-driven-architecture/dead-letter-queues',
        ],
        favors: ['speed', 'uptime', 'scale'],
      },
      'event-driven': {
        label: 'event-driven',
        summary: 'Parts publish what happened and others react; no caller waits for them.',
        tradeOff:
          'No single place shows a whole flow, and data agrees only after a while: tracing and idempotent receivers are not optional.',
        revisitWhen: 'an answer must contain the outcome of a reaction',
        patterns: [
          'event-driven-architecture/event-driven-microservices',
          'event-driven-architecture/pub-sub-patterns',
          'resilience-and-fault-tolerance/idempotency',
        ],
        favors: ['scale'],
      },
    },
  }),
} as const;
