import { noEdits, type Edits } from '../session/edits.ts';

/** The edits of each run block on the page, for what runs its project elsewhere, such as a terminal. */
const current = new WeakMap<HTMLElement, Edits>();

export function setCurrentEdits(block: HTMLElement, edits: Edits): void {
  current.set(block, edits);
}

export function currentEdits(block: HTMLElement): Edits {
  return current.get(block) ?? noEdits;
}
