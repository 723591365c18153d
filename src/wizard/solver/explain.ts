import { alternativesOf, decisions, floorOf } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { Reason } from '../model/solution.ts';
import type { Rule } from '../rules/rule.ts';
import { allAssumed, factsNamed, fillIn, reasonOf } from './fired.ts';
import type { Asked } from './fired.ts';
import { labelOf, ownReason, tieReason } from './own-reasons.ts';
import { scored } from './pick.ts';
import type { Tally, Tie } from './pick.ts';
import { questionsRead } from './reads.ts';

/** All that an explanation of one decision is made from. */
export interface Decided {
  readonly id: DecisionId;
  readonly chosen: AlternativeId;
  readonly pinned: boolean;
  readonly fired: readonly Rule[];
  readonly tally: Tally;
  readonly ties: readonly Tie[];
  readonly situation: Asked;
}

/** A requirement counts for more than any score. */
const requirementWeight = 4;

/** Why the chosen alternative was chosen; never empty. */
export function reasonsFor(decided: Decided): readonly Reason[] {
  const { id, chosen, pinned, situation, ties } = decided;
  const inFavor = firedInFavor(decided, chosen).map((rule) => reasonOf(rule, situation));
  if (pinned) return [ownReason(id, 'pin', 'You pinned this decision.'), ...inFavor];
  const byPriority = ties.map((tie) => tieReason(id, tie, situation));
  if (inFavor.length > 0) return [...inFavor, ...byPriority];
  const blocked = blockingVetoes(decided).map((rule) => reasonOf(rule, situation));
  return blocked.length > 0
    ? [...blocked, ...byPriority]
    : [simplestReason(decided), ...byPriority];
}

/** The rules that speak for an alternative, the weightiest first. */
export function firedInFavor(decided: Decided, name: AlternativeId): readonly Rule[] {
  return decided.fired
    .filter((rule) => weightFor(rule, name) > 0)
    .toSorted((a, b) => weightFor(b, name) - weightFor(a, name));
}

/** How much a rule speaks for an alternative; below 0 against it. */
export function weightFor(rule: Rule, name: AlternativeId): number {
  if (rule.effect.kind === 'require') {
    return rule.effect.alternative === name ? requirementWeight : 0;
  }
  return scored(rule).find(([each]) => each === name)?.[1] ?? 0;
}

/** The vetoes against alternatives that something speaks for. */
function blockingVetoes({ id, tally }: Decided): readonly Rule[] {
  const blocked = alternativesOf(id).flatMap((name) => {
    const wished = tally.required.has(name) || (tally.points.get(name) ?? 0) > 0;
    return wished ? (tally.vetoes.get(name) ?? []) : [];
  });
  return [...new Set(blocked)];
}

/** Where no rule speaks for what was chosen. */
function simplestReason(decided: Decided): Reason {
  const { id, chosen, situation } = decided;
  if (chosen !== floorOf(id)) {
    const text = `More speaks against the others than against ${labelOf(id, chosen)}.`;
    return ownReason(id, 'simplest', text);
  }
  const text = decisions[id].simplestBecause;
  const reads = { facts: new Set(factsNamed(text)), decisions: new Set<DecisionId>() };
  return {
    ...ownReason(id, 'simplest', `${fillIn(text, situation.facts)} ${remainder(decided)}`),
    answers: questionsRead(reads),
    assumed: allAssumed(reads, situation),
  };
}

function remainder({ id, fired }: Decided): string {
  const dearer = alternativesOf(id).filter((name) => name !== floorOf(id));
  const wished = fired.some((rule) => dearer.some((name) => weightFor(rule, name) > 0));
  return wished
    ? 'Something speaks for more, but not enough to pay for it.'
    : 'Nothing you said calls for more.';
}
