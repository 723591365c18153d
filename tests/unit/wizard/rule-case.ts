import type { Answers } from '../../../src/wizard/model/answers.ts';
import type { AlternativeId, DecisionId } from '../../../src/wizard/model/decisions.ts';

/** Answers, and what has to come out of them. What is not named is not checked. */
export interface RuleCase {
  readonly name: string;
  readonly answers: Answers;
  readonly decisions: { readonly [D in DecisionId]?: AlternativeId<D> };
  readonly tensions?: readonly string[];
  readonly parameters?: Readonly<Record<string, number>>;
}

type Part<Q extends keyof Answers> = Exclude<Answers[Q], 'not-sure' | undefined>;

export const team = (engineers: number, teams: number): Part<'team'> => ({ engineers, teams });

export const messages = (change: Part<'messages'>): Part<'messages'> => ({
  messageNeeds: ['answer-now'],
  reactors: 1,
  messagesPerSecond: 5,
  ...change,
});

export const outside = (change: Part<'dependencies'>): Part<'dependencies'> => ({
  outsideCalls: 1,
  outsideAvailability: '99.99',
  whenDown: 'fail',
  ...change,
});

export const delivery = (change: Part<'delivery'>): Part<'delivery'> => ({
  releasesPerWeek: 5,
  rollbackMinutes: 15,
  runsOn: 'paas',
  languages: [],
  ...change,
});

export const peak = (peakNow: number, readsPerWrite = 10): Part<'load'> => ({
  peakNow,
  peakLater: peakNow,
  readsPerWrite,
});

/** A grown company that runs services well. */
export const grown: Answers = {
  'start-from': { startFrom: 'services' },
  team: team(40, 4),
  running: { running: ['automatic-deploys', 'central-telemetry', 'on-call', 'kubernetes-skill'] },
  parts: { parts: ['settled-boundaries', 'load-difference'] },
  freshness: { freshness: 'seconds' },
};

/** Two deployables, because there is no other way. */
export const twoServices: Answers = {
  parts: { parts: ['second-runtime'] },
  freshness: { freshness: 'seconds' },
};

/** Reached by other programs of the company only. */
export const offline: Answers = {
  clients: { clients: ['internal'], clientNeeds: 'same' },
  exposure: { exposure: [] },
};
