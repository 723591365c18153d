import type { OpenDecision } from './open-decision.ts';

/** Open decisions about data. */
export const undecidedData: readonly OpenDecision[] = [
  {
    number: 25,
    title: 'Cache invalidation',
    choices: 'a time to live with jitter, versioned keys, events, or tags',
    touched: ({ decisions }) =>
      decisions.cache.chosen === 'none' ? undefined : 'answers are cached.',
  },
];
