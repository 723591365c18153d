import { decisionIds } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { Solution, Tension } from '../model/solution.ts';
import type { Chosen } from './choose.ts';

/** A decision that falls differently. */
export interface Change {
  readonly decision: DecisionId;
  readonly before: AlternativeId;
  readonly after: AlternativeId;
}

/** The decisions that differ between two solutions, by number. */
export function difference(before: Solution, after: Solution): readonly Change[] {
  return changes(chosenIn(before), chosenIn(after));
}

/** The decisions that differ between two sets of choices, by number. */
export function changes(before: Chosen, after: Chosen): readonly Change[] {
  return decisionIds.flatMap((decision) => {
    const was = before[decision];
    const becomes = after[decision];
    if (was === undefined || becomes === undefined || was === becomes) return [];
    return [{ decision, before: was, after: becomes }];
  });
}

function chosenIn(solution: Solution): Chosen {
  return Object.fromEntries(decisionIds.map((id) => [id, solution.decisions[id].chosen]));
}

/** The tensions that come and go between two solutions. */
export function tensionChange(
  before: Solution,
  after: Solution,
): { readonly added: readonly Tension[]; readonly removed: readonly Tension[] } {
  const missingIn = (solution: Solution) => (tension: Tension) =>
    solution.tensions.every((other) => other.id !== tension.id);
  return {
    added: after.tensions.filter(missingIn(before)),
    removed: before.tensions.filter(missingIn(after)),
  };
}
