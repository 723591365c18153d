import fc from 'fast-check';
import { files } from '../../../src/wizard/artefacts/files.ts';
import type { GeneratedFile } from '../../../src/wizard/artefacts/files.ts';
import type { Architecture } from '../../../src/wizard/model/architecture.ts';
import { buildArchitecture } from '../../../src/wizard/model/build-architecture.ts';
import { alternativesOf, decisionIds } from '../../../src/wizard/model/decisions.ts';
import type { Answers } from '../../../src/wizard/model/answers.ts';
import type { Solution, WizardState } from '../../../src/wizard/model/solution.ts';
import { solve } from '../../../src/wizard/solver/solve.ts';
import { partialState } from './arbitraries.ts';

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
  const written = files(solution, architecture, {
    date: '2026-11-23',
    findPage: (id) => ({ title: id, url: `https://example.org/patterns/${id}/` }),
  });
  return { state, solution, architecture, files: written };
}

/** Everything at once: many clients, messages, outside systems, teams and a high target. */
const richAnswers: Answers = {
  team: { engineers: 40, teams: 5 },
  running: { running: ['automatic-deploys', 'central-telemetry', 'tracing', 'on-call'] },
  load: { peakNow: 4000, peakLater: 9000, readsPerWrite: 200 },
  availability: { availability: '99.99' },
  freshness: { freshness: 'seconds' },
  parts: { parts: ['settled-boundaries', 'load-difference', 'own-compliance'] },
  'across-parts': { participants: 4, actionShape: ['branches'] },
  clients: {
    clients: ['web', 'mobile', 'partners', 'internal', 'devices'],
    clientNeeds: 'very-different',
  },
  interaction: { interaction: ['ask-answer', 'live', 'notify'] },
  messages: { messageNeeds: ['ordered', 'replay'], reactors: 4, messagesPerSecond: 2000 },
  dependencies: { outsideCalls: 3, outsideAvailability: '99.9', whenDown: 'queue' },
  staleness: { staleness: 'minutes' },
};

/** An architecture in which everything occurs. */
export const rich: Made = make({ answers: richAnswers, pins: {} });

/** Every alternative pinned alone, at the defaults and where much is asked for. */
export const pinnedStates: readonly WizardState[] = [{}, richAnswers].flatMap((answers) =>
  decisionIds.flatMap((id) =>
    alternativesOf(id).map((name): WizardState => ({ answers, pins: { [id]: name } })),
  ),
);

/** The same few hundred states in every run: all single pins, and answers and pins at random. */
export const madeStates: readonly Made[] = [
  make({ answers: {}, pins: {} }),
  rich,
  ...pinnedStates.map(make),
  ...fc.sample(partialState, { numRuns: 250, seed: 20261123 }).map(make),
];
