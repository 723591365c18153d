import { measured } from '../../../lib/measured.ts';
import type { QuestionId } from '../../model/answers.ts';
import { alternative, alternativesOf, decisionIds, decisions } from '../../model/decisions.ts';
import type { AlternativeId, DecisionId } from '../../model/decisions.ts';
import { evidenceWords } from '../../model/decision-kinds.ts';
import type { Source } from '../../model/decision-kinds.ts';
import { parameterInWords } from '../../model/parameter-words.ts';
import { saidReason } from '../../artefacts/reason-words.ts';
import type { Reason, Solution, WizardState } from '../../model/solution.ts';
import { flips } from '../../solver/sensitivity.ts';
import type { Flip } from '../../solver/sensitivity.ts';
import { formatAddress } from '../address.ts';
import type { FindPattern, PatternLink } from '../pattern-links.ts';
import { chosenLabel, isAssumed } from '../question/effect-model.ts';
import { questionLinks } from '../question-links.ts';
import type { QuestionLink } from '../question-links.ts';

export interface ReasonModel {
  readonly text: string;
  /** The evidence in a word. */
  readonly evidence: string;
  /** Nobody stated what it rests on. */
  readonly isAssumed: boolean;
  readonly source?: Source;
  /** The answers that made the rule speak. */
  readonly from: readonly QuestionLink[];
}

export interface DecisionModel {
  readonly id: DecisionId;
  readonly number: number;
  readonly title: string;
  readonly chosen: string;
  readonly summary: string;
  readonly isAssumed: boolean;
  readonly isPinned: boolean;
  /** Why the rules forbid the pinned alternative. */
  readonly brokenVetoes: readonly ReasonModel[];
  readonly because: readonly ReasonModel[];
  readonly rejected: readonly {
    readonly label: string;
    readonly isVetoed: boolean;
    readonly reasons: readonly ReasonModel[];
  }[];
  /** What the rules have set, as in "at least 2 replicas of each deployable". */
  readonly settings: readonly string[];
  readonly tradeOff: string;
  readonly revisitWhen: string;
  /** The smallest change of one answer that turns the decision round, if there is one. */
  readonly flip?: FlipModel;
  readonly patterns: readonly PatternLink[];
  readonly alternatives: readonly { readonly id: AlternativeId; readonly label: string }[];
  readonly chosenId: AlternativeId;
}

/** An answer that would turn the decision round. */
export interface FlipModel {
  /** As in "10 engineers". */
  readonly answer: string;
  readonly becomes: string;
  /** The question to answer differently. */
  readonly href: string;
}

/** Every decision with what explains it, in the order of their numbers. */
export function decisionModels(
  solution: Solution,
  findPattern: FindPattern,
): readonly DecisionModel[] {
  const { state } = solution;
  const found = measured('wizard: sensitivity', () => flips(state.answers, state.pins));
  const flipOf = new Map(found.map((flip) => [flip.decision, flip]));
  const reason = (from: Reason) => reasonModel(from, (ids) => questionLinks(ids, state));
  return decisionIds.map((id) => {
    const decided = solution.decisions[id];
    const chosen = alternative(id, decided.chosen);
    const flip = flipOf.get(id);
    return {
      id,
      number: decisions[id].number,
      title: decisions[id].title,
      chosen: chosenLabel(solution, id),
      summary: chosen.summary,
      isAssumed: isAssumed(decided, state.answers),
      isPinned: decided.pinned,
      brokenVetoes: decided.brokenVetoes.map(reason),
      because: decided.because.map(reason),
      rejected: decided.rejected.map((rejection) => ({
        label: alternative(id, rejection.alternative).label,
        isVetoed: rejection.vetoed,
        reasons: [rejection.reason, ...rejection.further].map(reason),
      })),
      settings: Object.entries(decided.parameters).map(([name, value]) =>
        parameterInWords(name, value),
      ),
      tradeOff: decided.tradeOff,
      revisitWhen: decided.revisitWhen,
      ...(flip && { flip: flipModel(flip, state) }),
      patterns: decided.patterns.flatMap((pattern) => findPattern(pattern) ?? []),
      alternatives: alternativesOf(id).map((each) => ({
        id: each,
        label: alternative(id, each).label,
      })),
      chosenId: decided.chosen,
    };
  });
}

function flipModel(flip: Flip, wizard: WizardState): FlipModel {
  return {
    answer: flip.text,
    becomes: alternative(flip.decision, flip.to).label,
    href: formatAddress(flip.question, wizard),
  };
}

function reasonModel(
  reason: Reason,
  links: (ids: readonly QuestionId[]) => readonly QuestionLink[],
): ReasonModel {
  const { tag, source, answers } = reason;
  return {
    text: saidReason(reason),
    evidence: evidenceWords[tag],
    isAssumed: reason.assumed,
    from: links(answers),
    ...(source && { source }),
  };
}
