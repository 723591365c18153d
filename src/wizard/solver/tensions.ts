import { questionIds, questionOf } from '../model/answers.ts';
import { alternative, decisionIds } from '../model/decisions.ts';
import type { DecisionId } from '../model/decisions.ts';
import type { Tension } from '../model/solution.ts';
import type { TensionRule } from '../rules/rule.ts';
import type { Made } from './decide.ts';
import { holds } from './evaluate.ts';
import { fillIn, reasonOf } from './fired.ts';
import type { Asked } from './fired.ts';
import { compareIds } from './order.ts';
import { tally } from './pick.ts';

/** All wishes that cannot be met together: those the rules name, requirements against vetoes, pins against vetoes. */
export function tensionsOf(
  rules: readonly TensionRule[],
  made: ReadonlyMap<DecisionId, Made>,
  situation: Asked,
): readonly Tension[] {
  const named = rules
    .filter((rule) => holds(rule.when, situation))
    .toSorted((a, b) => compareIds(a.id, b.id))
    .map((rule) => namedTension(rule, situation));
  const own = decisionIds.flatMap((id) => {
    const entry = made.get(id);
    return entry === undefined
      ? []
      : [
          ...vetoedRequirements(entry, situation),
          ...outdoneRequirements(entry, situation),
          ...brokenPins(entry),
        ];
  });
  return [...named, ...own];
}

function namedTension(rule: TensionRule, { facts }: Asked): Tension {
  const relax = [...new Set(rule.relax.map(questionOf))];
  return { id: rule.id, title: rule.title, text: fillIn(rule.text, facts), relax };
}

function vetoedRequirements({ decision, fired }: Made, situation: Asked): readonly Tension[] {
  const { required, vetoes } = tally(decision.id, fired);
  return [...required].flatMap(([name, wishes]) => {
    const wish = wishes[0];
    const veto = vetoes.get(name)?.[0];
    if (wish === undefined || veto === undefined) return [];
    const reasons = [reasonOf(wish, situation), reasonOf(veto, situation)] as const;
    const asked = new Set(reasons.flatMap((reason) => reason.answers));
    return [
      {
        id: `tension/${wish.id}`,
        title: `Needed and ruled out: ${alternative(decision.id, name).label}`,
        text: `${reasons[0].text} But: ${reasons[1].text}`,
        relax: questionIds.filter((question) => asked.has(question)),
        decision: decision.id,
      },
    ];
  });
}

/** Wishes for one thing where another rule, or a pin, asks for something else. */
function outdoneRequirements({ decision, fired }: Made, situation: Asked): readonly Tension[] {
  const { vetoes } = tally(decision.id, fired);
  return fired.flatMap((wish): readonly Tension[] => {
    const { effect } = wish;
    if (effect.kind !== 'require' || effect.metBy === undefined) return [];
    if (vetoes.has(effect.alternative) || effect.metBy.includes(decision.chosen)) return [];
    const [strongest] = decision.because;
    const reason = reasonOf(wish, situation);
    const asked = new Set([...reason.answers, ...(strongest?.answers ?? [])]);
    return [
      {
        id: `tension/${wish.id}`,
        title: `Wanted, and something else is needed: ${alternative(decision.id, effect.alternative).label}`,
        text: `${reason.text} But: ${strongest?.text ?? ''}`,
        relax: questionIds.filter((question) => asked.has(question)),
        decision: decision.id,
      },
    ];
  });
}

function brokenPins({ decision }: Made): readonly Tension[] {
  if (!decision.pinned || decision.brokenVetoes.length === 0) return [];
  const label = alternative(decision.id, decision.chosen).label;
  const asked = new Set(decision.brokenVetoes.flatMap((reason) => reason.answers));
  return [
    {
      id: `tension/${decision.id}/pin`,
      title: `Pinned against a rule: ${label}`,
      text: decision.brokenVetoes.map((reason) => reason.text).join(' '),
      relax: questionIds.filter((question) => asked.has(question)),
      decision: decision.id,
    },
  ];
}
