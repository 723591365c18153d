import { alternative, alternativesOf, decisions, floorOf } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import { questionsRead } from './reads.ts';
import type { Reason, Rejection } from '../model/solution.ts';
import { factsNamed, fillIn, reasonOf } from './fired.ts';
import type { Rule } from '../rules/rule.ts';
import type { Situation } from './evaluate.ts';
import type { Tally } from './pick.ts';

/** All that an explanation of one decision is made from. */
export interface Decided {
  readonly id: DecisionId;
  readonly chosen: AlternativeId;
  readonly pinned: boolean;
  readonly fired: readonly Rule[];
  readonly tally: Tally;
  readonly situation: Situation;
}

/** Why the chosen alternative was chosen; never empty. */
export function reasonsFor(decided: Decided): readonly Reason[] {
  const { id, chosen, pinned, situation } = decided;
  const inFavor = firedInFavor(decided, chosen).map((rule) => reasonOf(rule, situation));
  if (pinned) return [ownReason(id, 'pin', 'You pinned this decision.'), ...inFavor];
  if (inFavor.length > 0) return inFavor;
  const blocked = blockingVetoes(decided);
  if (blocked.length > 0) return blocked.map((rule) => reasonOf(rule, situation));
  return [simplestReason(decided)];
}

/** The vetoes against alternatives that something speaks for. */
function blockingVetoes({ id, tally }: Decided): readonly Rule[] {
  const blocked = alternativesOf(id).flatMap((name) => {
    const wished = tally.required.has(name) || (tally.points.get(name) ?? 0) > 0;
    return wished ? (tally.vetoes.get(name) ?? []) : [];
  });
  return [...new Set(blocked)];
}

function simplestReason(decided: Decided): Reason {
  const { id, situation } = decided;
  const text = decisions[id].simplestBecause;
  return {
    ...ownReason(id, 'simplest', `${fillIn(text, situation.facts)} ${remainder(decided)}`),
    answers: questionsRead({ facts: new Set(factsNamed(text)), decisions: new Set() }),
  };
}

/** Why each other alternative was not chosen. */
export function rejectionsOf(decided: Decided, because: readonly Reason[]): readonly Rejection[] {
  return alternativesOf(decided.id)
    .filter((name) => name !== decided.chosen)
    .map((name) => ({
      alternative: name,
      reason: rejectionReason(decided, name, because),
      vetoed: decided.tally.vetoes.has(name),
    }));
}

function rejectionReason(
  decided: Decided,
  name: AlternativeId,
  because: readonly Reason[],
): Reason {
  const { id, chosen, situation, tally, pinned } = decided;
  const veto = tally.vetoes.get(name)?.[0];
  if (veto !== undefined) return reasonOf(veto, situation);
  if (pinned) return ownReason(id, 'pin', `You pinned ${alternative(id, chosen).label}.`);
  const against = decided.fired.find(
    ({ effect }) =>
      effect.kind === 'score' && effect.points < 0 && effect.alternatives.some((a) => a === name),
  );
  if (against !== undefined) return reasonOf(against, situation);
  const first = because[0];
  if (isSimpler(id, name, chosen) && first !== undefined) {
    return { ...first, text: `Not enough here. ${first.text}` };
  }
  return tooDear(decided, name);
}

/** A dearer alternative that nothing forbids, but too little speaks for. */
function tooDear(decided: Decided, name: AlternativeId): Reason {
  const { id, chosen, tally, situation } = decided;
  const label = alternative(id, chosen).label;
  const points = tally.points.get(name) ?? 0;
  const reasons = firedInFavor(decided, name).map((rule) => reasonOf(rule, situation));
  const first = reasons[0];
  if (first === undefined || points <= 0) {
    return ownReason(id, 'simplest', `Nothing you said calls for more than ${label}.`);
  }
  return {
    ...first,
    ruleId: `${id}/handicap`,
    text: `${first.text} That alone does not pay for what it costs beyond ${label}.`,
  };
}

/** The rules that speak for an alternative, the weightiest first. */
function firedInFavor(decided: Decided, name: AlternativeId): readonly Rule[] {
  return decided.fired
    .filter((rule) => weightFor(rule, name) > 0)
    .toSorted((a, b) => weightFor(b, name) - weightFor(a, name));
}

function weightFor({ effect }: Rule, name: AlternativeId): number {
  if (effect.kind === 'require') return effect.alternative === name ? 4 : 0;
  if (effect.kind !== 'score') return 0;
  return effect.alternatives.some((each) => each === name) ? effect.points : 0;
}

function remainder({ id, tally }: Decided): string {
  const floor = floorOf(id);
  const wished = alternativesOf(id).some(
    (name) => name !== floor && (tally.points.get(name) ?? 0) > 0,
  );
  return wished
    ? 'Something speaks for more, but not enough to pay for it.'
    : 'Nothing you said calls for more.';
}

function isSimpler(id: DecisionId, name: AlternativeId, than: AlternativeId): boolean {
  const order: readonly AlternativeId[] = alternativesOf(id);
  return order.indexOf(name) < order.indexOf(than);
}

function ownReason(id: DecisionId, kind: string, text: string): Reason {
  return { text, ruleId: `${id}/${kind}`, answers: [], decisions: [], tag: 'C' };
}
