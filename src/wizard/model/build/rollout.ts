import type { Rollout } from '../system.ts';
import type { Plan } from './plan.ts';

/** Shares of a canary after its first one (our convention). */
const laterShares = [25, 50, 100] as const;

/** How a new version reaches everybody. */
export function rolloutOf({ solution }: Plan): Rollout {
  const { facts, decisions } = solution;
  const { chosen: strategy, parameters } = decisions.rollout;
  const first = parameters.canaryPercent ?? 5;
  const watched = Math.max(5, facts.rollbackMinutes);
  const shares =
    strategy === 'canary' ? [first, ...laterShares.filter((each) => each > first)] : [100];
  return {
    strategy,
    flags: parameters.featureFlags !== undefined,
    stages: shares.map((percent) => ({ percent, minutes: watched })),
    rollbackMinutes: facts.rollbackMinutes,
  };
}
