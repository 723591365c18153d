import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import type { Pins, Solution } from '../../../src/wizard/model/solution.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';

/** What somebody answered, with what follows from it. */
export interface Built {
  readonly solution: Solution;
  readonly architecture: Architecture;
}

/** Decides and builds. */
export function built(answers: Answers, pins: Pins = {}): Built {
  const solution = solve(answers, pins);
  return { solution, architecture: buildArchitecture(solution) };
}

/** A shop of five teams: several services, a saga, payments, and systems of others. */
export const shop: Answers = {
  building: { building: 'commerce' },
  team: { engineers: 40, teams: 5 },
  running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
  load: { peakNow: 400, peakLater: 900, readsPerWrite: 20 },
  availability: { availability: '99.95' },
  freshness: { freshness: 'seconds' },
  'data-kinds': { dataKinds: ['personal', 'sensitive'] },
  parts: { parts: ['settled-boundaries', 'load-difference', 'own-compliance'] },
  clients: { clients: ['web', 'mobile', 'partners'], clientNeeds: 'very-different' },
  interaction: { interaction: ['ask-answer', 'notify'] },
  'sign-in': { signIn: ['public', 'consumers', 'staff', 'machines'] },
  dependencies: {
    dependencies: [
      {
        name: 'card network',
        availability: '99.99',
        p99Ms: 400,
        safeToRepeat: false,
        whenDown: 'fail',
        usedBy: ['payments'],
      },
      {
        name: 'parcel service',
        availability: '99.99',
        p99Ms: 900,
        safeToRepeat: true,
        whenDown: 'queue',
        usedBy: ['shipping'],
      },
    ],
  },
  staleness: { staleness: 'minutes' },
};

/** What the shop pins, so that everything occurs that a model can contain. */
export const shopPins: Pins = {
  bff: 'per-client',
  cache: 'distributed',
  invalidation: 'event',
  idempotency: 'key-and-inbox',
  alerting: 'burn-rate',
  'service-identity': 'audience-token',
  'sync-or-async': 'answer-then-work',
  broker: 'routing-broker',
  transactions: 'orchestrated-saga',
  publishing: 'outbox-poller',
  rollout: 'canary',
};

/** The shop, with everything in it. */
export const builtShop: Built = built(shop, shopPins);
