import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { RecordContext } from '../../../src/wizard/artefacts/adr.ts';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import type { Generator as FileGenerator } from '../../../src/wizard/artefacts/generator.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import type { WizardState } from '../../../src/wizard/model/solution.ts';
import { presets } from '../../../src/wizard/presets/presets.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { partialState } from './arbitraries.ts';
import { pinnedStates, richAnswers } from './design-states.ts';
import { runs } from './runs.ts';

/** So many random designs are put to every cheap check. */
export const manyDesigns = runs(2000, 10_000);

/** Decides and builds, up to where the files begin. */
export function designOf({ answers, pins }: WizardState): RecordContext {
  const solution = solve(answers, pins);
  return {
    solution,
    architecture: buildArchitecture(solution),
    date: '2026-11-23',
    findPage: (id) => ({ title: id, url: `https://example.org/patterns/${id}/` }),
  };
}

/** The design of each preset. */
export const presetDesigns: readonly RecordContext[] = presets.map(({ state }) => designOf(state));

/** Nothing answered, everything asked for, and the presets. */
export const namedDesigns: readonly RecordContext[] = [
  designOf({ answers: {}, pins: {} }),
  designOf({ answers: richAnswers, pins: {} }),
  ...presetDesigns,
];

/** Each alternative pinned, at the defaults and where much is asked for: every `step`th of them. */
export function pinnedDesigns(step = 1): readonly RecordContext[] {
  return pinnedStates.filter((_, index) => index % step === 0).map(designOf);
}

/** The first designs of one fixed row of random answers and pins, made as they are asked for. */
export function* randomDesigns(count: number): Generator<RecordContext> {
  for (const state of fc.sample(partialState, { numRuns: count, seed: 20261130 })) {
    yield designOf(state);
  }
}

/** The named designs, some of the pinned ones (all in the long run) and so many random ones. */
export function someDesigns(random: number): readonly RecordContext[] {
  return [...namedDesigns, ...pinnedDesigns(runs(4, 1)), ...randomDesigns(random)];
}

/** The files of some designs whose path fits, each text once: equal files need no second look. */
export function distinctFiles(
  contexts: Iterable<RecordContext>,
  generator: FileGenerator,
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
