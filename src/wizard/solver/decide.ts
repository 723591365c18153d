import { alternative } from '../model/decisions.ts';
import type { AlternativeId } from '../model/decisions.ts';
import type { Decision } from '../model/solution.ts';
import type { Situation } from './evaluate.ts';
import { reasonsFor, rejectionsOf } from './explain.ts';
import { firedRules, reasonOf } from './fired.ts';
import type { Rule } from '../rules/rule.ts';
import type { DecisionRules } from './order.ts';
import { pick, tally } from './pick.ts';

/** A decision together with the rules that spoke, from which tensions are read. */
export interface Made {
  readonly decision: Decision;
  readonly fired: readonly Rule[];
}

/** Makes one decision; a pin stands even against a veto, which it then carries as broken. */
export function decide(
  { id, rules }: DecisionRules,
  situation: Situation,
  pin: AlternativeId | undefined,
): Made {
  const fired = firedRules(rules, situation);
  const counted = tally(id, fired);
  const chosen = pin ?? pick(id, counted);
  const pinned = pin !== undefined;
  const decided = { id, chosen, pinned, fired, tally: counted, situation };
  const because = reasonsFor(decided);
  const about = alternative(id, chosen);
  const decision: Decision = {
    id,
    chosen,
    because,
    rejected: rejectionsOf(decided, because),
    tradeOff: about.tradeOff,
    revisitWhen: revisitWhen(fired, because) ?? about.revisitWhen,
    tag: because[0]?.tag ?? 'C',
    patterns: [
      ...new Set([...about.patterns, ...because.flatMap((reason) => reason.pattern ?? [])]),
    ],
    parameters: parametersOf(fired),
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

/** Of several values for one setting the largest, which is the strictest, stands. */
function parametersOf(fired: readonly Rule[]): Readonly<Record<string, number>> {
  const values: Record<string, number> = {};
  for (const rule of fired) {
    if (rule.effect.kind !== 'parameter') continue;
    const { name, value } = rule.effect;
    values[name] = Math.max(value, values[name] ?? value);
  }
  return values;
}
