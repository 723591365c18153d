import { decision } from './decision-kinds.ts';

/** How customers share the system, and how data is read where one table is not enough. */
export const sharingDecisions = {
  tenancy: decision({
    number: 15,
    title: 'Tenancy',
    question: 'What do customers share, and what does each have alone?',
    simplestBecause: 'There is {customers}, so nobody has to be kept apart from anybody.',
    alternatives: {
      none: {
        label: 'one customer',
        summary: 'All data belongs to one customer, or to the public; no row names its owner.',
        tradeOff: 'A second customer means a second installation, or a column in every table.',
        revisitWhen: 'a second customer is in sight',
        patterns: ['data-integration-patterns/data-access-layer'],
        favors: ['simplicity'],
      },
      pool: {
        label: 'pool with row security',
        summary:
          'Deployables and tables are shared; each row names its customer, and row security in the database lets a request see only its own.',
        tradeOff:
          'One customer’s load is felt by all, and a single restore of one customer is hand work.',
        revisitWhen:
          'a customer demands a database of its own, or one customer makes up half of the load',
        patterns: [
          'data-integration-patterns/shared-database',
          'authentication-and-authorization/abac',
        ],
        favors: ['simplicity', 'scale'],
      },
      bridge: {
        label: 'shared system, own database for some',
        summary:
          'All customers share the deployables; those who need it have a database of their own, and a table says which customer is where.',
        tradeOff:
          'Every change of the schema runs as often as there are databases, and connections have to be opened per database.',
        revisitWhen:
          'an isolated customer needs a place, a time of release or a version of its own',
        patterns: [
          'data-integration-patterns/data-access-layer',
          'deployment-and-operations/database-migrations',
          'data-integration-patterns/connection-pooling',
        ],
        favors: ['change', 'simplicity'],
      },
      silo: {
        label: 'own system for some',
        summary:
          'The many share one system; each isolated customer has deployables, database, keys and alerts of its own, made from the same template.',
        tradeOff:
          'Each isolated customer costs a whole system to run, and a release is done as often as there are systems.',
        revisitWhen: 'nobody is left who demands it, or there are more than a few dozen of them',
        patterns: [
          'data-integration-patterns/database-per-service',
          'deployment-and-operations/configuration-management',
          'security-patterns/secrets-management',
        ],
        favors: ['compliance', 'uptime'],
      },
    },
  }),
  'read-side': decision({
    number: 18,
    title: 'Read side',
    question: 'Are questions answered from the same data that is written?',
    simplestBecause:
      'Reading the tables that are written is always right, and there is nothing to keep in step.',
    alternatives: {
      same: {
        label: 'the same tables',
        summary: 'Reads and writes use the same tables, with indexes for both.',
        tradeOff: 'Heavy reads slow down writes, and a screen is limited to what a query can join.',
        revisitWhen: 'reads take most of the database, or a screen needs another shape of the data',
        patterns: [
          'performance-optimization/query-optimization',
          'data-integration-patterns/data-access-layer',
        ],
        favors: ['simplicity', 'correctness'],
      },
      replica: {
        label: 'read replica',
        summary:
          'A copy of the database that follows it answers what may be a moment old; who has just written reads from the original.',
        tradeOff:
          'The copy lags, by seconds on a bad day, and each query has to be told where it may go.',
        revisitWhen: 'the same questions need another shape, or the lag is noticed',
        patterns: [
          'performance-optimization/database-optimization',
          'data-integration-patterns/data-consistency',
        ],
        favors: ['scale', 'uptime'],
      },
      projection: {
        label: 'projection',
        summary:
          'A second set of tables or a search index, in the shape that screens need, is kept up from what is published after each write.',
        tradeOff:
          'It is right a moment later, has to be rebuilt when its shape changes, and somebody has to watch how far it is behind.',
        revisitWhen: 'the screens could be answered by an index on the original tables',
        patterns: ['microservices-architecture/cqrs', 'data-integration-patterns/cqrs-integration'],
        favors: ['speed', 'scale'],
      },
      'event-sourcing': {
        label: 'event sourcing',
        summary:
          'What happened is the data: events are only added, and every present state is computed from them.',
        tradeOff:
          'Old events stay readable forever, every screen is a projection, and deleting a person’s data needs a key that can be thrown away.',
        revisitWhen: 'nobody has asked for an earlier state in a year',
        patterns: ['event-driven-architecture/event-sourcing', 'microservices-architecture/cqrs'],
        favors: ['correctness', 'compliance'],
      },
    },
  }),
  'cross-service-query': decision({
    number: 19,
    title: 'Queries across parts',
    question: 'How is a question answered that needs data of several parts?',
    simplestBecause: 'All data is in one database, so a query joins what it needs.',
    alternatives: {
      join: {
        label: 'join',
        summary: 'One query over views that the parts publish; nobody joins their inner tables.',
        tradeOff: 'The views are a contract, and all parts have to stay in one database.',
        revisitWhen: 'a part gets a database of its own',
        patterns: [
          'data-integration-patterns/data-access-layer',
          'performance-optimization/query-optimization',
        ],
        favors: ['simplicity', 'correctness'],
      },
      composition: {
        label: 'composition',
        summary:
          'One part asks the others at the same time, each for many keys in one call, and puts the answers together.',
        tradeOff:
          'It is as slow as the slowest, and somebody has to decide what is shown while one is down.',
        revisitWhen:
          'it takes more than three calls, or lists have to be sorted by another part’s data',
        patterns: [
          'data-integration-patterns/api-composition',
          'resilience-and-fault-tolerance/graceful-degradation',
        ],
        favors: ['simplicity', 'correctness'],
      },
      'materialized-view': {
        label: 'materialized view',
        summary:
          'The part that asks keeps its own copy of what it needs, built from the events of the others.',
        tradeOff:
          'The copy is a moment old, is kept up by code of its own, and has to be rebuilt from the start now and then.',
        revisitWhen: 'the copy is wrong more often than the other part is down',
        patterns: [
          'data-integration-patterns/event-driven-data-sync',
          'data-integration-patterns/cqrs-integration',
        ],
        favors: ['speed', 'uptime', 'scale'],
      },
    },
  }),
} as const;
