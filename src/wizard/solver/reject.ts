import { alternativesOf } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { Reason, Rejection } from '../model/solution.ts';
import type { Rule } from '../rules/rule.ts';
import { firedInFavor, weightFor } from './explain.ts';
import type { Decided } from './explain.ts';
import { reasonOf } from './fired.ts';
import { labelOf, ownReason, tieReason } from './own-reasons.ts';

/** Why each other alternative was not chosen. */
export function rejectionsOf(decided: Decided): readonly Rejection[] {
  return alternativesOf(decided.id)
    .filter((name) => name !== decided.chosen)
    .map((name) => {
      const [first, ...further] = vetoesAgainst(decided, name);
      return {
        alternative: name,
        reason: first ?? comparison(decided, name),
        further,
        vetoed: first !== undefined,
      };
    });
}

/** Every rule that forbids an alternative; those first that rest on what somebody said. */
function vetoesAgainst({ tally, situation }: Decided, name: AlternativeId): readonly Reason[] {
  return (tally.vetoes.get(name) ?? [])
    .map((rule) => reasonOf(rule, situation))
    .toSorted((a, b) => Number(a.assumed) - Number(b.assumed));
}

/** Why another one was better than an alternative that nothing forbids. */
function comparison(decided: Decided, name: AlternativeId): Reason {
  const { id, chosen, situation, tally, pinned, ties } = decided;
  if (pinned) return ownReason(id, 'pin', `You pinned ${labelOf(id, chosen)}.`);
  const lost = ties.find(({ loser }) => loser === name);
  if (lost !== undefined) return tieReason(id, lost, situation);
  const simpler = isSimpler(id, name, chosen);
  const behind = (tally.points.get(name) ?? 0) <= (tally.points.get(chosen) ?? 0);
  const telling = simpler || behind ? tellingRule(decided, name) : undefined;
  if (telling === undefined) return tooDear(decided, name);
  const reason = reasonOf(telling, situation);
  if (weightFor(telling, name) < 0) return reason;
  const verdict = simpler ? 'Not enough here.' : `Better here: ${labelOf(id, chosen)}.`;
  return { ...reason, text: `${verdict} ${reason.text}` };
}

/** The rule that speaks most clearly for the chosen alternative and not, or less, for another one. */
function tellingRule({ chosen, fired }: Decided, name: AlternativeId): Rule | undefined {
  const lead = (rule: Rule): number => weightFor(rule, chosen) - weightFor(rule, name);
  const [best] = fired.filter((rule) => lead(rule) > 0).toSorted((a, b) => lead(b) - lead(a));
  return best;
}

/** A dearer alternative that nothing forbids, but too little speaks for. */
function tooDear(decided: Decided, name: AlternativeId): Reason {
  const { id, chosen, situation } = decided;
  const label = labelOf(id, chosen);
  const wish = firedInFavor(decided, name).find(
    (rule) => weightFor(rule, name) > weightFor(rule, chosen),
  );
  if (wish === undefined) {
    return ownReason(id, 'simplest', `Nothing you said calls for more than ${label}.`);
  }
  const reason = reasonOf(wish, situation);
  return {
    ...reason,
    ruleId: `${id}/handicap`,
    text: `${reason.text} That alone does not pay for what it costs beyond ${label}.`,
  };
}

function isSimpler(id: DecisionId, name: AlternativeId, than: AlternativeId): boolean {
  const order: readonly AlternativeId[] = alternativesOf(id);
  return order.indexOf(name) < order.indexOf(than);
}
