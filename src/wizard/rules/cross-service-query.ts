import { all, any, atLeast, chosen, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

const databasesApart = chosen('data-ownership', 'database-per-service');

/** Decision 19: how a question is answered that needs data of several parts. */
export const crossServiceQueryRules = rulesFor('cross-service-query', [
  {
    id: 'cross-service-query/one-database',
    when: not(databasesApart),
    effect: { kind: 'veto', alternatives: ['composition', 'materialized-view'] },
    because:
      'All parts are in one database, and a join over the views that they publish is right, quick and already there.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-access-layer',
    revisitWhen: 'a part gets a database of its own',
  },
  {
    id: 'cross-service-query/no-calls',
    when: chosen('sync-or-async', 'event-driven'),
    effect: { kind: 'veto', alternatives: ['composition'] },
    because: 'Parts do not call each other, so nobody can be asked while an answer waits.',
    tag: 'F',
  },
  {
    id: 'cross-service-query/at-once',
    when: all(is('freshness', 'at-once'), not(chosen('sync-or-async', 'event-driven'))),
    effect: { kind: 'veto', alternatives: ['materialized-view'] },
    because: 'Your data has to be {freshness}, and a copy of another part’s data is a moment old.',
    tag: 'F',
    pattern: 'data-integration-patterns/data-consistency',
    revisitWhen: 'what is shown may be a few seconds old',
  },
  {
    id: 'cross-service-query/databases-apart',
    when: databasesApart,
    effect: { kind: 'score', points: { composition: 3, 'materialized-view': 3 } },
    because: 'Each service has its own database, so no join reaches two of them.',
    tag: 'F',
    pattern: 'data-integration-patterns/api-composition',
  },
  {
    id: 'cross-service-query/all-must-be-up',
    when: atLeast('availability', '99.95'),
    effect: { kind: 'score', points: { 'materialized-view': 3 } },
    because:
      'An answer that is put together needs all of its parts to be up, which takes from {availability}; a copy does not.',
    tag: 'S',
    source: designSources.apiComposition,
    pattern: 'data-integration-patterns/event-driven-data-sync',
  },
  {
    id: 'cross-service-query/read-mostly',
    when: any(atLeast('readsPerWrite', 100), is('listLength', 'more')),
    effect: { kind: 'score', points: { 'materialized-view': 2 } },
    because:
      'You have {readsPerWrite} and lists of {listLength}: fetching and sorting that from several services for every read costs more than keeping a copy.',
    tag: 'C',
    pattern: 'data-integration-patterns/cqrs-integration',
  },
]);
