import { decision } from './decision-kinds.ts';

/** Who owns the data, how changes stay whole and how messages travel. */
export const dataDecisions = {
  'data-ownership': decision({
    number: 14,
    title: 'Data ownership',
    question: 'Which part may write which data?',
    simplestBecause:
      'One database with a schema for each module keeps joins and transactions, and still shows who owns a table.',
    alternatives: {
      'schema-per-module': {
        label: 'one database, a schema per module',
        summary:
          'One database; each module has its own schema and its own login, and asks others through code.',
        tradeOff:
          'All modules share one database, so its load, its upgrades and its outages are shared too.',
        revisitWhen:
          'a module becomes a deployable of its own, or one schema uses most of the database',
        patterns: [
          'data-integration-patterns/data-access-layer',
          'data-integration-patterns/connection-pooling',
        ],
        favors: ['simplicity', 'correctness'],
      },
      'shared-with-exit': {
        label: 'shared database with a dated exit',
        summary:
          'You keep reading and writing tables that others own, behind views, until an agreed date.',
        tradeOff:
          'Neither side can change a table without asking the other until the exit is done.',
        revisitWhen: 'the agreed date comes, or the other side changes a table without asking',
        patterns: ['data-integration-patterns/shared-database'],
      },
      'database-per-service': {
        label: 'a database per service',
        summary: 'Each service has a database that no other service can reach.',
        tradeOff:
          'No joins and no transactions across services, and more databases to back up, upgrade and pay for.',
        revisitWhen: 'two services always change together, which means they are one',
        patterns: [
          'data-integration-patterns/database-per-service',
          'data-integration-patterns/data-consistency',
        ],
        favors: ['change', 'scale', 'uptime', 'compliance'],
      },
    },
  }),
  transactions: decision({
    number: 16,
    title: 'Transactions',
    question: 'How does one action stay whole when it changes several things?',
    simplestBecause:
      'One transaction in one database is undone by the database itself when a step fails.',
    alternatives: {
      'local-acid': {
        label: 'local transaction',
        summary: 'All changes of one action stand in one database transaction.',
        tradeOff:
          'Everything that must change together has to live in the same deployable and the same database.',
        revisitWhen: 'an action has to change data of two deployables',
        patterns: ['data-integration-patterns/database-transaction-management'],
      },
      'choreographed-saga': {
        label: 'choreographed saga',
        summary:
          'Each service does its step in its own transaction, and the event that it publishes starts the next one.',
        tradeOff:
          'No single place knows the whole flow, and each step needs an undo step that you write and test.',
        revisitWhen: 'a fourth service joins, or the flow branches',
        patterns: [
          'microservices-architecture/saga-pattern',
          'resilience-and-fault-tolerance/compensation',
        ],
        favors: ['simplicity', 'change'],
      },
      'orchestrated-saga': {
        label: 'orchestrated saga',
        summary:
          'One process tells each service its step, remembers how far it got and undoes the steps when one fails.',
        tradeOff:
          'The orchestrator is one more thing to run, and each step still needs an undo step.',
        revisitWhen: 'the flow shrinks to three steps in a line',
        patterns: [
          'microservices-architecture/saga-pattern',
          'resilience-and-fault-tolerance/compensation',
        ],
        favors: ['correctness', 'compliance'],
      },
    },
  }),
  broker: decision({
    number: 20,
    title: 'Broker',
    question: 'What carries work and messages from one part to another?',
    simplestBecause:
      'A table of jobs commits together with the data it is about, and needs nothing that you do not run already.',
    alternatives: {
      'job-table': {
        label: 'job table',
        summary:
          'Rows in your own database that a worker claims with SKIP LOCKED; none are needed until something has to happen later.',
        tradeOff:
          'Polling costs the database some load, and another deployable cannot read it without sharing the database.',
        revisitWhen: 'about 100 messages a second, or a second deployable that has to read them',
        patterns: [
          'asynchronous-processing/background-jobs',
          'asynchronous-processing/task-processing',
        ],
        favors: ['simplicity', 'correctness'],
      },
      queue: {
        label: 'message queue',
        summary:
          'A managed queue: each message goes to one worker, is retried, and ends in a dead-letter queue.',
        tradeOff: 'A message is delivered at least once, so receivers have to tolerate duplicates.',
        revisitWhen: 'several parts need the same message, or old messages have to be read again',
        patterns: [
          'event-driven-architecture/message-queues',
          'event-driven-architecture/dead-letter-queues',
        ],
        favors: ['scale', 'uptime'],
      },
      'routing-broker': {
        label: 'routing broker',
        summary: 'A broker copies each message to the queues of all who subscribed to its topic.',
        tradeOff: 'Topics and bindings are a design of their own, and a consumed message is gone.',
        revisitWhen: 'old messages have to be read again, or only one part still subscribes',
        patterns: [
          'event-driven-architecture/pub-sub-patterns',
          'event-driven-architecture/event-routing',
        ],
      },
      log: {
        label: 'event log',
        summary:
          'Messages stay in ordered partitions, and each reader keeps its own place and can go back.',
        tradeOff:
          'Partitions, retention and reader lag are yours to run, and one bad message stops its partition.',
        revisitWhen: 'nobody reads old messages and the rate is low',
        patterns: ['event-driven-architecture/event-streaming'],
        favors: ['scale', 'compliance'],
      },
    },
  }),
} as const;
