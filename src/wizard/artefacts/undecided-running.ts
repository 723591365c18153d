import type { OpenDecision } from './open-decision.ts';

/** Open decisions about access and running the system. */
export const undecidedRunning: readonly OpenDecision[] = [
  {
    number: 27,
    title: 'Authorization',
    choices: 'roles, attributes or relationships, checked in each service',
    touched: ({ facts }) =>
      facts.signIn.some((who) => who !== 'public')
        ? 'somebody signs in, and not everybody may do everything.'
        : undefined,
  },
  {
    number: 28,
    title: 'Identity of services',
    choices: 'none, a token for one audience, or mutual TLS',
    touched: ({ decisions }) =>
      decisions.style.chosen === 'modular-monolith' ? undefined : 'services call each other.',
  },
  {
    number: 29,
    title: 'Rate limits',
    choices: 'per address at the edge, per key, or per customer with quotas; 429 with Retry-After',
    touched: ({ facts: { exposure } }) => {
      if (exposure.includes('quotas')) return 'callers pay for an amount, so it has to be counted.';
      return exposure.includes('internet') ? 'anybody on the internet can call.' : undefined;
    },
  },
  {
    number: 31,
    title: 'Idempotency',
    choices: 'operations that may be repeated, an Idempotency-Key (an IETF draft), or an inbox',
    touched: ({ facts, decisions }) => {
      if (decisions['sync-or-async'].chosen !== 'synchronous') return 'a message can come twice.';
      if (facts.dataKinds.includes('sensitive')) return 'a payment must not happen twice.';
      return facts.clients.some((client) => client !== 'web')
        ? 'callers that you do not control repeat requests.'
        : undefined;
    },
  },
  {
    number: 35,
    title: 'Objectives and alerts',
    choices: 'thresholds, or how fast the error budget burns',
    touched: ({ facts }) =>
      facts.running.includes('on-call')
        ? 'people are on call and need alerts worth waking for.'
        : undefined,
  },
  {
    number: 38,
    title: 'Scaling',
    choices: 'a larger machine and two replicas, more replicas, or by the depth of a queue',
    touched: ({ facts: { peakNow, peakLater } }) =>
      peakLater >= 10 * Math.max(1, peakNow) || Math.max(peakNow, peakLater) >= 1000
        ? 'the peak is high, or grows tenfold within a year.'
        : undefined,
  },
  {
    number: 39,
    title: 'Tests',
    choices: 'unit and integration; contract tests between teams; chaos tests from 99.95 %',
    touched: ({ facts: { teams, availability } }) => {
      if (teams > 1) return 'teams release on their own, so contracts between them need tests.';
      return availability === '99.95' || availability === '99.99'
        ? 'the target is so high that failures should be rehearsed.'
        : undefined;
    },
  },
  {
    number: 40,
    title: 'Language and framework',
    choices: 'what the team knows; a second language for a named reason only',
    touched: ({ facts }) =>
      facts.parts.includes('second-runtime') ? 'one part needs another runtime.' : undefined,
  },
];
