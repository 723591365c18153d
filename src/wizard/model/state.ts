import { failure, success } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { questionIds } from './answers.ts';
import { decisionIds } from './decisions.ts';
import { restoreAnswers, restorePins } from './restore.ts';
import type { Dropped } from './restore.ts';
import type { WizardState } from './solution.ts';
import { isRecord, ownEntry } from './untrusted.ts';

/** The version of the form below; raise it when an older form needs a translation. */
export const stateVersion = 1;

/** A state as it stands in links and files. */
export interface SavedState extends WizardState {
  readonly version: typeof stateVersion;
}

/** A state that was read back, and what could not be kept. */
export interface Restored {
  readonly state: WizardState;
  readonly dropped: readonly Dropped[];
}

export interface StateProblem {
  readonly code: 'not-a-state' | 'newer-version';
  readonly text: string;
}

/** What is said of a link or a file that this version of the wizard cannot know. */
export const newerVersion: StateProblem = {
  code: 'newer-version',
  text: 'This was made with a newer version of the wizard.',
};

/** The form in which a state is saved: answers and pins in a fixed order. */
export function savedState(state: WizardState): SavedState {
  const answers = questionIds.flatMap((id) => {
    const answer = state.answers[id];
    return answer === undefined ? [] : [[id, answer] as const];
  });
  const pins = decisionIds.flatMap((id) => {
    const pin = state.pins[id];
    return pin === undefined ? [] : [[id, pin] as const];
  });
  return {
    version: stateVersion,
    answers: Object.fromEntries(answers),
    pins: Object.fromEntries(pins),
  };
}

/**
 * Reads a state from data of unknown origin. Only known questions, facts and decisions are looked
 * up, as own properties; what is unknown or out of range is left out and named.
 */
export function restoreState(raw: unknown): Result<Restored, StateProblem> {
  if (!isRecord(raw)) return notAState('This does not hold a design of the wizard.');
  const version = ownEntry(raw, 'version');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return notAState('This does not say which version of the wizard it is for.');
  }
  if (version > stateVersion) return failure(newerVersion);
  const answers = restoreAnswers(ownEntry(raw, 'answers'));
  const pins = restorePins(ownEntry(raw, 'pins'));
  return success({
    state: { answers: answers.kept, pins: pins.kept },
    dropped: [...answers.dropped, ...pins.dropped],
  });
}

function notAState(text: string): Result<never, StateProblem> {
  return failure({ code: 'not-a-state', text });
}
