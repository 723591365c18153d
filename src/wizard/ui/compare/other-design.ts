import { failure, success } from '../../../lib/result.ts';
import type { Result } from '../../../lib/result.ts';
import type { WizardState } from '../../model/solution.ts';
import { decodeFile } from '../../share.ts';
import { parseAddress } from '../address.ts';
import { droppedInWords } from '../dropped-words.ts';
import type { Dropped } from '../../model/restore.ts';

/** A design that somebody brought along. */
export interface OtherDesign {
  readonly wizard: WizardState;
  /** What was left out of it, in a sentence; empty where nothing was. */
  readonly note: string;
}

/** Reads a saved file; the problem is a sentence. */
export function designInFile(text: string): Result<OtherDesign, string> {
  const decoded = decodeFile(text);
  if (!decoded.ok) return failure(decoded.problem.text);
  return success(otherDesign(decoded.value.state, decoded.value.dropped));
}

/** Reads a link to a result, or only its fragment; the problem is a sentence. */
export function designInLink(link: string): Result<OtherDesign, string> {
  const hash = link.indexOf('#');
  const read = hash === -1 ? undefined : parseAddress(link.slice(hash).trim());
  if (read?.ok === false) return failure(read.problem);
  const wizard = read?.value.wizard;
  if (!read || !wizard) return failure('This link does not carry a design of the wizard.');
  return success(otherDesign(wizard, read.value.dropped));
}

function otherDesign(wizard: WizardState, dropped: readonly Dropped[]): OtherDesign {
  return { wizard, note: dropped.length === 0 ? '' : droppedInWords(dropped) };
}
