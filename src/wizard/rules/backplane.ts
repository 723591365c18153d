import { severalDeployables } from './conditions.ts';
import { connectionsStayOpen } from './live-updates.ts';
import { any, atLeast, chosen, is, not, reaches, rulesFor } from './rule.ts';
import { designSources } from './sources-design.ts';

/** More than one process may hold a connection: by the target, by the cut or by the load. */
const severalReplicas = any(
  atLeast('availability', '99.5'),
  severalDeployables,
  reaches('workers', 9),
);

/** Decision 9: how news reaches the replica that holds the connection. */
export const backplaneRules = rulesFor('backplane', [
  {
    id: 'backplane/no-open-connections',
    when: not(connectionsStayOpen),
    effect: { kind: 'veto', alternatives: ['pub-sub', 'streams'] },
    because: 'No connection stays open, so every replica answers from the database.',
    tag: 'F',
    revisitWhen: 'clients keep a connection open',
  },
  {
    id: 'backplane/one-replica',
    when: not(severalReplicas),
    effect: { kind: 'veto', alternatives: ['pub-sub', 'streams'] },
    because:
      'With {availability} and {workers}, one replica carries everything, and it knows what it did itself.',
    tag: 'C',
    revisitWhen: 'a second replica is started',
  },
  {
    id: 'backplane/several-replicas',
    when: connectionsStayOpen,
    effect: { kind: 'score', points: { 'pub-sub': 3, streams: 3 } },
    because:
      'A change is made on one replica, and the reader’s connection is on another: something has to carry the news between them.',
    tag: 'F',
    pattern: 'event-driven-architecture/pub-sub-patterns',
  },
  {
    id: 'backplane/loss-matters',
    when: any(is('messageNeeds', 'ordered', 'replay'), is('dataKinds', 'provable')),
    effect: { kind: 'score', points: { streams: 3 } },
    because:
      'Messages have to keep their order, be read again or be proven, and Redis pub/sub drops what a disconnected subscriber misses.',
    tag: 'S',
    source: designSources.redisPubSub,
    pattern: 'event-driven-architecture/event-streaming',
  },
  {
    id: 'backplane/at-once',
    when: is('freshness', 'at-once'),
    effect: { kind: 'score', points: { streams: 1 } },
    because:
      'Your data has to be {freshness}, and a screen that missed one message is wrong until somebody reloads it.',
    tag: 'C',
  },
  {
    id: 'backplane/already-there',
    when: chosen('broker', 'routing-broker', 'log'),
    effect: { kind: 'score', points: { streams: 2 } },
    because: 'A broker that copies messages runs already and can carry these too.',
    tag: 'C',
    pattern: 'event-driven-architecture/event-routing',
  },
]);
