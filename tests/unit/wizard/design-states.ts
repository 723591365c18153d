import type { Answers } from '../../../src/wizard/model/answers.ts';
import { alternativesOf, decisionIds } from '../../../src/wizard/model/decisions.ts';
import type { WizardState } from '../../../src/wizard/model/solution.ts';

/** Everything at once: many clients, messages, outside systems, teams and a high target. */
export const richAnswers: Answers = {
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

/** Every alternative pinned alone, at the defaults and where much is asked for. */
export const pinnedStates: readonly WizardState[] = [{}, richAnswers].flatMap((answers) =>
  decisionIds.flatMap((id) =>
    alternativesOf(id).map((name): WizardState => ({ answers, pins: { [id]: name } })),
  ),
);
