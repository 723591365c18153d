import fc from 'fast-check';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import type { Solution, WizardState } from '../../../src/wizard/model/solution.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { partialState } from './arbitraries.ts';

/** A design before its files are written. */
export interface Design {
  readonly solution: Solution;
  readonly architecture: Architecture;
  readonly date: string;
}

/** How many designs a cheap check looks at: 2,000, or 10,000 in the long run. */
export const designCount = process.env['LONG_RUN'] === undefined ? 2000 : 10_000;

/** The first designs of one fixed row of random answers and pins, made as they are asked for. */
export function* designs(count: number): Generator<Design> {
  for (const state of fc.sample(partialState, { numRuns: count, seed: 20261130 })) {
    yield design(state);
  }
}

export function design(state: WizardState): Design {
  const solution = solve(state.answers, state.pins);
  return { solution, architecture: buildArchitecture(solution), date: '2026-11-30' };
}
