import { designParameterWords } from './parameter-words-design.ts';

/** How each setting that rules fix reads in a list. */
const words = {
  attempts: (value) => `at most ${value} attempts, at one layer only`,
  retryBudgetPercent: (value) => `retries may add at most ${value} % to the traffic`,
  minimumReplicas: (value) => `at least ${value} replicas of each deployable`,
  canaryPercent: (value) =>
    `the first share of traffic for a new version is ${value} % (our convention)`,
  featureFlags: () => 'features are switched on by flags, apart from the release',
  expandContract: () =>
    'the database changes in two releases, first by adding, later by removing, so that two versions can run at once',
  queryCostLimit: (value) => `a query may cost at most ${value} points (our convention)`,
  requestsPerSecondPerClient: (value) =>
    `a client may send ${value} requests a second to begin with (our convention) and gets 429 with Retry-After beyond that; measure, then adjust`,
  shedLoad: () =>
    'when all workers are busy, requests are refused at once with 503, the least important ones first',
  heartbeatSeconds: (value) =>
    `connections that stay open send a sign of life every ${value} seconds, so that no proxy closes them (our convention)`,
  ...designParameterWords,
  openOperations: () =>
    'operations that are open to all are listed one by one; every other one refuses strangers',
  noStore: () => 'answers with payment or health data carry Cache-Control: no-store',
  appendOnlyEvents: () =>
    'events also stay in an append-only table, so old ones can be read again without a log',
} as const satisfies Readonly<Record<string, (value: number) => string>>;

/** A setting that a rule can fix. */
export type ParameterName = keyof typeof words;

/** The settings of a decision. */
export type Parameters = { readonly [Name in ParameterName]?: number };

/** The settings for which words exist. */
export const parametersWithWords = Object.keys(words) as readonly ParameterName[];

/** Says a setting in words; its plain name and value where no words are known. */
export function parameterInWords(name: string, value: number): string {
  const known: Readonly<Record<string, (value: number) => string>> = words;
  return known[name]?.(value) ?? `${name}: ${value}`;
}
