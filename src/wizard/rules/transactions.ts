import { all, any, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 16: how an action stays whole. */
export const transactionRules = rulesFor('transactions', [
  {
    id: 'transactions/one-database',
    when: chosen('data-ownership', 'schema-per-module', 'shared-with-exit'),
    effect: { kind: 'veto', alternatives: ['choreographed-saga', 'orchestrated-saga'] },
    because:
      'All data is in one database, whose own transaction does the job; a saga would be slower and less safe.',
    tag: 'F',
    pattern: 'data-integration-patterns/database-transaction-management',
    revisitWhen: 'an action has to change data in two databases',
  },
  {
    id: 'transactions/short-line',
    when: all(
      atLeast('participants', 2),
      below('participants', 4),
      not(is('actionShape', 'branches', 'lasts-hours')),
    ),
    effect: { kind: 'score', alternatives: ['choreographed-saga'], points: 3 },
    because: 'You have {participants} in {actionShape}, few enough to follow without a conductor.',
    tag: 'S',
    source: sources.saga,
    pattern: 'microservices-architecture/saga-pattern',
  },
  {
    id: 'transactions/many-or-branching',
    when: all(
      atLeast('participants', 2),
      any(atLeast('participants', 4), is('actionShape', 'branches', 'lasts-hours')),
    ),
    effect: { kind: 'score', alternatives: ['orchestrated-saga'], points: 3 },
    because:
      'You have {participants} in {actionShape}: one process has to know how far each flow got, or nobody does.',
    tag: 'S',
    source: sources.saga,
    pattern: 'microservices-architecture/saga-pattern',
  },
]);
