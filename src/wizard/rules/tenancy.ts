import { all, any, atLeast, below, is, not, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

const manyCustomers = atLeast('customers', 'shared');

/** Decision 15: what customers share, and what each has alone. */
export const tenancyRules = rulesFor('tenancy', [
  {
    id: 'tenancy/too-few-to-run-silos',
    when: below('engineers', 6),
    effect: { kind: 'veto', alternatives: ['silo'] },
    because:
      'A system for each isolated customer is one more to release, watch and repair, and you have {engineers}.',
    tag: 'C',
    revisitWhen: 'you are six engineers',
  },
  {
    id: 'tenancy/silos-by-hand',
    when: not(is('running', 'automatic-deploys')),
    effect: { kind: 'veto', alternatives: ['silo'] },
    because: 'A release goes into every one of these systems, and by hand some will be forgotten.',
    tag: 'F',
    pattern: 'deployment-and-operations/ci-cd',
    revisitWhen: 'deploys are automatic',
  },
  {
    id: 'tenancy/many-customers',
    when: manyCustomers,
    effect: { kind: 'require', alternative: 'pool' },
    because:
      'You have {customers}: sharing everything costs least for each of them, and row security keeps a forgotten condition from showing one customer’s rows to another.',
    tag: 'S',
    source: designSources.tenancyModels,
    pattern: 'data-integration-patterns/shared-database',
  },
  {
    id: 'tenancy/some-apart',
    when: is('customers', 'isolated'),
    effect: { kind: 'require', alternative: 'bridge' },
    because:
      'Some customers have to be kept apart: with a database of their own, their data can be restored, moved and deleted alone.',
    tag: 'S',
    source: designSources.tenancyModels,
    pattern: 'data-integration-patterns/data-access-layer',
  },
  {
    id: 'tenancy/apart-by-law',
    when: all(
      is('customers', 'isolated'),
      any(is('parts', 'own-compliance'), is('dataKinds', 'sensitive', 'provable')),
      any(is('priorities', 'compliance'), is('parts', 'own-compliance')),
    ),
    effect: { kind: 'require', alternative: 'silo' },
    because:
      'Some customers have to be kept apart for the sake of laws or audits, and a shared process with all keys in its memory is what an auditor asks about first.',
    tag: 'C',
    pattern: 'security-patterns/secrets-management',
  },
  {
    id: 'tenancy/row-security',
    when: manyCustomers,
    effect: { kind: 'parameter', name: 'rowSecurity', value: 1, for: ['pool', 'bridge', 'silo'] },
    because: 'Sooner or later a query forgets its condition, and the database should not.',
    tag: 'F',
    pattern: 'data-integration-patterns/shared-database',
  },
  {
    id: 'tenancy/from-the-token',
    when: manyCustomers,
    effect: {
      kind: 'parameter',
      name: 'customerFromToken',
      value: 1,
      for: ['pool', 'bridge', 'silo'],
    },
    because: 'What a caller writes into a request can be anybody’s name.',
    tag: 'F',
    pattern: 'security-patterns/api-security',
  },
  {
    id: 'tenancy/in-every-layer',
    when: manyCustomers,
    effect: {
      kind: 'parameter',
      name: 'customerInEveryLayer',
      value: 1,
      for: ['pool', 'bridge', 'silo'],
    },
    because: 'A cache or a queue that forgets whose data it holds gives it to whoever asks next.',
    tag: 'F',
    pattern: 'caching-strategies/cache-patterns',
  },
  {
    id: 'tenancy/one-by-one',
    when: is('customers', 'isolated'),
    effect: { kind: 'parameter', name: 'changesOneByOne', value: 1, for: ['bridge', 'silo'] },
    because: 'A change of the schema that fails halfway must not stop at an unknown customer.',
    tag: 'F',
    pattern: 'deployment-and-operations/database-migrations',
  },
]);
