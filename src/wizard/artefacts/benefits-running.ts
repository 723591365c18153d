import type { AlternativeId, DecisionId } from '../model/decisions.ts';

/** What each alternative of a decision brings, as one sentence; its price stands in the decisions. */
export type Benefits<D extends DecisionId> = {
  readonly [One in D]: Readonly<Record<AlternativeId<One>, string>>;
};

/** What the alternatives for caching, access, failures, watching and releasing bring. */
export const runningBenefits: Benefits<
  'cache' | 'authentication' | 'resilience' | 'telemetry' | 'platform' | 'rollout'
> = {
  cache: {
    none: 'Every answer is right, and nothing has to be invalidated.',
    'private-http': 'A repeated question is answered by the reader’s own browser.',
    'http-and-cdn': 'Repeated reads are answered near the reader and never reach you.',
    'in-process': 'The hottest reads cost no network call and no new system.',
    distributed: 'All replicas share what one of them has read, and keep it across releases.',
    'cdn-and-distributed':
      'Public reads are answered near the reader, and the others share what was read once.',
  },
  authentication: {
    none: 'Nobody has to sign in, and no password can leak.',
    session: 'A session can be ended at once, and scripts in the page cannot read it.',
    'api-keys': 'A program needs one header to call you, and each key can be withdrawn alone.',
    'client-credentials': 'A stolen token is worthless within minutes.',
    oidc: 'Passwords, second factors and company sign-on are the provider’s work.',
    'oidc-and-client-credentials':
      'People and programs are known by one authority, with one way to withdraw access.',
  },
  resilience: {
    'timeouts-and-retries': 'No call waits forever, and a short failure is not seen by the user.',
    breakers: 'A system that is down is answered for at once and gets time to recover.',
    'bulkheads-and-fallbacks': 'One failing dependency takes only its own part with it.',
  },
  telemetry: {
    'logs-and-metrics': 'You see that something is wrong, and which request it was.',
    traces: 'You see in which step, and in whose system, the time went.',
    'sampled-traces': 'Every failed or slow request can be looked at, without keeping all of them.',
  },
  platform: {
    paas: 'Nobody on the team runs machines, images or clusters.',
    'managed-containers': 'The same image runs everywhere, and somebody else runs what it runs on.',
    'own-hosts': 'The same image runs on every machine, and nothing leaves your rooms.',
    kubernetes: 'Many deployables are run, scaled and secured in one way.',
  },
  rollout: {
    rolling: 'No second environment is needed.',
    'blue-green': 'A bad version is gone in seconds.',
    canary: 'A bad version reaches a few percent of the requests before it is stopped.',
  },
};
