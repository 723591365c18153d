import { describe, expect, it } from 'vitest';
import type { Sample } from './samples.ts';
import { samples } from './samples.ts';

const isOpen = ({ chosen }: Sample): boolean => chosen['live-updates'] !== 'polling';
const isOne = ({ chosen }: Sample): boolean => chosen.style === 'modular-monolith';
const leaves = ({ chosen }: Sample): boolean => chosen.broker !== 'job-table';

/** What two decisions, or a decision and an answer, may never be at the same time. */
const impossible: readonly (readonly [name: string, holds: (sample: Sample) => boolean])[] = [
  [
    'a network between modules of one deployable',
    (each) => isOne(each) && each.chosen['internal-call'] !== 'in-process',
  ],
  [
    'services that wait for each other without a form of call',
    (each) =>
      !isOne(each) &&
      each.chosen['sync-or-async'] !== 'event-driven' &&
      each.chosen['internal-call'] === 'in-process',
  ],
  [
    'services that cannot find each other',
    (each) => isOne(each) !== (each.chosen.discovery === 'none'),
  ],
  [
    'a registry on a platform that has names',
    ({ chosen }) => chosen.discovery === 'registry' && chosen.platform !== 'own-hosts',
  ],
  [
    'a mesh without microservices on a cluster that somebody runs',
    ({ facts, chosen }) =>
      chosen.mesh === 'mesh' &&
      !(
        chosen.style === 'microservices' &&
        chosen.platform === 'kubernetes' &&
        facts.running.includes('kubernetes-skill') &&
        facts.engineers >= 15
      ),
  ],
  [
    'one deployable with a part split out or a part for each team',
    (each) => isOne(each) && ['split-out', 'by-team'].includes(String(each.chosen.boundaries)),
  ],
  [
    'a migration from nothing',
    ({ facts, chosen }) => facts.startFrom === 'new' && chosen.migration !== 'none',
  ],
  [
    'a monolith that is replaced in no way at all',
    ({ facts, chosen }) => facts.startFrom === 'monolith' && chosen.migration === 'none',
  ],
  [
    'a rewrite of what has to be up',
    ({ facts, chosen }) => chosen.migration === 'rewrite' && facts.availability !== '99',
  ],
  [
    'streams of gRPC without gRPC, or another protocol beside it',
    ({ chosen }) =>
      chosen['public-api'] === 'grpc'
        ? ['sse', 'websocket'].includes(String(chosen['live-updates']))
        : chosen['live-updates'] === 'grpc-streams',
  ],
  [
    'two-way traffic by asking again',
    (each) => each.facts.interaction.includes('live') && !isOpen(each),
  ],
  [
    'an open connection that nobody asked for',
    (each) =>
      isOpen(each) &&
      !each.facts.interaction.includes('live') &&
      !each.facts.interaction.includes('server-push'),
  ],
  [
    'a backplane and no open connection',
    (each) => each.chosen.backplane !== 'none' && !isOpen(each),
  ],
  [
    'open connections on several replicas and no backplane',
    (each) => isOpen(each) && each.facts.availability !== '99' && each.chosen.backplane === 'none',
  ],
  [
    'a backplane that drops what has to be kept in order or proven',
    ({ facts, chosen }) =>
      chosen.backplane === 'pub-sub' &&
      (facts.messageNeeds.includes('ordered') || facts.dataKinds.includes('provable')),
  ],
  [
    'notices that nobody asked for, or none where somebody did',
    ({ facts, chosen }) => facts.interaction.includes('notify') !== (chosen.outbound !== 'none'),
  ],
  [
    'a backend per client for clients that are alike, or beside GraphQL',
    ({ facts, chosen }) =>
      chosen.bff === 'per-client' &&
      (facts.clients.length < 2 ||
        facts.clientNeeds !== 'very-different' ||
        chosen['public-api'] === 'graphql'),
  ],
  [
    'customers kept apart where there is one, or not told apart where there are many',
    ({ facts, chosen }) => (facts.customers === 'one') !== (chosen.tenancy === 'none'),
  ],
  [
    'a system of its own for a customer that shares everything',
    ({ facts, chosen }) => chosen.tenancy === 'silo' && facts.customers !== 'isolated',
  ],
  [
    'a message that leaves without an outbox, or an outbox that nothing leaves',
    (each) => leaves(each) !== (each.chosen.publishing !== 'none'),
  ],
  [
    'a registry of forms for messages that do not leave',
    (each) => each.chosen['event-schema'] === 'registry' && !leaves(each),
  ],
  [
    'workers behind a broker that is not there',
    (each) => each.chosen.jobs === 'broker-workers' && !leaves(each),
  ],
  [
    'work behind the answer that a restart loses',
    ({ facts, chosen }) =>
      chosen.jobs === 'in-process' &&
      (chosen['sync-or-async'] !== 'synchronous' || facts.schedules === 'some'),
  ],
  [
    'a flow of hours that a caller waits for',
    ({ facts, chosen }) =>
      facts.actionShape.includes('lasts-hours') && chosen['sync-or-async'] === 'synchronous',
  ],
  [
    'a client that waits for a job of minutes',
    ({ facts, chosen }) =>
      ['minutes', 'hours'].includes(facts.longestJob) && chosen['long-operation'] === 'wait',
  ],
  [
    'a status to ask for where callers wait for everything',
    ({ chosen }) =>
      chosen['long-operation'] !== 'wait' && chosen['sync-or-async'] === 'synchronous',
  ],
  [
    'a webhook at the end where none are sent',
    ({ chosen }) =>
      chosen['long-operation'] === 'status-and-webhook' && chosen.outbound !== 'webhooks',
  ],
  [
    'a copy to read from where data has to be right at once',
    ({ facts, chosen }) =>
      facts.freshness === 'at-once' &&
      (chosen['read-side'] === 'replica' ||
        chosen['read-side'] === 'projection' ||
        chosen['cross-service-query'] === 'materialized-view'),
  ],
  [
    'event sourcing for a mere audit log',
    ({ facts, chosen }) =>
      chosen['read-side'] === 'event-sourcing' &&
      !(facts.dataKinds.includes('provable') && facts.messageNeeds.includes('replay')),
  ],
  [
    'a join across databases',
    ({ chosen }) =>
      (chosen['data-ownership'] === 'database-per-service') ===
      (chosen['cross-service-query'] === 'join'),
  ],
  [
    'a call to compose an answer between parts that do not call each other',
    ({ chosen }) =>
      chosen['cross-service-query'] === 'composition' && chosen['sync-or-async'] === 'event-driven',
  ],
  [
    'an old version that nobody calls',
    ({ facts, chosen }) => facts.clientUpgrade === 'same-day' && chosen.versioning !== 'additive',
  ],
  [
    'pages by number through a long list',
    ({ facts, chosen }) => facts.listLength !== 'under-10k' && chosen.pagination === 'offset',
  ],
];

describe('decisions of structure, contracts, data and jobs fit together', () => {
  it.each(impossible)('never %s', (_name, holds) => {
    expect(samples.filter(holds)).toEqual([]);
  });
});
