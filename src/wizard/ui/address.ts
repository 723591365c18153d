import { failure, success } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { questionIds } from '../model/answers.ts';
import type { QuestionId } from '../model/answers.ts';
import type { Dropped } from '../model/restore.ts';
import type { WizardState } from '../model/solution.ts';
import { decodeLink, encodeLink } from '../share.ts';

/** What the page shows. */
export type Place = 'start' | 'result' | QuestionId;

/** A fragment that was read. Without `wizard` it names only a place, and the answers stay. */
export interface Address {
  readonly place: Place;
  readonly wizard?: WizardState;
  /** What the link carries and this wizard does not know, or knows to be out of range. */
  readonly dropped: readonly Dropped[];
}

const SEPARATOR = '~';

/** `#availability~<answers and pins>`: the whole state of the page stands in its address. */
export function formatAddress(place: Place, wizard: WizardState): string {
  const isUntouched =
    Object.keys(wizard.answers).length === 0 && Object.keys(wizard.pins).length === 0;
  return isUntouched ? `#${place}` : `#${place}${SEPARATOR}${encodeLink(wizard)}`;
}

/**
 * Reads `location.hash`.
 * @returns nothing for a fragment that is not the wizard's, such as that of a skip link;
 * a sentence as the problem where the answers in the link cannot be read
 */
export function parseAddress(hash: string): Result<Address, string> | undefined {
  const fragment = unescaped(hash.replace(/^#/u, ''));
  if (fragment === '') return success({ place: 'start', dropped: [] });
  const cut = fragment.indexOf(SEPARATOR);
  const place = placeNamed(cut === -1 ? fragment : fragment.slice(0, cut));
  if (cut === -1) return place && success({ place, dropped: [] });
  const read = decodeLink(fragment.slice(cut + 1));
  if (!read.ok) return failure(read.problem.text);
  const { state, dropped } = read.value;
  return success({ place: place ?? 'result', wizard: state, dropped });
}

/** Some programs write the separator as `%7E`; nothing else in an address of the wizard is escaped. */
function unescaped(fragment: string): string {
  return fragment.replaceAll(/%7e/giu, SEPARATOR);
}

function placeNamed(name: string): Place | undefined {
  if (name === 'start' || name === 'result') return name;
  return questionIds.find((id) => id === name);
}
