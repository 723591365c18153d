import { render } from 'lit-html';
import { answered, moved, optionUrls, statusOf, target, withText } from './box-state.ts';
import type { BoxState } from './box-state.ts';
import { searchText } from './full-text.ts';
import { loadIndex } from './load-index.ts';
import { completeDialog } from './search-dialog.ts';
import type { Searchable } from './searchable.ts';
import { besideView, listView, optionId } from './views.ts';

/** Typing rests this long before the full text is asked. */
const restMs = 180;
/** Shorter words are in too many places of the text to help. */
const textQueryLength = 3;

function part<Part extends Element>(box: Element, selector: string): Part {
  const found = box.querySelector<Part>(selector);
  if (found === null) throw new Error(`<search-box> has no ${selector}`);
  return found;
}

/**
 * `<search-box>`: an input with a list of results, after the combobox pattern of the ARIA Authoring
 * Practices. The catalogue answers at once; places in the text follow.
 *
 * Its markup is there before it: an `input`, `[data-status]`, `[data-list]`, the words of
 * not-loaded.ts and, where numbers are shown beside the list, `[data-beside]`; in a dialog the input is enough. What
 * was typed before this script came is answered.
 */
export class SearchBox extends HTMLElement {
  #searchable: Searchable | undefined;
  #state: BoxState | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #isLive = false;

  get #input(): HTMLInputElement {
    return part(this, 'input');
  }

  get #listId(): string {
    return `${this.id}-list`;
  }

  connectedCallback(): void {
    if (this.#isLive) return;
    this.#isLive = true;
    const dialog = this.closest('dialog');
    if (dialog !== null) {
      completeDialog(dialog, this, (query) => {
        this.ask(query);
      });
    }
    const input = this.#input;
    input.addEventListener('input', () => {
      this.#answer();
    });
    input.addEventListener('keydown', (event) => {
      this.#onKey(event);
    });
    void this.#load();
  }

  /** Puts a query in, as if it had been typed. */
  ask(query: string): void {
    this.#input.value = query;
    this.#input.focus();
    this.#answer();
  }

  async #load(): Promise<void> {
    try {
      this.#searchable = await loadIndex();
      this.#answer();
    } catch {
      part(this, '[role=alert]').removeAttribute('hidden');
    }
  }

  #answer(): void {
    clearTimeout(this.#rest);
    if (this.#searchable === undefined) return;
    const query = this.#input.value;
    this.#show(answered(this.#searchable, query));
    if (query.trim().length < textQueryLength) return;
    this.#rest = setTimeout(() => void this.#answerFromText(query), restMs);
  }

  /** The full text is an addition: without it the catalogue's answer stands. */
  async #answerFromText(query: string): Promise<void> {
    const textHits = await searchText(query).catch(() => []);
    if (this.#state !== undefined) this.#show(withText(this.#state, query, textHits));
  }

  #onKey(event: KeyboardEvent): void {
    const state = this.#state;
    if (state === undefined || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#show(moved(state, event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      const url = target(state);
      if (url !== undefined) location.assign(url);
    } else if (
      event.key === 'Escape' &&
      this.#input.value !== '' &&
      this.closest('dialog') === null
    ) {
      this.ask('');
    }
  }

  #show(state: BoxState): void {
    const list = part<HTMLElement>(this, '[data-list]');
    const beside = this.querySelector<HTMLElement>('[data-beside]');
    if (this.#state === undefined) {
      list.replaceChildren();
      beside?.replaceChildren();
    }
    this.#state = state;
    render(listView(state, this.#listId), list);
    if (beside !== null) render(besideView(state), beside);
    part<HTMLElement>(this, '[data-status]').textContent = statusOf(state);
    this.#pointAtActive(state);
  }

  #pointAtActive(state: BoxState): void {
    const input = this.#input;
    const hasOptions = optionUrls(state).length > 0;
    input.setAttribute('aria-controls', this.#listId);
    input.setAttribute('aria-expanded', String(hasOptions));
    if (state.active < 0) {
      input.removeAttribute('aria-activedescendant');
      return;
    }
    const id = optionId(this.#listId, state.active);
    input.setAttribute('aria-activedescendant', id);
    this.querySelector(`#${id}`)?.scrollIntoView({ block: 'nearest' });
  }
}

customElements.define('search-box', SearchBox);
