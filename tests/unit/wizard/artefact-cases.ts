import fc from 'fast-check';
import { files } from '../../../src/wizard/artefacts/files.ts';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import type { Solution, WizardState } from '../../../src/wizard/model/solution.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { partialState } from './arbitraries.ts';
import { pinnedStates, richAnswers } from './design-states.ts';

/** A state with everything that is made from it. */
export interface Made {
  readonly state: WizardState;
  readonly solution: Solution;
  readonly architecture: Architecture;
  readonly files: readonly GeneratedFile[];
}

/** Decides, builds and writes, as the result page does. */
export function make(state: WizardState): Made {
  const solution = solve(state.answers, state.pins);
  const architecture = buildArchitecture(solution);
  let written: readonly GeneratedFile[] | undefined;
  return {
    state,
    solution,
    architecture,
    /** Written when somebody looks: most tests look at few. */
    get files() {
      written ??= files(solution, architecture, {
        date: '2026-11-23',
        findPage: (id) => ({ title: id, url: `https://example.org/patterns/${id}/` }),
      });
      return written;
    },
  };
}

/** An architecture in which everything occurs. */
export const rich: Made = make({ answers: richAnswers, pins: {} });

/** The same few hundred states in every run: all single pins, and answers and pins at random. */
export const madeStates: readonly Made[] = [
  make({ answers: {}, pins: {} }),
  rich,
  ...pinnedStates.map(make),
  ...fc.sample(partialState, { numRuns: 250, seed: 20261123 }).map(make),
];
