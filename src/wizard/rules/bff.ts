import { all, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

/** Decision 11: whether each kind of client gets a backend of its own. */
export const bffRules = rulesFor('bff', [
  {
    id: 'bff/clients-alike',
    when: not(all(atLeast('clients', 2), is('clientNeeds', 'very-different'))),
    effect: { kind: 'veto', alternatives: ['per-client'] },
    because:
      'A backend for each client pays only where two kinds of client need very different data; otherwise both would return the same.',
    tag: 'C',
    revisitWhen: 'a second kind of client needs very different data',
  },
  {
    id: 'bff/graph',
    when: chosen('public-api', 'graphql'),
    effect: { kind: 'veto', alternatives: ['per-client'] },
    because: 'With GraphQL each client already takes exactly the fields that its screen shows.',
    tag: 'F',
    pattern: 'api-design-and-patterns/graphql-apis',
  },
  {
    id: 'bff/very-different',
    when: is('clientNeeds', 'very-different'),
    effect: { kind: 'score', points: { 'per-client': 3 } },
    because:
      'Your clients need {clientNeeds}; in one API their wishes pull in opposite directions.',
    tag: 'S',
    source: designSources.backendsForFrontends,
    pattern: 'microservices-architecture/backend-for-frontend',
  },
  {
    id: 'bff/few-engineers',
    when: below('engineers', 5),
    effect: { kind: 'score', points: { 'per-client': -2 } },
    because: 'You have {engineers}, and each such backend is one more thing to release and watch.',
    tag: 'C',
  },
]);
