import { decisions } from '../../model/decisions.ts';
import type { DecisionId } from '../../model/decisions.ts';
import type { WizardState } from '../../model/solution.ts';
import { difference } from '../../solver/difference.ts';
import { solve } from '../../solver/solve.ts';
import { chosenLabel } from '../question/effect-model.ts';

/** Says what pinning or releasing a decision has done, as in "Style is now microservices …". */
export function effectOfPin(before: WizardState, after: WizardState, id: DecisionId): string {
  const old = solve(before.answers, before.pins);
  const now = solve(after.answers, after.pins);
  const decided = now.decisions[id];
  const others = difference(old, now).filter(({ decision }) => decision !== id).length;
  const how = decided.pinned ? 'is pinned to' : 'is again as the rules decide:';
  const broken = decided.brokenVetoes.length === 0 ? '' : ' That is against a rule.';
  const changed = others === 1 ? '1 other decision changed.' : `${others} other decisions changed.`;
  return `${decisions[id].title} ${how} ${chosenLabel(now, id)}.${broken} ${changed}`;
}
