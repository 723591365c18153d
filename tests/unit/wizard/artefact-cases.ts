import { files } from '../../../src/wizard/artefacts/files.ts';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import type { Solution, WizardState } from '../../../src/wizard/model/solution.ts';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { richAnswers } from './design-states.ts';
import { designOf, someDesigns } from './designs.ts';

/** A state with everything that is made from it. */
export interface Made {
  readonly state: WizardState;
  readonly solution: Solution;
  readonly architecture: Architecture;
  readonly files: readonly GeneratedFile[];
}

/** Decides, builds and writes, as the result page does. */
export function make(state: WizardState): Made {
  return madeFrom(designOf(state));
}

function madeFrom(context: RecordContext): Made {
  const { solution, architecture } = context;
  let written: readonly GeneratedFile[] | undefined;
  return {
    state: solution.state,
    solution,
    architecture,
    /** Written when somebody looks: most tests look at few. */
    get files() {
      written ??= files(solution, architecture, context);
      return written;
    },
  };
}

/** An architecture in which everything occurs. */
export const rich: Made = make({ answers: richAnswers, pins: {} });

/** The same states in every run: named ones, pins alone, and answers and pins at random. */
export const madeStates: readonly Made[] = someDesigns(150).map(madeFrom);
