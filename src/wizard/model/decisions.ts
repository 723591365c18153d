import { accessDecisions } from './decisions-access.ts';
import { boundaryDecisions } from './decisions-boundaries.ts';
import { cacheDecision } from './decisions-cache.ts';
import { callDecisions } from './decisions-calls.ts';
import { clientDecisions } from './decisions-clients.ts';
import { contractDecisions } from './decisions-contracts.ts';
import { dataDecisions } from './decisions-data.ts';
import { deliveryDecisions } from './decisions-delivery.ts';
import { liveDecisions } from './decisions-live.ts';
import { messageDecisions } from './decisions-messages.ts';
import { invalidationDecision } from './decisions-invalidation.ts';
import { languageDecision } from './decisions-language.ts';
import { limitDecisions } from './decisions-limits.ts';
import { operationsDecisions } from './decisions-operations.ts';
import { rightsDecisions } from './decisions-rights.ts';
import { runningDecisions } from './decisions-running.ts';
import { sharingDecisions } from './decisions-sharing.ts';
import { structureDecisions } from './decisions-structure.ts';
import { workDecisions } from './decisions-work.ts';
import type { Alternative, DecisionEntry } from './decision-kinds.ts';

/** Every decision, in the order of their numbers. */
export const decisions = {
  ...structureDecisions,
  ...boundaryDecisions,
  ...callDecisions,
  ...liveDecisions,
  ...clientDecisions,
  ...contractDecisions,
  ...dataDecisions,
  ...sharingDecisions,
  ...messageDecisions,
  ...workDecisions,
  ...cacheDecision,
  ...invalidationDecision,
  ...accessDecisions,
  ...rightsDecisions,
  ...limitDecisions,
  ...runningDecisions,
  ...deliveryDecisions,
  ...operationsDecisions,
  ...languageDecision,
} as const;

export type DecisionId = keyof typeof decisions;

/** The alternatives of one decision, or of any decision when none is named. */
export type AlternativeId<D extends DecisionId = DecisionId> = D extends DecisionId
  ? keyof (typeof decisions)[D]['alternatives'] & string
  : never;

export const decisionIds = (Object.keys(decisions) as DecisionId[]).toSorted(
  (a, b) => decisions[a].number - decisions[b].number,
);

/** The alternatives of a decision, from the simplest to the dearest. */
export function alternativesOf<D extends DecisionId>(id: D): readonly AlternativeId<D>[] {
  return Object.keys(decisions[id].alternatives) as AlternativeId<D>[];
}

/** The alternative that no rule may veto: the simplest one. */
export function floorOf<D extends DecisionId>(id: D): AlternativeId<D> {
  const [simplest] = alternativesOf(id);
  if (simplest === undefined) throw new Error(`The decision "${id}" has no alternatives.`);
  return simplest;
}

/** What is known about one alternative. */
export function alternative(id: DecisionId, chosen: AlternativeId): Alternative {
  const entry: DecisionEntry = decisions[id];
  const found = entry.alternatives[chosen];
  if (found === undefined) throw new Error(`"${chosen}" is no alternative of "${id}".`);
  return found;
}
