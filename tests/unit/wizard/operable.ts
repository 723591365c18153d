import fc from 'fast-check';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import type { WizardState } from '../../../src/wizard/model/solution.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { partialState } from './arbitraries.ts';
import { rich } from './artefact-cases.ts';
import { pinnedStates } from './design-states.ts';

/** Decides and builds, up to where the files begin. */
export function contextOf(state: WizardState): RecordContext {
  const solution = solve(state.answers, state.pins);
  return {
    solution,
    architecture: buildArchitecture(solution),
    date: '2026-11-23',
    findPage: (id) => ({ title: id, url: `https://example.org/patterns/${id}/` }),
  };
}

/** Nothing answered, everything asked for, and each alternative pinned. */
export const cases: readonly RecordContext[] = [
  { answers: {}, pins: {} },
  rich.state,
  ...pinnedStates,
].map(contextOf);

/** The same random designs in every run. */
export function randomDesigns(count: number): readonly RecordContext[] {
  return fc.sample(partialState, { numRuns: count, seed: 20261130 }).map(contextOf);
}

/** As many random designs as a cheap check takes: 2,000, in the long run 10,000. */
export const manyDesigns = process.env['LONG_RUN'] === undefined ? 2000 : 10_000;

/** Thousands of files take half a minute alone, and far longer beside everything else. */
export const patienceMs = 600_000;
