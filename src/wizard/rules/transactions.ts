import { actionAcrossDeployables } from './conditions.ts';
import { all, any, atLeast, chosen, is, not, rulesFor } from './rule.ts';
import { sources } from './sources.ts';

/** Decision 16: how an action stays whole. */
export const transactionRules = rulesFor('transactions', [
  {
    id: 'transactions/one-deployable',
    when: not(actionAcrossDeployables),
    effect: { kind: 'veto', alternatives: ['choreographed-saga', 'orchestrated-saga'] },
    because:
      'An action changes data of one deployable only, so the transaction of its own database does the job; a saga would be slower and less safe.',
    tag: 'F',
    pattern: 'data-integration-patterns/database-transaction-management',
    revisitWhen: 'an action has to change data of two deployables',
  },
  {
    id: 'transactions/across-deployables',
    when: atLeast('participants', 2),
    effect: { kind: 'score', points: { 'choreographed-saga': 3, 'orchestrated-saga': 3 } },
    because:
      'You have {participants}, released apart; no transaction reaches into another deployable, so each step is a transaction of its own, with an undo step.',
    tag: 'F',
    pattern: 'microservices-architecture/saga-pattern',
  },
  {
    id: 'transactions/no-events',
    when: chosen('sync-or-async', 'synchronous'),
    effect: { kind: 'veto', alternatives: ['choreographed-saga'] },
    because:
      'Callers wait for their answers and nothing travels as a message, so no event can start the next step.',
    tag: 'F',
    revisitWhen: 'steps may be finished after the answer',
  },
  {
    id: 'transactions/many-or-branching',
    when: all(
      actionAcrossDeployables,
      any(atLeast('participants', 4), is('actionShape', 'branches', 'lasts-hours')),
    ),
    effect: { kind: 'score', points: { 'orchestrated-saga': 3 } },
    because:
      'You have {participants} in {actionShape}: one process has to know how far each flow got, or nobody does.',
    tag: 'S',
    source: sources.saga,
    pattern: 'microservices-architecture/saga-pattern',
  },
  {
    id: 'transactions/must-be-provable',
    when: all(
      actionAcrossDeployables,
      any(is('dataKinds', 'provable'), is('priorities', 'correctness')),
    ),
    effect: { kind: 'score', points: { 'orchestrated-saga': 3 } },
    because:
      'Correctness matters most or has to be proven, and one process that records each step can show how far an action got and what was undone.',
    tag: 'C',
    pattern: 'microservices-architecture/saga-pattern',
  },
]);
