import type { OpenDecision } from './open-decision.ts';

/** Open decisions about data. */
export const undecidedData: readonly OpenDecision[] = [];
