import type { DecisionId } from '../model/decisions.ts';
import type { Decision } from '../model/solution.ts';
import { dataBenefits } from './benefits-data.ts';
import { protectionBenefits } from './benefits-protection.ts';
import { runningBenefits } from './benefits-running.ts';
import type { Benefits } from './benefits-running.ts';
import { structureBenefits } from './benefits-structure.ts';

const designBenefits: Benefits<
  'style' | 'public-api' | 'sync-or-async' | 'edge' | 'data-ownership' | 'transactions' | 'broker'
> = {
  style: {
    'modular-monolith':
      'One pipeline, one thing to watch, and calls between modules that cannot fail on a network.',
    'service-based': 'Areas of the business are released, scaled and repaired apart.',
    microservices: 'Each team releases, scales and chooses its tools without asking another one.',
  },
  'public-api': {
    rest: 'Every client and every cache understands it, and one request can be read and repeated by hand.',
    graphql: 'Each client gets what its screen needs in one request, without a new endpoint.',
    grpc: 'Small messages, streams, and clients generated from the contract.',
  },
  'sync-or-async': {
    synchronous: 'Whoever calls knows the outcome, and a flow can be read in one place.',
    'answer-then-work': 'Answers stay quick, and slow work survives a restart.',
    'event-driven':
      'A new reaction is added without touching the sender, and an outage delays work instead of failing it.',
  },
  edge: {
    'load-balancer': 'One simple part in the path of every request.',
    gateway: 'Limits, routes and the first check of a token are set once for all deployables.',
  },
  'data-ownership': {
    'schema-per-module': 'Transactions and joins still work, and there is one database to back up.',
    'shared-with-exit': 'You can begin before the data has moved, and everybody knows until when.',
    'database-per-service':
      'A service changes its tables, and loads its database, without asking another one.',
  },
  transactions: {
    'local-acid': 'All of an action happens or nothing of it does, and the database sees to it.',
    'choreographed-saga':
      'An action spans several databases without a process that knows all of it.',
    'orchestrated-saga': 'One place shows how far an action got, and undoes it when a step fails.',
  },
  broker: {
    'job-table':
      'A job is written in the same transaction as the data, and nothing new has to be run.',
    queue: 'Workers are added as the queue grows, and a message that keeps failing is set aside.',
    'routing-broker': 'Senders do not know who listens, and each listener has a queue of its own.',
    log: 'Order is kept per key, and old messages can be read again.',
  },
};

const benefits: Benefits<DecisionId> = {
  ...designBenefits,
  ...structureBenefits,
  ...dataBenefits,
  ...runningBenefits,
  ...protectionBenefits,
};

/** What a decision brings, as one sentence. */
export function benefitOf({ id, chosen }: Decision): string {
  const ofDecision: Readonly<Record<string, string>> = benefits[id];
  return ofDecision[chosen] ?? '';
}
