import type { AlternativeId } from '../decisions.ts';
import type { Solution } from '../solution.ts';

/** The decisions that shape what the system does, by what was chosen. */
export interface Settings {
  readonly idempotency: AlternativeId<'idempotency'>;
  readonly authorization: AlternativeId<'authorization'>;
  readonly serviceIdentity: AlternativeId<'service-identity'>;
  readonly invalidation: AlternativeId<'invalidation'>;
  readonly rateLimiting: AlternativeId<'rate-limiting'>;
  readonly alerting: AlternativeId<'alerting'>;
  readonly longOperation: AlternativeId<'long-operation'>;
  readonly bff: AlternativeId<'bff'>;
  readonly boundaries: AlternativeId<'boundaries'>;
  readonly internalCall: AlternativeId<'internal-call'>;
  readonly publishing: AlternativeId<'publishing'>;
  readonly jobs: AlternativeId<'jobs'>;
  readonly outbound: AlternativeId<'outbound'>;
  readonly readSide: AlternativeId<'read-side'>;
  readonly tenancy: AlternativeId<'tenancy'>;
}

/** Reads them from the decisions. */
export function settingsOf({ decisions }: Pick<Solution, 'decisions'>): Settings {
  return {
    idempotency: decisions.idempotency.chosen,
    authorization: decisions.authorization.chosen,
    serviceIdentity: decisions['service-identity'].chosen,
    invalidation: decisions.invalidation.chosen,
    rateLimiting: decisions['rate-limiting'].chosen,
    alerting: decisions.alerting.chosen,
    longOperation: decisions['long-operation'].chosen,
    bff: decisions.bff.chosen,
    boundaries: decisions.boundaries.chosen,
    internalCall: decisions['internal-call'].chosen,
    publishing: decisions.publishing.chosen,
    jobs: decisions.jobs.chosen,
    outbound: decisions.outbound.chosen,
    readSide: decisions['read-side'].chosen,
    tenancy: decisions.tenancy.chosen,
  };
}
