import { parseCheckedJson } from '../../src/lib/checked-json.ts';
import { pageStore } from './drafts.ts';
import { isRecord } from './restore-edits.ts';

/** In characters; a guess is a sentence. */
const largest = 16 * 1024;
const longestGuess = 200;

/** What a reader guessed before the experiments of one example. Nothing here throws. */
export class Guesses {
  readonly #store: ReturnType<typeof pageStore>;
  readonly #key: string;

  /** @param example `<category>/<capability>` */
  constructor(example: string, store: ReturnType<typeof pageStore> = pageStore()) {
    this.#store = store;
    this.#key = `playground-guesses:${example}`;
  }

  /** @param question as the page asks it: a page that asks another has no guess yet */
  read(question: string): string {
    const guess = this.#all()[question];
    return typeof guess === 'string' ? guess.slice(0, longestGuess) : '';
  }

  write(question: string, guess: string): void {
    const text = JSON.stringify({ ...this.#all(), [question]: guess.slice(0, longestGuess) });
    if (text.length > largest) return;
    try {
      this.#store?.setItem(this.#key, text);
    } catch {
      // The guess stands in the page for as long as that is open.
    }
  }

  #all(): Readonly<Record<string, unknown>> {
    try {
      const text = this.#store?.getItem(this.#key);
      const raw = text ? parseCheckedJson(text, { largest, deepest: 1 }) : undefined;
      return isRecord(raw) ? raw : {};
    } catch {
      return {};
    }
  }
}
