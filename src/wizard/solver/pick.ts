import { alternativesOf, floorOf } from '../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../model/decisions.ts';
import type { Rule } from '../rules/rule.ts';

/** By how many points a dearer alternative has to lead to be chosen. */
export const handicap = 2;

/** What the rules that spoke say about each alternative. */
export interface Tally {
  readonly points: ReadonlyMap<AlternativeId, number>;
  readonly vetoes: ReadonlyMap<AlternativeId, readonly Rule[]>;
  readonly required: ReadonlyMap<AlternativeId, readonly Rule[]>;
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
    if (effect.kind === 'score') {
      for (const name of effect.alternatives)
        points.set(name, (points.get(name) ?? 0) + effect.points);
    }
  }
  return { points, vetoes, required };
}

/**
 * Picks an alternative: what is vetoed falls out; of what is required the dearest stays; otherwise
 * the most points win, where a dearer alternative has to lead by `handicap`.
 */
export function pick(id: DecisionId, { points, vetoes, required }: Tally): AlternativeId {
  const allowed = alternativesOf(id).filter((name) => !vetoes.has(name));
  const dearestRequired = allowed.findLast((name) => required.has(name));
  if (dearestRequired !== undefined) return dearestRequired;
  return allowed.reduce((best, dearer) =>
    (points.get(dearer) ?? 0) >= (points.get(best) ?? 0) + handicap ? dearer : best,
  );
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
