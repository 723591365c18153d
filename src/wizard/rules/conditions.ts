import { facts } from '../model/facts.ts';
import { all, any, atLeast, below, chosen, is, not } from './rule.ts';
import type { Predicate } from './rule.ts';

/** More than one deployable. */
export const severalDeployables = chosen('style', 'service-based', 'microservices');

/** Something is handled after the answer. */
export const messagesFlow = chosen('sync-or-async', 'answer-then-work', 'event-driven');

/** Data may be right a little later. */
export const mayBeLate = below('freshness', 'at-once');

export const callsOutside = atLeast('outsideCalls', 1);

/** People sign in. */
export const peopleSignIn = is('signIn', 'consumers', 'staff', 'company-sso');

/** Programs call with an identity of their own. */
export const machinesCall = any(
  is('signIn', 'machines'),
  is('clients', 'partners', 'internal', 'devices'),
);

/** Nothing but public data is handled. */
export const onlyPublicData = all(
  is('dataKinds', 'public'),
  not(is('dataKinds', 'personal', 'sensitive', 'provable')),
);

/** The peak reaches a rate now or within a year. */
export function peakReaches(requestsPerSecond: number): Predicate {
  return any(atLeast('peakNow', requestsPerSecond), atLeast('peakLater', requestsPerSecond));
}

/**
 * An outside system promises no more than your own target, so waiting for it misses the target:
 * availabilities of parts that are all needed multiply.
 */
export const promiseTooLow: Predicate = any(
  ...facts.availability.options.map((target, index) => {
    const better = facts.outsideAvailability.options[index + 1];
    return better === undefined
      ? atLeast('availability', target)
      : all(atLeast('availability', target), below('outsideAvailability', better));
  }),
);
