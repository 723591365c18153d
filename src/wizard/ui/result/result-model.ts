import type { Architecture } from '../../model/architecture.ts';
import { buildArchitecture } from '../../model/build-architecture.ts';
import { estimates } from '../../model/estimates.ts';
import { summary } from '../../model/summary.ts';
import type { Solution, WizardState } from '../../model/solution.ts';
import { containerDiagram } from '../../artefacts/container-diagram.ts';
import type { Diagram } from '../../artefacts/diagram.ts';
import { solve } from '../../solver/solve.ts';
import { counted } from '../../../lib/text.ts';
import type { FindPattern } from '../pattern-links.ts';
import { tensionModel } from '../question/effect-model.ts';
import type { TensionModel } from '../question/effect-model.ts';
import { openModels } from '../question/open-model.ts';
import type { OpenModel } from '../question/open-model.ts';
import { answerModels } from './answer-model.ts';
import type { AnswerModels } from './answer-model.ts';
import { decisionModels } from './decision-model.ts';
import type { DecisionModel } from './decision-model.ts';
import { estimateModel } from './estimate-model.ts';
import type { EstimateModel } from './estimate-model.ts';
import { connectionList } from './parts-list.ts';
import type { ConnectionModel } from './parts-list.ts';

/** Everything the result's view shows, but for the files, which have code of their own. */
export interface ResultModel {
  /** As in "8 answered, 13 assumed". */
  readonly basis: string;
  readonly title: string;
  readonly sentences: readonly string[];
  readonly solution: Solution;
  readonly architecture: Architecture;
  readonly diagram: Diagram;
  readonly connections: readonly ConnectionModel[];
  readonly estimates: readonly EstimateModel[];
  readonly tensions: readonly TensionModel[];
  readonly decisions: readonly DecisionModel[];
  /** The questions that were not asked and can still change a decision. */
  readonly open: readonly OpenModel[];
  readonly answers: AnswerModels;
  readonly changeHref: string;
}

/** Computes the whole result from answers and pins. */
export function resultModel(wizard: WizardState, findPattern: FindPattern): ResultModel {
  const solution = solve(wizard.answers, wizard.pins);
  const architecture = buildArchitecture(solution);
  const answers = answerModels(solution);
  return {
    ...summary(solution, architecture),
    basis: basisInWords(wizard, answers),
    solution,
    architecture,
    diagram: containerDiagram(architecture),
    connections: connectionList(architecture),
    estimates: estimates(solution, architecture).map(estimateModel),
    tensions: solution.tensions.map((tension) => tensionModel(tension, wizard)),
    decisions: decisionModels(solution, findPattern),
    open: openModels(wizard),
    answers,
    changeHref: answers.asked[0]?.href ?? '#start',
  };
}

function basisInWords(wizard: WizardState, { asked, unasked }: AnswerModels): string {
  const stated = asked.filter(({ isAssumed }) => !isAssumed).length;
  const assumed = asked.length + unasked.length - stated;
  const pins = Object.keys(wizard.pins).length;
  const pinned = pins === 0 ? '' : `, ${counted(pins, 'decision')} pinned`;
  return `Result: ${stated} answered, ${assumed} assumed${pinned}`;
}
