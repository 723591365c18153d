import type { Result } from '../../lib/result.ts';
import type { Dropped } from '../model/restore.ts';
import type { WizardState } from '../model/solution.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { Address, Place } from './address.ts';

/**
 * What an entry of the browser's history carries. Entries of one line belong to one set of answers:
 * going back among them changes the place and never takes an answer away. A link that somebody
 * opens begins a new line.
 */
interface Mark {
  readonly line: string;
}

/** What the address bar asks for. */
export type Arrival =
  /** only another place; the answers stay */
  | { readonly kind: 'place'; readonly place: Place }
  /** a link with answers of its own */
  | {
      readonly kind: 'link';
      readonly place: Place;
      readonly wizard: WizardState;
      readonly dropped: readonly Dropped[];
    }
  /** a link that cannot be read, with a sentence why */
  | { readonly kind: 'broken'; readonly problem: string }
  /** an anchor within the page, which the browser has followed already */
  | { readonly kind: 'anchor' };

/** Keeps the address bar and the browser's history in step with the wizard. */
export class Session {
  #line = lineOf(history.state) ?? crypto.randomUUID();

  /** Reads the address that the page was opened with. */
  open(): Arrival {
    return read(parseAddress(location.hash));
  }

  /**
   * Reads the address that the reader went to.
   * @param state what the history keeps for that entry
   */
  revisit(state: unknown): Arrival {
    const arrival = this.open();
    if (arrival.kind !== 'link') return arrival;
    const line = lineOf(state);
    if (line === this.#line) return { kind: 'place', place: arrival.place };
    this.#line = line ?? crypto.randomUUID();
    return arrival;
  }

  /** Adds an entry: the reader went somewhere. */
  push(place: Place, wizard: WizardState): void {
    history.pushState(this.#mark(), '', pathTo(place, wizard));
  }

  /** Changes the present entry: an answer changed. */
  replace(place: Place, wizard: WizardState): void {
    history.replaceState(this.#mark(), '', pathTo(place, wizard));
  }

  #mark(): Mark {
    return { line: this.#line };
  }
}

function pathTo(place: Place, wizard: WizardState): string {
  const fragment = formatAddress(place, wizard);
  return location.pathname + (fragment === '#start' ? '' : fragment);
}

function read(parsed: Result<Address, string> | undefined): Arrival {
  if (parsed === undefined) return { kind: 'anchor' };
  if (!parsed.ok) return { kind: 'broken', problem: parsed.problem };
  const { place, wizard, dropped } = parsed.value;
  return wizard === undefined ? { kind: 'place', place } : { kind: 'link', place, wizard, dropped };
}

function lineOf(state: unknown): string | undefined {
  if (typeof state !== 'object' || state === null || !('line' in state)) return undefined;
  return typeof state.line === 'string' ? state.line : undefined;
}
