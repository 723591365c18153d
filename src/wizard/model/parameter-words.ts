/** How each setting that rules fix reads in a list. */
const words: Readonly<Record<string, (value: number) => string>> = {
  attempts: (value) => `at most ${value} attempts, at one layer only`,
  retryBudgetPercent: (value) => `retries may add at most ${value} % to the traffic`,
  minimumReplicas: (value) => `at least ${value} replicas of each deployable`,
  canaryPercent: (value) => `the first share of traffic for a new version is ${value} %`,
  featureFlags: () => 'features are switched on by flags, apart from the release',
  queryCostLimit: (value) => `a query may cost at most ${value} points`,
  requestsPerSecondPerClient: (value) =>
    `a client may send ${value} requests a second to begin with; measure, then adjust`,
};

/** Says a setting in words; its plain name and value where no words are known. */
export function parameterInWords(name: string, value: number): string {
  return words[name]?.(value) ?? `${name}: ${value}`;
}

/** The settings for which words exist. */
export const parametersWithWords = Object.keys(words);
