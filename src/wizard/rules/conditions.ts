import { all, any, atLeast, below, chosen, is, not, reaches } from './rule.ts';
import type { Predicate } from './rule.ts';

/** More than one deployable. */
export const severalDeployables = chosen('style', 'service-based', 'microservices');

/** Something is handled after the answer. */
export const messagesFlow = chosen('sync-or-async', 'answer-then-work', 'event-driven');

/** Data may be right a little later. */
export const mayBeLate = below('freshness', 'at-once');

export const callsOutside = atLeast('outsideCalls', 1);

/** Others vouch for whoever calls. */
export const providerSignsIn = chosen(
  'authentication',
  'client-credentials',
  'oidc',
  'oidc-and-client-credentials',
);

/** People sign in. */
export const peopleSignIn = is('signIn', 'consumers', 'staff', 'company-sso');

/** Programs call with an identity of their own. */
export const machinesCall = any(
  is('signIn', 'machines'),
  is('clients', 'partners', 'internal', 'devices'),
);

/** Callers that ask again by themselves when no answer came. */
export const callersRepeat = is('clients', 'mobile', 'partners', 'internal', 'devices');

/** The load has peaks of at least three times what is usual. */
export const highPeaks = all(is('loadShape', 'peaky'), atLeast('peakTimes', 3));

/** Nothing but public data is handled. */
export const onlyPublicData = all(
  is('dataKinds', 'public'),
  not(is('dataKinds', 'personal', 'sensitive', 'provable')),
);

/** One action changes parts that are released apart. */
export const actionAcrossDeployables = all(severalDeployables, atLeast('participants', 2));

/** Too few people to give a part of one's week to a cluster. */
export const tooFewForKubernetes = below('engineers', 6);

/** Nobody runs a cluster yet, and there are too few people for one of them to learn it aside. */
export const nobodyRunsKubernetes = all(
  below('engineers', 16),
  not(is('running', 'kubernetes-skill')),
);

/** The peak reaches a rate now or within a year. */
export function peakReaches(requestsPerSecond: number): Predicate {
  return any(atLeast('peakNow', requestsPerSecond), atLeast('peakLater', requestsPerSecond));
}

/**
 * All outside systems together promise no more than your own target, so waiting for them misses it:
 * availabilities of parts that are all needed multiply, and small downtimes nearly add up.
 */
export const promiseTooLow = all(callsOutside, reaches('outsideShare', 100));
