import { parseCheckedJson } from '../lib/checked-json.ts';
import { pack, unpack } from '../lib/pack-text.ts';
import { failure } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import { newerVersion, restoreState, savedState, stateVersion } from './model/state.ts';
import type { Restored, StateProblem } from './model/state.ts';
import type { WizardState } from './model/solution.ts';

/** Links longer than this break in chats and mails: offer a file instead. */
export const linkLimit = 2000;

const largestFragment = 16 * 1024;
const largestText = 128 * 1024;
const deepest = 6;
const byteOrderMark = '\u{FEFF}';

/** Why a link or a file could not be read, with a sentence for the person who opened it. */
export interface ShareProblem {
  readonly code: StateProblem['code'] | 'not-a-link' | 'too-large' | 'damaged';
  readonly text: string;
}

const problems = {
  'not-a-link': 'This link does not carry a design of the wizard.',
  'too-large': 'This is larger than any design of the wizard, so it was not opened.',
  damaged: 'This is damaged: a part of it is missing or was changed.',
} as const;

/** The state as a URL fragment, without the `#`: `w1.` and a code that carries its own checksum. */
export function encodeLink(state: WizardState): string {
  return `w${stateVersion}.${pack(JSON.stringify(savedState(state)))}`;
}

/** Reads a URL fragment, with or without the `#`. Never throws. */
export function decodeLink(fragment: string): Result<Restored, ShareProblem> {
  const [, version, code = ''] = /^#?w(\d+)\.(.*)$/su.exec(fragment) ?? [];
  if (version === undefined || Number(version) < 1) return problem('not-a-link');
  if (Number(version) > stateVersion) return failure(newerVersion);
  if (code.length > largestFragment) return problem('too-large');
  const text = unpack(code, largestText);
  return text === undefined ? problem('damaged') : decodeFile(text);
}

/** The state as a file to keep: JSON that a person can read. */
export function encodeFile(state: WizardState): string {
  return `${JSON.stringify(savedState(state), null, 2)}\n`;
}

/** Reads such a file, also one that an editor put a byte order mark before. Never throws. */
export function decodeFile(file: string): Result<Restored, ShareProblem> {
  const text = file.startsWith(byteOrderMark) ? file.slice(byteOrderMark.length) : file;
  if (text.length > largestText) return problem('too-large');
  const raw = parseCheckedJson(text, { largest: largestText, deepest });
  return raw === undefined ? problem('damaged') : restoreState(raw);
}

function problem(code: keyof typeof problems): Result<never, ShareProblem> {
  return failure({ code, text: problems[code] });
}
