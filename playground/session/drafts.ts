import { parseCheckedJson } from '../../src/lib/checked-json.ts';
import type { Edits } from './edits.ts';
import { isRecord, restoreEdits } from './restore-edits.ts';

/** Edits that this browser keeps, so that a reload does not lose them. */
export interface Draft {
  readonly savedAt: Date;
  readonly edits: Edits;
}

/** What became of a draft. */
export type Kept = 'kept' | 'no-storage' | 'too-large';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const version = 1;
/** In characters; a browser keeps about five million for a whole site. */
const largest = 256 * 1024;
const deepest = 6;

/** The draft of one example. Nothing here throws: a browser may refuse to keep anything. */
export class Drafts {
  readonly #store: Store | undefined;
  readonly #key: string;

  /**
   * @param example `<category>/<capability>`
   * @param store such as `localStorage`; nothing where the browser has none
   * @param link of which the edits are: each link has a draft apart from the reader's own
   */
  constructor(example: string, store: Store | undefined, link = '') {
    this.#store = store;
    this.#key = `playground-draft:${example}${link}`;
  }

  /** @returns nothing where there is no draft, or none that can be read */
  read(): Draft | undefined {
    const text = this.#try((store) => store.getItem(this.#key));
    const raw = text ? parseCheckedJson(text, { largest, deepest }) : undefined;
    if (!isRecord(raw) || raw['version'] !== version) return undefined;
    const edits = restoreEdits(raw);
    const savedAt = new Date(String(raw['savedAt']));
    return edits && !Number.isNaN(savedAt.getTime()) ? { savedAt, edits } : undefined;
  }

  /** Keeps these edits in place of the draft that there was; where it cannot, that one stays. */
  write({ savedAt, edits }: Draft): Kept {
    const text = JSON.stringify({ version, savedAt: savedAt.toISOString(), ...edits });
    if (text.length > largest) return 'too-large';
    const isKept = this.#try((store) => {
      store.setItem(this.#key, text);
      return true;
    });
    return isKept ? 'kept' : 'no-storage';
  }

  /** Whether a change of the store, as the `storage` event tells it, put another draft in place. */
  isReplacedBy({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): boolean {
    return key === this.#key && newValue !== null;
  }

  discard(): void {
    this.#try((store) => store.removeItem(this.#key));
  }

  #try<Value>(act: (store: Store) => Value): Value | undefined {
    try {
      return this.#store && act(this.#store);
    } catch {
      return undefined;
    }
  }
}

/** The store of this page; reading its name alone throws where the browser forbids it. */
export function pageStore(): Store | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
