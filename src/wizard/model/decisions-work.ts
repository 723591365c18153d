import { decision } from './decision-kinds.ts';

/** Work that takes longer than a request should. */
export const workDecisions = {
  jobs: decision({
    number: 22,
    title: 'Jobs',
    question: 'What runs work that nobody waits for?',
    simplestBecause: 'All work fits into a request, and there is nothing to run beside it.',
    alternatives: {
      'in-process': {
        label: 'in the process',
        summary: 'Work is done within the request; nothing runs behind it.',
        tradeOff: 'Whatever is not finished when the process stops is gone.',
        revisitWhen: 'work has to survive a restart, or runs at a set time',
        patterns: ['performance-optimization/async-operations'],
        favors: ['simplicity', 'speed'],
      },
      'database-queue': {
        label: 'queue in the database',
        summary:
          'A job is a row; workers of the same deployable claim rows with SKIP LOCKED, repeat what fails and keep what keeps failing.',
        tradeOff: 'Jobs and requests share one database, and each poll is a query.',
        revisitWhen: 'about 100 jobs a second, or a second deployable has to take them',
        patterns: [
          'asynchronous-processing/background-jobs',
          'asynchronous-processing/task-processing',
          'asynchronous-processing/job-retry',
        ],
        favors: ['simplicity', 'correctness'],
      },
      'broker-workers': {
        label: 'workers behind a broker',
        summary:
          'Jobs travel through the broker to workers that are started, stopped and scaled apart from the API.',
        tradeOff:
          'A job can come twice, its state has to be kept somewhere else, and workers are one more thing to release.',
        revisitWhen: 'one worker is enough, or a flow of several steps has to be followed',
        patterns: [
          'asynchronous-processing/task-processing',
          'event-driven-architecture/message-queues',
          'asynchronous-processing/job-retry',
        ],
        favors: ['scale', 'uptime'],
      },
      'durable-workflow': {
        label: 'durable workflow',
        summary:
          'An engine keeps each flow’s state after every step, waits for days at no cost, and goes on where it was after a crash.',
        tradeOff:
          'The engine is a system of its own, and code of a running flow may change only in ways that old flows survive.',
        revisitWhen: 'flows are short and straight again',
        patterns: [
          'asynchronous-processing/long-running-operations',
          'microservices-architecture/saga-pattern',
        ],
        favors: ['correctness', 'compliance'],
      },
    },
  }),
  'long-operation': decision({
    number: 23,
    title: 'Long operations',
    question: 'What does a client get while its work is still running?',
    simplestBecause: 'Your longest job takes {longestJob}, so the client can wait for it.',
    alternatives: {
      wait: {
        label: 'the client waits',
        summary: 'The answer comes when the work is done, within the time that was promised.',
        tradeOff: 'A connection and a worker are busy for as long as the work takes.',
        revisitWhen: 'an operation takes more than about two seconds',
        patterns: [
          'resilience-and-fault-tolerance/timeout-management',
          'api-design-and-patterns/restful-apis',
        ],
        favors: ['simplicity'],
      },
      status: {
        label: '202 and a status to ask for',
        summary:
          'The answer is 202 with the address of an operation; the client asks there how far it is and finds the result or the error.',
        tradeOff:
          'Operations have to be kept, expired and protected like any other resource, and clients ask more often than needed.',
        revisitWhen: 'nothing takes longer than two seconds any more, or programs wait for hours',
        patterns: [
          'asynchronous-processing/long-running-operations',
          'asynchronous-processing/progress-tracking',
        ],
        favors: ['simplicity', 'speed'],
      },
      'status-and-webhook': {
        label: '202, status and a webhook',
        summary:
          'As with a status, and the operation’s end is also sent to an address that the client gave.',
        tradeOff:
          'Everything that webhooks cost, and clients must still be able to ask, since a notice can be lost.',
        revisitWhen: 'no program waits for the result any more',
        patterns: [
          'asynchronous-processing/long-running-operations',
          'api-design-and-patterns/webhook-patterns',
        ],
        favors: ['uptime'],
      },
    },
  }),
} as const;
