import { alternative, alternativesOf, floorOf } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { Priority } from '../model/decision-kinds.ts';
import type { Rule } from '../rules/rule.ts';

/** By how many points a dearer alternative has to lead where no priority tells the two apart. */
const handicap = 2;

/** From this lead on, the rules decide alone; below it, priorities do. */
const clearLead = 3;

/** What the rules that spoke say about each alternative. */
export interface Tally {
  readonly points: ReadonlyMap<AlternativeId, number>;
  readonly vetoes: ReadonlyMap<AlternativeId, readonly Rule[]>;
  readonly required: ReadonlyMap<AlternativeId, readonly Rule[]>;
}

/** Two alternatives that were close, and the priority that decided between them. */
export interface Tie {
  readonly winner: AlternativeId;
  readonly loser: AlternativeId;
  readonly priority: Priority;
}

export interface Picked {
  readonly chosen: AlternativeId;
  /** Only those that the chosen alternative won. */
  readonly ties: readonly Tie[];
}

/** Counts points, vetoes and requirements. The simplest alternative cannot be vetoed. */
export function tally(id: DecisionId, fired: readonly Rule[]): Tally {
  const points = new Map<AlternativeId, number>();
  const vetoes = new Map<AlternativeId, Rule[]>();
  const required = new Map<AlternativeId, Rule[]>();
  const floor = floorOf(id);
  for (const rule of fired) {
    const { effect } = rule;
    if (effect.kind === 'require') append(required, effect.alternative, rule);
    if (effect.kind === 'veto') {
      for (const name of effect.alternatives) if (name !== floor) append(vetoes, name, rule);
    }
    for (const [name, value] of scored(rule)) points.set(name, (points.get(name) ?? 0) + value);
  }
  return { points, vetoes, required };
}

/** The alternatives that a rule speaks for or against, and how much. */
export function scored({ effect }: Rule): readonly (readonly [AlternativeId, number])[] {
  return effect.kind === 'score'
    ? (Object.entries(effect.points) as [AlternativeId, number][])
    : [];
}

/**
 * Picks an alternative: what is vetoed falls out; of what is required the dearest stays; otherwise
 * points decide. A dearer alternative wins with a clear lead; where it leads by one or two, the
 * first priority that speaks for one side only decides, and without one a lead of two is enough.
 * @param priorities the most important one first
 */
export function pick(
  id: DecisionId,
  { points, vetoes, required }: Tally,
  priorities: readonly Priority[],
): Picked {
  const allowed = alternativesOf(id).filter((name) => !vetoes.has(name));
  const dearestRequired = allowed.findLast((name) => required.has(name));
  if (dearestRequired !== undefined) return { chosen: dearestRequired, ties: [] };
  const ties: Tie[] = [];
  const chosen = allowed.reduce((best, dearer) => {
    const lead = (points.get(dearer) ?? 0) - (points.get(best) ?? 0);
    if (lead <= 0) return best;
    if (lead >= clearLead) return dearer;
    const tie = tieBetween(id, best, dearer, priorities);
    if (tie === undefined) return lead >= handicap ? dearer : best;
    ties.push(tie);
    return tie.winner;
  });
  return { chosen, ties: ties.filter(({ winner }) => winner === chosen) };
}

function tieBetween(
  id: DecisionId,
  simpler: AlternativeId,
  dearer: AlternativeId,
  priorities: readonly Priority[],
): Tie | undefined {
  const favors = (name: AlternativeId, priority: Priority): boolean =>
    alternative(id, name).favors?.includes(priority) ?? false;
  for (const priority of priorities) {
    const forSimpler = favors(simpler, priority);
    if (forSimpler === favors(dearer, priority)) continue;
    return forSimpler
      ? { winner: simpler, loser: dearer, priority }
      : { winner: dearer, loser: simpler, priority };
  }
  return undefined;
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
