import { capitalized } from '../../lib/text.ts';
import { alternative } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import { facts as factTable } from '../model/facts.ts';
import type { Reason } from '../model/solution.ts';
import type { Asked } from './fired.ts';
import type { Tie } from './pick.ts';

/** A reason that no rule gives. */
export function ownReason(id: DecisionId, kind: string, text: string): Reason {
  return { text, ruleId: `${id}/${kind}`, answers: [], decisions: [], assumed: false, tag: 'C' };
}

/** Says that two alternatives were close and a priority decided. */
export function tieReason(id: DecisionId, tie: Tie, { assumed }: Asked): Reason {
  const winner = labelOf(id, tie.winner);
  const close = `${capitalized(winner)} and ${labelOf(id, tie.loser)} were close`;
  const priority = factTable.priorities.words[tie.priority];
  const text = `${close}, and the priority “${priority}” decided for ${winner}.`;
  return {
    ...ownReason(id, 'priorities', text),
    answers: ['priorities'],
    assumed: assumed.has('priorities'),
  };
}

/** An alternative's short name. */
export function labelOf(id: DecisionId, name: AlternativeId): string {
  return alternative(id, name).label;
}
