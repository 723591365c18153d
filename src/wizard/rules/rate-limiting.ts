import { machinesCall, peopleSignIn } from './conditions.ts';
import { all, any, chosen, is, not, rulesFor } from './rule.ts';

const reachedByStrangers = any(is('exposure', 'internet'), is('clients', 'partners'));

/** Decision 29: whose calls are counted. */
export const rateLimitingRules = rulesFor('rate-limiting', [
  {
    id: 'rate-limiting/nobody-is-known',
    when: chosen('authentication', 'none'),
    effect: { kind: 'veto', alternatives: ['per-key', 'per-tenant'] },
    because: 'Nobody has to say who they are, so only addresses can be counted.',
    tag: 'F',
    revisitWhen: 'people or programs sign in',
  },
  {
    id: 'rate-limiting/programs',
    when: machinesCall,
    effect: { kind: 'score', points: { 'per-key': 3, 'per-tenant': 3 } },
    because:
      'Programs call you, and one loop without a pause sends more than all people together; each has a key or a name by which it is counted.',
    tag: 'F',
    pattern: 'security-patterns/rate-limiting',
  },
  {
    id: 'rate-limiting/people',
    when: all(peopleSignIn, is('exposure', 'internet')),
    effect: { kind: 'score', points: { 'per-key': 2, 'per-tenant': 2 } },
    because:
      'People sign in from anywhere: a limit for each of them does not punish an office that shares one address.',
    tag: 'C',
    pattern: 'security-patterns/rate-limiting',
  },
  {
    id: 'rate-limiting/companies',
    when: is('signIn', 'company-sso'),
    effect: { kind: 'score', points: { 'per-tenant': 3 } },
    because:
      'Companies share the system, and a nightly export of one of them must not slow down all the others.',
    tag: 'F',
    pattern: 'security-patterns/api-throttling',
  },
  {
    id: 'rate-limiting/quotas',
    when: is('exposure', 'quotas'),
    effect: { kind: 'require', alternative: 'per-tenant' },
    because:
      'Callers pay for an amount, so it has to be counted for each customer in one place that all replicas share.',
    tag: 'F',
    pattern: 'security-patterns/api-throttling',
  },
  {
    id: 'rate-limiting/first-limit',
    when: reachedByStrangers,
    effect: { kind: 'parameter', name: 'requestsPerSecondPerClient', value: 20 },
    because:
      'Whatever can be reached from outside is tried out, so each client has a limit from the first day.',
    tag: 'C',
    pattern: 'security-patterns/rate-limiting',
  },
  {
    id: 'rate-limiting/burst',
    when: reachedByStrangers,
    effect: { kind: 'parameter', name: 'burstPerClient', value: 40 },
    because: 'A page that opens sends many requests at once and none after that.',
    tag: 'C',
    pattern: 'security-patterns/rate-limiting',
  },
  {
    id: 'rate-limiting/at-the-same-time',
    when: reachedByStrangers,
    effect: { kind: 'parameter', name: 'concurrentPerClient', value: 10 },
    because:
      'A rate says nothing about slow requests: a client that keeps many of them open at once takes all workers.',
    tag: 'C',
    pattern: 'security-patterns/api-throttling',
  },
  {
    id: 'rate-limiting/guessing',
    when: all(peopleSignIn, chosen('authentication', 'session')),
    effect: { kind: 'parameter', name: 'signInsPerMinute', value: 5 },
    because:
      'Passwords are guessed from many addresses, so attempts are counted for each account as well.',
    tag: 'C',
    pattern: 'security-patterns/rate-limiting',
  },
  {
    id: 'rate-limiting/counter-down',
    when: not(chosen('authentication', 'none')),
    effect: { kind: 'parameter', name: 'countAlone', value: 1, for: ['per-tenant'] },
    because: 'A counter protects the system and must not be what takes it down.',
    tag: 'C',
    pattern: 'resilience-and-fault-tolerance/graceful-degradation',
  },
  {
    id: 'rate-limiting/quota-period',
    when: is('exposure', 'quotas'),
    effect: { kind: 'parameter', name: 'quotaDays', value: 30, for: ['per-tenant'] },
    because: 'Amounts are sold by the month.',
    tag: 'C',
    pattern: 'security-patterns/api-throttling',
  },
]);
