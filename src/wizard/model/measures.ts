import { factInWords, grouped } from './fact-words.ts';
import type { FactId, Facts } from './facts.ts';
import { downtimeMinutes, downtimeParts, minutesInWords } from './months.ts';

/** Fewer people than this cannot build, release and repair a part by themselves. */
const engineersPerTeam = 3;

/** A worker is at most this busy on average; above it, queues grow faster than they empty. */
export const targetUtilization = 0.7;

/** A number that follows from facts, so that rules can compare it like a fact. */
export interface Measure {
  /** What it is computed from; in each of them it only rises or only falls. */
  readonly facts: readonly FactId[];
  readonly value: (facts: Facts) => number;
  /** How it reads in the middle of a sentence, as in "3 teams". */
  readonly words: (facts: Facts) => string;
}

/** Everything that rules compare and no question asks for. */
export const measures = {
  /** Teams with enough people to look after a part of their own. */
  fullTeams: {
    facts: ['teams', 'engineers'],
    value: fullTeams,
    words: (facts) => factInWords('teams', fullTeams(facts)),
  },
  /** Engineers in each team, rounded down. */
  teamSize: {
    facts: ['engineers', 'teams'],
    value: (facts) => Math.floor(facts.engineers / facts.teams),
    words: (facts) => factInWords('engineers', Math.floor(facts.engineers / facts.teams)),
  },
  /** How many times the peak of today the peak of a year from now is. */
  growth: {
    facts: ['peakNow', 'peakLater'],
    value: growth,
    words: (facts) => `${grouped(growth(facts))} times that of today`,
  },
  /** Changes a second at the peak: one of every `readsPerWrite + 1` requests. */
  writesPerSecond: {
    facts: ['peakNow', 'peakLater', 'readsPerWrite'],
    value: writesPerSecond,
    words: (facts) => `${grouped(writesPerSecond(facts))} writes/s at the peak`,
  },
  /** Workers that the peak needs, each with a connection to the database. */
  workers: {
    facts: ['peakNow', 'peakLater', 'workMs'],
    value: workers,
    words: (facts) => `${grouped(workers(facts))} workers at the peak`,
  },
  /** Downtime of all outside systems that callers wait for, in percent of what the own target leaves. */
  outsideShare: {
    facts: ['outsideCalls', 'outsideAvailability', 'dependencies', 'availability'],
    value: (facts) =>
      Math.floor(
        (100 * sumOfPromises(facts, downtimeParts)) / downtimeParts(Number(facts.availability)),
      ),
    words: (facts) => `${minutesInWords(sumOfPromises(facts, downtimeMinutes))} a month`,
  },
  /** What the availability leaves. */
  budget: {
    facts: ['availability'],
    value: ({ availability }) => downtimeMinutes(Number(availability)),
    words: ({ availability }) => `${minutesInWords(downtimeMinutes(Number(availability)))} a month`,
  },
  /** The work of a request, in percent of the time within which it should be answered. */
  workShare: {
    facts: ['workMs', 'p95Ms'],
    value: ({ workMs, p95Ms }) => Math.floor((100 * workMs) / p95Ms),
    words: ({ workMs, p95Ms }) => `${Math.floor((100 * workMs) / p95Ms)} %`,
  },
} as const satisfies Record<string, Measure>;

/** Of rows that were named only those count that fail with it; without rows each promises the same. */
function sumOfPromises(
  { dependencies, outsideCalls, outsideAvailability }: Facts,
  downtime: (percent: number) => number,
): number {
  if (dependencies.length === 0) return outsideCalls * downtime(Number(outsideAvailability));
  return dependencies
    .filter(({ whenDown }) => whenDown === 'fail')
    .reduce((sum, { availability }) => sum + downtime(Number(availability)), 0);
}

export type MeasureId = keyof typeof measures;

/** Requests a second at the peak, of today and of a year from now the higher one. */
export function peakRate({ peakNow, peakLater }: Pick<Facts, 'peakNow' | 'peakLater'>): number {
  return Math.max(peakNow, peakLater);
}

/** Changes a second at the peak, rounded. */
export function writesPerSecond(
  facts: Pick<Facts, 'peakNow' | 'peakLater' | 'readsPerWrite'>,
): number {
  return Math.round(peakRate(facts) / (1 + facts.readsPerWrite));
}

/** Teams of at least three engineers; at least one. */
export function fullTeams({ teams, engineers }: Pick<Facts, 'teams' | 'engineers'>): number {
  return Math.max(1, Math.min(teams, Math.floor(engineers / engineersPerTeam)));
}

function growth({ peakNow, peakLater }: Facts): number {
  return Math.floor(peakLater / Math.max(1, peakNow));
}

function workers(facts: Facts): number {
  return Math.ceil((peakRate(facts) * facts.workMs) / 1000 / targetUtilization);
}
