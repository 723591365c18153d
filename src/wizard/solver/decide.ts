import { alternative } from '../model/decisions.ts';
import type { AlternativeId } from '../model/decisions.ts';
import type { Parameters } from '../model/parameter-words.ts';
import type { Decision } from '../model/solution.ts';
import { reasonsFor } from './explain.ts';
import { firedRules, reasonOf } from './fired.ts';
import type { Asked } from './fired.ts';
import type { Rule } from '../rules/rule.ts';
import type { DecisionRules } from './order.ts';
import { pick, tally } from './pick.ts';
import { rejectionsOf } from './reject.ts';

/** A decision together with the rules that spoke, from which tensions are read. */
export interface Made {
  readonly decision: Decision;
  readonly fired: readonly Rule[];
}

/** Makes one decision; a pin stands even against a veto, which it then carries as broken. */
export function decide(
  { id, rules }: DecisionRules,
  situation: Asked,
  pin: AlternativeId | undefined,
): Made {
  const fired = firedRules(rules, situation);
  const counted = tally(id, fired);
  const picked = pick(id, counted, situation.facts.priorities);
  const chosen = pin ?? picked.chosen;
  const pinned = pin !== undefined;
  const ties = pinned ? [] : picked.ties;
  const decided = { id, chosen, pinned, fired, tally: counted, ties, situation };
  const because = reasonsFor(decided);
  const about = alternative(id, chosen);
  const decision: Decision = {
    id,
    chosen,
    because,
    rejected: rejectionsOf(decided),
    tradeOff: about.tradeOff,
    revisitWhen: revisitWhen(fired, because) ?? about.revisitWhen,
    tag: because[0]?.tag ?? 'C',
    patterns: [
      ...new Set([...about.patterns, ...because.flatMap((reason) => reason.pattern ?? [])]),
    ],
    parameters: parametersOf(fired, chosen),
    pinned,
    brokenVetoes: (counted.vetoes.get(chosen) ?? []).map((rule) => reasonOf(rule, situation)),
  };
  return { decision, fired };
}

/** What the rules behind the reasons say about looking again. */
function revisitWhen(fired: readonly Rule[], because: Decision['because']): string | undefined {
  const spoke = new Set(because.map((reason) => reason.ruleId));
  const texts = fired.flatMap((rule) =>
    spoke.has(rule.id) && rule.revisitWhen !== undefined ? [rule.revisitWhen] : [],
  );
  return texts.length === 0 ? undefined : [...new Set(texts)].join('; ');
}

/** What the rules set for the chosen alternative; of several values the largest, which is the strictest, stands. */
function parametersOf(fired: readonly Rule[], chosen: AlternativeId): Parameters {
  const values: { -readonly [Name in keyof Parameters]: number } = {};
  for (const { effect } of fired) {
    if (effect.kind !== 'parameter') continue;
    if (effect.for?.some((name) => name === chosen) === false) continue;
    values[effect.name] = Math.max(effect.value, values[effect.name] ?? effect.value);
  }
  return values;
}
