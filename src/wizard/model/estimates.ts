import type { Architecture } from './architecture.ts';
import { capacityEstimate } from './capacity-estimate.ts';
import { downtimeEstimate } from './downtime-estimate.ts';
import type { Estimate } from './estimate-kinds.ts';
import type { Solution } from './solution.ts';

export type {
  CapacityCase,
  CapacityEstimate,
  DowntimeEstimate,
  Estimate,
} from './estimate-kinds.ts';
export { downtimeMinutes, minutesInWords } from './months.ts';

/** The estimates that the present decisions allow. */
export function estimates(solution: Solution, architecture: Architecture): readonly Estimate[] {
  return [downtimeEstimate(solution, architecture), capacityEstimate(solution)];
}
