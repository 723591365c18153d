import type { Answers } from '../../../src/wizard/model/answers.ts';
import { grown, messages, peak, team, twoServices } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

const isolated = { customers: { customers: 'isolated', customerCount: 30 } } as const;

/** Work that goes on after the answer, in one deployable. */
const later = { jobs: { longestJob: 'minutes' } } as const;

/** A flow that waits for people. */
const hours: Answers = { 'across-parts': { participants: 2, actionShape: ['lasts-hours'] } };

/** Data that may be a moment old. */
const late: Answers = { freshness: { freshness: 'seconds' } };

/** What customers share, where questions are answered, how messages leave and what runs behind. */
export const dataCases: readonly RuleCase[] = [
  {
    name: 'nobody is sure: one customer, one set of tables, nothing behind',
    answers: {},
    decisions: {
      tenancy: 'none',
      publishing: 'none',
      'read-side': 'same',
      'cross-service-query': 'join',
      'event-schema': 'tolerant-json',
      jobs: 'in-process',
      'long-operation': 'wait',
    },
  },
  {
    name: 'many customers share everything',
    answers: { customers: { customers: 'shared' } },
    decisions: { tenancy: 'pool' },
    parameters: { rowSecurity: 1, customerFromToken: 1, customerInEveryLayer: 1 },
    tensions: [],
  },
  {
    name: 'some customers are kept apart',
    answers: isolated,
    decisions: { tenancy: 'bridge' },
    parameters: { changesOneByOne: 1 },
    tensions: [],
  },
  {
    name: 'some are kept apart by law',
    answers: {
      ...isolated,
      team: team(12, 1),
      'data-kinds': { dataKinds: ['sensitive'] },
      priorities: { priorities: ['compliance', 'simplicity', 'speed'] },
    },
    decisions: { tenancy: 'silo' },
  },
  {
    name: 'the same for five people',
    answers: {
      ...isolated,
      'data-kinds': { dataKinds: ['sensitive'] },
      priorities: { priorities: ['compliance', 'simplicity', 'speed'] },
    },
    decisions: { tenancy: 'bridge' },
    tensions: ['tension/tenancy/apart-by-law'],
  },
  {
    name: 'the same without automatic deploys',
    answers: {
      ...isolated,
      team: team(12, 1),
      running: { running: [] },
      'data-kinds': { dataKinds: ['sensitive'] },
      priorities: { priorities: ['compliance', 'simplicity', 'speed'] },
    },
    decisions: { tenancy: 'bridge' },
    tensions: ['tension/tenancy/apart-by-law'],
  },
  {
    name: 'one customer who is counted twice',
    answers: { customers: { customers: 'one', customerCount: 40 } },
    decisions: { tenancy: 'none' },
    tensions: ['tension/one-customer-of-many'],
  },
  {
    name: 'many customers and nobody signs in',
    answers: {
      customers: { customers: 'shared', customerCount: 40 },
      'sign-in': { signIn: ['public'] },
      'data-kinds': { dataKinds: ['public'] },
    },
    decisions: { tenancy: 'pool', authentication: 'none' },
    tensions: ['tension/customers-without-sign-in'],
  },
  {
    name: 'jobs in a table are not published',
    answers: { ...later, messages: messages({ messagesPerSecond: 5 }) },
    decisions: { broker: 'job-table', publishing: 'none', jobs: 'database-queue' },
    parameters: { workersApart: 1, askAgainSeconds: 5, operationHours: 24 },
  },
  {
    name: 'messages between services leave through an outbox',
    answers: grown,
    decisions: { broker: 'queue', publishing: 'outbox-poller', jobs: 'broker-workers' },
    parameters: { outboxAgeSeconds: 60 },
  },
  {
    name: 'a thousand messages a second are read from the log of the database',
    answers: { ...grown, messages: messages({ messagesPerSecond: 1000 }) },
    decisions: { publishing: 'outbox-cdc' },
  },
  {
    name: 'the same for five people, simplicity first',
    answers: { ...twoServices, messages: messages({ messagesPerSecond: 1000 }) },
    decisions: { broker: 'queue', publishing: 'outbox-poller' },
  },
  {
    name: 'a thousand messages that nothing carries yet',
    answers: { team: team(8, 1), messages: messages({ messagesPerSecond: 1000 }) },
    decisions: { 'sync-or-async': 'synchronous', publishing: 'none' },
  },
  {
    name: 'an old system that cannot publish is read from its log',
    answers: { ...grown, 'start-from': { startFrom: 'monolith' } },
    decisions: { migration: 'strangler', publishing: 'outbox-cdc' },
  },
  {
    name: 'a busy system that is read ten times per write',
    answers: { ...late, team: team(8, 1), load: peak(2000) },
    decisions: { 'read-side': 'replica' },
  },
  {
    name: 'a busy system that has to be right at once',
    answers: { team: team(8, 1), load: peak(2000) },
    decisions: { 'read-side': 'same' },
  },
  {
    name: 'a system that is read a hundred times per write',
    answers: { ...late, team: team(8, 1), load: peak(200, 100) },
    decisions: { 'read-side': 'projection' },
    parameters: { viewsInTransaction: 1 },
  },
  {
    name: 'the same for five people, simplicity first',
    answers: { ...late, load: peak(200, 100) },
    decisions: { 'read-side': 'same' },
  },
  {
    name: 'very different screens, scale first',
    answers: {
      ...late,
      team: team(8, 1),
      clients: { clients: ['web', 'mobile'], clientNeeds: 'very-different' },
      priorities: { priorities: ['scale', 'speed', 'uptime'] },
    },
    decisions: { 'read-side': 'projection' },
  },
  {
    name: 'a list of millions, speed first',
    answers: {
      ...late,
      team: team(8, 1),
      upgrades: { listLength: 'more' },
      priorities: { priorities: ['speed', 'scale', 'uptime'] },
    },
    decisions: { 'read-side': 'projection' },
  },
  {
    name: 'read by everybody, and never old',
    answers: { team: team(8, 1), load: peak(2000, 100) },
    decisions: { 'read-side': 'same' },
    tensions: ['tension/read-mostly-and-always-right'],
  },
  {
    name: 'history that must be provable and is read again',
    answers: {
      team: team(8, 1),
      'data-kinds': { dataKinds: ['personal', 'provable'] },
      messages: messages({ messageNeeds: ['replay'] }),
    },
    decisions: { 'read-side': 'event-sourcing' },
    parameters: { keyPerPerson: 1, viewsInTransaction: 1, appendOnlyEvents: 1 },
  },
  {
    name: 'the same for five people, simplicity first',
    answers: {
      'data-kinds': { dataKinds: ['personal', 'provable'] },
      messages: messages({ messageNeeds: ['replay'] }),
    },
    decisions: { 'read-side': 'same' },
    parameters: { auditTable: 1 },
  },
  {
    name: 'the same for five people, compliance first',
    answers: {
      'data-kinds': { dataKinds: ['provable'] },
      messages: messages({ messageNeeds: ['replay'] }),
      priorities: { priorities: ['compliance', 'simplicity', 'speed'] },
    },
    decisions: { 'read-side': 'event-sourcing' },
    tensions: ['tension/history-with-few'],
  },
  {
    name: 'a mere audit log',
    answers: { team: team(8, 1), 'data-kinds': { dataKinds: ['personal', 'provable'] } },
    decisions: { 'read-side': 'same' },
    parameters: { auditTable: 1 },
  },
  {
    name: 'databases apart are asked one after the other',
    answers: grown,
    decisions: { 'data-ownership': 'database-per-service', 'cross-service-query': 'composition' },
  },
  {
    name: 'at 99.95 % a copy does not fall with the others',
    answers: { ...grown, availability: { availability: '99.95' } },
    decisions: { 'cross-service-query': 'materialized-view' },
  },
  {
    name: 'at 99.95 % one database is joined as before',
    answers: { availability: { availability: '99.95' } },
    decisions: { 'cross-service-query': 'join' },
  },
  {
    name: 'at 99.95 % nothing is copied that must be right at once',
    answers: {
      ...grown,
      freshness: { freshness: 'at-once' },
      availability: { availability: '99.95' },
    },
    decisions: {
      'data-ownership': 'database-per-service',
      'cross-service-query': 'composition',
    },
  },
  {
    name: 'screens that are read a hundred times per write, speed first',
    answers: {
      ...grown,
      load: peak(50, 100),
      priorities: { priorities: ['speed', 'scale', 'uptime'] },
    },
    decisions: { 'cross-service-query': 'materialized-view' },
  },
  {
    name: 'four teams and a log: forms are registered',
    answers: {
      ...grown,
      messages: messages({ messageNeeds: ['answer-now', 'replay'], messagesPerSecond: 200 }),
    },
    decisions: { broker: 'log', 'event-schema': 'registry' },
  },
  {
    name: 'two teams and a log: examples are enough, simplicity first',
    answers: {
      team: team(6, 2),
      ...later,
      messages: messages({ messageNeeds: ['answer-now', 'replay'], messagesPerSecond: 200 }),
    },
    decisions: { broker: 'log', 'event-schema': 'tolerant-json' },
  },
  {
    name: 'two teams and a log, correctness first',
    answers: {
      team: team(6, 2),
      ...later,
      messages: messages({ messageNeeds: ['answer-now', 'replay'], messagesPerSecond: 200 }),
      priorities: { priorities: ['correctness', 'speed', 'uptime'] },
    },
    decisions: { broker: 'log', 'event-schema': 'registry' },
  },
  {
    name: 'five people and a log, correctness first',
    answers: {
      ...later,
      messages: messages({ messageNeeds: ['answer-now', 'replay'], messagesPerSecond: 200 }),
      priorities: { priorities: ['correctness', 'speed', 'uptime'] },
    },
    decisions: { broker: 'log', 'event-schema': 'tolerant-json' },
    tensions: ['tension/log-with-few'],
  },
  {
    name: 'four teams and a queue, change first',
    answers: { ...grown, priorities: { priorities: ['speed', 'uptime', 'scale'] } },
    decisions: { broker: 'queue', 'event-schema': 'registry' },
  },
  {
    name: 'five readers in one team, scale first',
    answers: {
      team: team(6, 1),
      ...later,
      messages: messages({ reactors: 5, messagesPerSecond: 200 }),
      priorities: { priorities: ['scale', 'speed', 'uptime'] },
    },
    decisions: { broker: 'queue', 'event-schema': 'registry' },
  },
  {
    name: 'one reader and a history to prove, compliance first',
    answers: {
      team: team(6, 1),
      ...later,
      'data-kinds': { dataKinds: ['provable'] },
      messages: messages({ messagesPerSecond: 200 }),
      priorities: { priorities: ['compliance', 'speed', 'uptime'] },
    },
    decisions: { broker: 'queue', 'event-schema': 'registry' },
  },
  {
    name: 'three teams that share a database and wait have nothing to register',
    answers: {
      team: team(12, 3),
      'data-kinds': { dataKinds: ['provable'] },
    },
    decisions: { 'sync-or-async': 'synchronous', 'event-schema': 'tolerant-json' },
  },
  {
    name: 'something runs every night',
    answers: { jobs: { longestJob: 'under-1s', schedules: 'some' } },
    decisions: { 'sync-or-async': 'synchronous', jobs: 'database-queue' },
    parameters: { scheduleLock: 1 },
  },
  {
    name: 'jobs of hours in one deployable, scale first',
    answers: {
      jobs: { longestJob: 'hours' },
      priorities: { priorities: ['scale', 'uptime', 'speed'] },
    },
    decisions: { broker: 'job-table', jobs: 'database-queue', 'long-operation': 'status' },
    parameters: { checkpointMinutes: 5, workersApart: 1 },
  },
  {
    name: 'a flow of hours in one deployable, for eight people',
    answers: { ...hours, team: team(8, 1) },
    decisions: {
      'sync-or-async': 'answer-then-work',
      jobs: 'durable-workflow',
      'long-operation': 'status',
    },
  },
  {
    name: 'a flow of hours in one deployable, for five',
    answers: hours,
    decisions: { jobs: 'database-queue' },
  },
  {
    name: 'a flow of six steps within one database',
    answers: { ...later, team: team(8, 1), 'across-parts': { participants: 6, actionShape: [] } },
    decisions: { transactions: 'local-acid', jobs: 'database-queue' },
  },
  {
    name: 'a flow of six steps across services',
    answers: { ...grown, 'across-parts': { participants: 6, actionShape: [] } },
    decisions: { transactions: 'orchestrated-saga', jobs: 'durable-workflow' },
  },
  {
    name: 'a report of minutes for partners who are notified anyway',
    answers: {
      ...later,
      clients: { clients: ['partners'], clientNeeds: 'same' },
      interaction: { interaction: ['notify'] },
    },
    decisions: { outbound: 'webhooks', 'long-operation': 'status-and-webhook' },
  },
  {
    name: 'a report of minutes for partners who are not',
    answers: { ...later, clients: { clients: ['partners'], clientNeeds: 'same' } },
    decisions: { outbound: 'none', 'long-operation': 'status' },
  },
  {
    name: 'an import that somebody watches',
    answers: { interaction: { interaction: ['bulk'] } },
    decisions: { 'long-operation': 'status' },
  },
];
