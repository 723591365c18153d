import { all, chosen, is, reaches, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 14: which part may write which data. */
export const dataOwnershipRules = rulesFor('data-ownership', [
  {
    id: 'data-ownership/one-deployable',
    when: chosen('style', 'modular-monolith'),
    effect: { kind: 'veto', alternatives: ['database-per-service'] },
    because:
      'There is one deployable, so several databases would only take joins and transactions away from it.',
    tag: 'F',
  },
  {
    id: 'data-ownership/microservices',
    when: chosen('style', 'microservices'),
    effect: { kind: 'require', alternative: 'database-per-service' },
    because:
      'Services that share tables have to be released together; a database for each is what makes them independent.',
    tag: 'S',
    source: sources.microservices,
    pattern: 'data-integration-patterns/database-per-service',
  },
  {
    id: 'data-ownership/part-of-a-system',
    when: is('startFrom', 'part'),
    effect: { kind: 'score', points: { 'shared-with-exit': 3 } },
    because:
      'You build one part of a larger system, and the tables that you need belong to others.',
    tag: 'C',
    pattern: 'data-integration-patterns/shared-database',
  },
  {
    id: 'data-ownership/out-of-a-monolith',
    when: all(is('startFrom', 'monolith'), chosen('style', 'service-based')),
    effect: { kind: 'score', points: { 'shared-with-exit': 3 } },
    because:
      'While you cut services out of the monolith, both read the same tables for a time; a date ends it.',
    tag: 'C',
    pattern: 'microservices-architecture/strangler-pattern',
  },
  {
    id: 'data-ownership/own-compliance',
    when: is('parts', 'own-compliance'),
    effect: { kind: 'score', points: { 'database-per-service': 3 } },
    because:
      'One part is under rules of its own; in its own database fewer people and programs can reach that data.',
    tag: 'F',
  },
  {
    id: 'data-ownership/load-difference',
    when: is('parts', 'load-difference'),
    effect: { kind: 'score', points: { 'database-per-service': 2 } },
    because:
      'One part carries ten times the load, and in a shared database it would slow down all the others.',
    tag: 'F',
  },
  {
    id: 'data-ownership/three-teams',
    when: reaches('fullTeams', 3),
    effect: { kind: 'score', points: { 'database-per-service': 2 } },
    because: 'You have {fullTeams}, and every change to a shared table is a meeting.',
    tag: 'F',
  },
  {
    id: 'data-ownership/six-teams',
    when: reaches('fullTeams', 6),
    effect: { kind: 'score', points: { 'database-per-service': 2 } },
    because:
      'You have {fullTeams}, and one database for all of them is one queue for every upgrade and one outage for everybody.',
    tag: 'C',
  },
  {
    id: 'data-ownership/services-exist',
    when: is('startFrom', 'services'),
    effect: { kind: 'score', points: { 'database-per-service': 2 } },
    because:
      'Your services run already, and tables that they share would tie their releases together.',
    tag: 'C',
    pattern: 'data-integration-patterns/database-per-service',
  },
  {
    id: 'data-ownership/at-once',
    when: is('freshness', 'at-once'),
    effect: { kind: 'score', points: { 'database-per-service': -2 } },
    because:
      'Your data has to be {freshness}, and only within one database can several changes become visible together.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-consistency',
    revisitWhen: 'data of one part may reach another a few seconds later',
  },
]);
