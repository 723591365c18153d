import type { OpenDecision } from './open-decision.ts';

/** Open decisions about access and running the system. */
export const undecidedRunning: readonly OpenDecision[] = [];
