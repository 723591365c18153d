import { parseCheckedJson } from '../../src/lib/checked-json.ts';
import { pack, unpack } from '../../src/lib/pack-text.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import type { Edits } from './edits.ts';
import { isRecord, restoreEdits } from './restore-edits.ts';

/** The version of the form below; raise it when an older form needs a translation. */
const version = 1;
const largestFragment = 16 * 1024;
const largestText = 128 * 1024;
const deepest = 6;
const examplePattern = /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/;

/** An example with a reader's edits, as a link carries it. */
export interface Shared {
  /** `<category>/<capability>`. */
  readonly example: string;
  readonly edits: Edits;
}

/** Why a link could not be read, as a sentence. */
export interface LinkProblem {
  readonly code: 'damaged' | 'too-large' | 'newer-version';
  readonly text: string;
}

const problems: Readonly<Record<LinkProblem['code'], string>> = {
  damaged: 'This link is damaged: a part of it is missing or was changed.',
  'too-large': 'This link is larger than any that this site makes, so it was not opened.',
  'newer-version':
    'This link was made with a newer version of this page. Reload, and open it again.',
};

/** Edits that a link cannot carry. */
export interface TooLarge {
  readonly code: 'too-large';
  readonly tooManyBytes: number;
}

/** @returns the fragment of a link, without the `#`: `p1.` and a code with its own checksum */
export function encodeShared({ example, edits }: Shared): Result<string, TooLarge> {
  const { files, knobs } = edits;
  const text = JSON.stringify({ example, files: sorted(files), knobs: sorted(knobs) });
  const fragment = `p${version}.${pack(text)}`;
  const tooMany = Math.max(
    fragment.length - largestFragment,
    new TextEncoder().encode(text).length - largestText,
  );
  return tooMany > 0 ? failure({ code: 'too-large', tooManyBytes: tooMany }) : success(fragment);
}

/** Reads a fragment, with or without the `#`. Never throws, and runs nothing. */
export function decodeShared(fragment: string): Result<Shared, LinkProblem> {
  if (fragment.length > largestFragment + 1) return problem('too-large');
  const [, made, code = ''] = /^#?p(\d{1,6})\.([\w-]*)$/.exec(fragment) ?? [];
  if (made === undefined || Number(made) < 1) return problem('damaged');
  if (Number(made) > version) return problem('newer-version');
  const text = unpack(code, largestText);
  const raw =
    text === undefined ? undefined : parseCheckedJson(text, { largest: largestText, deepest });
  if (!isRecord(raw)) return problem('damaged');
  const { example } = raw;
  const edits = restoreEdits(raw);
  if (typeof example !== 'string' || !examplePattern.test(example) || !edits) {
    return problem('damaged');
  }
  return success({ example, edits });
}

function problem(code: LinkProblem['code']): Result<never, LinkProblem> {
  return failure({ code, text: problems[code] });
}

/** The same edits give the same link, however they came to be. */
function sorted<Value>(record: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
