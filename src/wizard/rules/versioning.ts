import { all, any, atLeast, below, chosen, is, not, rulesFor } from './rule.ts';

/** Clients that somebody else installs or builds. */
const outOfYourHands = is('clients', 'mobile', 'partners', 'devices');
const sameDay = is('clientUpgrade', 'same-day');

/** Decision 32: how the API changes without breaking its clients. */
export const versioningRules = rulesFor('versioning', [
  {
    id: 'versioning/same-day',
    when: sameDay,
    effect: { kind: 'veto', alternatives: ['url-major', 'header'] },
    because:
      'Every client follows on {clientUpgrade}, so an old version would have nobody who calls it.',
    tag: 'F',
    pattern: 'api-design-and-patterns/api-versioning',
    revisitWhen: 'a client comes that you do not release yourself',
  },
  {
    id: 'versioning/graph',
    when: chosen('public-api', 'graphql'),
    effect: { kind: 'veto', alternatives: ['url-major', 'header'] },
    because:
      'A GraphQL schema grows field by field: an old field is marked as deprecated, and you see who still asks for it.',
    tag: 'F',
    pattern: 'api-contract-and-documentation/graphql-schema',
  },
  {
    id: 'versioning/out-of-your-hands',
    when: outOfYourHands,
    effect: { kind: 'score', points: { 'url-major': 3, header: 2 } },
    because:
      'Some clients are installed or built by others, so two versions will be called at the same time.',
    tag: 'F',
    pattern: 'api-design-and-patterns/api-versioning',
  },
  {
    id: 'versioning/never',
    when: all(is('clientUpgrade', 'never'), any(outOfYourHands, is('clients', 'internal'))),
    effect: { kind: 'score', points: { 'url-major': 1, header: 3 } },
    because:
      'The slowest client follows on {clientUpgrade}; with a dated version, each keeps what it was written for.',
    tag: 'C',
    pattern: 'api-design-and-patterns/api-versioning',
  },
  {
    id: 'versioning/paid',
    when: is('exposure', 'quotas'),
    effect: { kind: 'score', points: { 'url-major': 2, header: 2 } },
    because: 'Customers pay for the API, and a contract names the version that they pay for.',
    tag: 'C',
  },
  {
    id: 'versioning/few-engineers',
    when: below('engineers', 10),
    effect: { kind: 'score', points: { header: -3 } },
    because:
      'Each dated version is a translation to keep and test for years, and you have {engineers}.',
    tag: 'C',
  },
  {
    id: 'versioning/check',
    when: all(),
    effect: { kind: 'parameter', name: 'contractCheck', value: 1 },
    because: 'Nobody sees in a review that a field has become required.',
    tag: 'F',
    pattern: 'api-contract-and-documentation/contract-testing',
  },
  {
    id: 'versioning/notice',
    when: not(sameDay),
    effect: {
      kind: 'parameter',
      name: 'deprecationMonths',
      value: 6,
      for: ['url-major', 'header'],
    },
    because: 'Others have to plan the work before they can do it.',
    tag: 'C',
    pattern: 'api-design-and-patterns/api-versioning',
  },
  {
    id: 'versioning/long-notice',
    when: atLeast('clientUpgrade', 'never'),
    effect: {
      kind: 'parameter',
      name: 'deprecationMonths',
      value: 24,
      for: ['url-major', 'header'],
    },
    because: 'Where clients follow when they like, a year is over before the first has noticed.',
    tag: 'C',
    pattern: 'api-design-and-patterns/api-versioning',
  },
]);
