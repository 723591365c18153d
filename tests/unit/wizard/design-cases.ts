import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import type { Generator } from '../../../src/wizard/artefacts/generator.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import type { WizardState } from '../../../src/wizard/model/solution.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { partialState } from './arbitraries.ts';
import { pinnedStates, rich } from './artefact-cases.ts';

/** The design of a state, as generators are given it. */
export function designOf({ answers, pins }: WizardState): RecordContext {
  const solution = solve(answers, pins);
  return {
    solution,
    architecture: buildArchitecture(solution),
    date: '2026-11-23',
    findPage: (id) => ({ title: id, url: `https://example.org/patterns/${id}/` }),
  };
}

/** How many random designs a test takes: ten thousand in all in the long run. */
export function runs(usual: number, long: number): number {
  return process.env['LONG_RUN'] === undefined ? usual : long;
}

/** The same designs in every run: the plainest, the richest, every pin alone, then random answers and pins. */
export function designs(random: number, seed: number): readonly RecordContext[] {
  return [
    { answers: {}, pins: {} },
    rich.state,
    ...pinnedStates,
    ...fc.sample(partialState, { numRuns: random, seed }),
  ].map(designOf);
}

/** The files of some designs whose path fits, each text once: equal files need no second look. */
export function distinctFiles(
  contexts: readonly RecordContext[],
  generator: Generator,
  fits: (file: GeneratedFile) => boolean,
): readonly GeneratedFile[] {
  const found = new Map<string, GeneratedFile>();
  for (const context of contexts) {
    for (const file of generator(context).filter(fits)) {
      found.set(createHash('sha1').update(file.path).update(file.text).digest('hex'), file);
    }
  }
  return [...found.values()];
}
