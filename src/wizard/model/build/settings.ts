import type { Solution } from '../solution.ts';
import { advisedDeployables } from './advised.ts';

/** What the builder needs to know of decisions, each in one place. */
export interface Settings {
  readonly idempotency: 'natural' | 'key' | 'inbox' | 'key-and-inbox';
  readonly authorization: 'same-for-all' | 'roles' | 'attributes' | 'relationships';
  readonly serviceIdentity: 'none' | 'audience-token' | 'mtls';
  readonly invalidation: 'none' | 'ttl' | 'versioned-key' | 'event' | 'tag';
  readonly rateLimiting: 'per-address' | 'per-key' | 'per-tenant';
  readonly alerting: 'threshold' | 'burn-rate';
  readonly longOperation: 'wait' | 'status' | 'status-and-webhook';
  readonly bff: 'none' | 'per-client';
  readonly internalCall: 'in-process' | 'rest' | 'grpc';
  readonly publishing: 'none' | 'outbox-poller' | 'outbox-cdc';
  readonly jobs: 'in-process' | 'database-queue' | 'broker-workers' | 'durable-workflow';
  readonly outbound: 'none' | 'webhooks' | 'feed';
  readonly readSide: 'same' | 'replica' | 'projection' | 'event-sourcing';
}

export function settingsOf({ facts, decisions }: Solution): Settings {
  const waits = decisions['sync-or-async'].chosen === 'synchronous';
  const isSlow = facts.longestJob === 'minutes' || facts.longestJob === 'hours';
  const several = advisedDeployables({ facts, decisions }) > 1;
  return {
    idempotency: waits ? 'key' : 'key-and-inbox',
    authorization: decisions.authentication.chosen === 'none' ? 'same-for-all' : 'roles',
    serviceIdentity: several ? 'audience-token' : 'none',
    invalidation: decisions.cache.chosen === 'none' ? 'none' : 'ttl',
    rateLimiting: facts.exposure.includes('quotas') ? 'per-key' : 'per-address',
    alerting: facts.running.includes('on-call') ? 'burn-rate' : 'threshold',
    longOperation: isSlow ? 'status' : 'wait',
    bff: 'none',
    internalCall: several ? 'rest' : 'in-process',
    publishing: waits ? 'none' : 'outbox-poller',
    jobs: waits ? 'in-process' : 'database-queue',
    outbound: facts.interaction.includes('notify') ? 'webhooks' : 'none',
    readSide: 'same',
  };
}
