import { html, nothing, render, type TemplateResult } from 'lit-html';
import { CodeView } from '../editor/code-view.ts';
import type { Kept } from '../session/drafts.ts';
import type { EditedExample } from '../session/edited-example.ts';
import { stepAmong } from './step-among.ts';

/** What the pane asks of the block around it. */
export interface PaneEvents {
  /** A file is another than before. */
  changed(): void;
  keep(): Kept;
  download(): void;
}

/** After the last change, so that typing is not held up. */
const keepAfterMs = 300;

const keptTexts: Readonly<Record<Kept, string>> = {
  kept: 'Kept in this browser.',
  'no-storage': 'This browser keeps nothing here: download your edits, a reload loses them.',
  'too-large': 'Too much to keep in this browser: download your edits, a reload loses them.',
};
const tabLeaves = 'Tab now leaves the editor, until you type.';

/** The editor of a run block: its files as tabs, one of them open, and what can be done with edits. */
export class EditPane {
  readonly element = document.createElement('section');
  readonly #edited: EditedExample;
  readonly #events: PaneEvents;
  readonly #code = document.createElement('div');
  readonly #view: CodeView;
  #open: string;
  #status = '';
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(edited: EditedExample, events: PaneEvents) {
    this.#edited = edited;
    this.#events = events;
    this.#open = this.#names()[0] ?? edited.current.entry;
    this.element.className = 'code edit-pane';
    this.element.setAttribute('aria-label', 'Editor');
    this.element.addEventListener('keydown', keepKeys);
    this.#code.className = 'edit-code';
    this.#view = new CodeView(this.#code, {
      change: (name, text) => this.#change(name, text),
      tabMode: (movesFocus) => this.#say(movesFocus ? tabLeaves : ''),
    });
    this.#view.show(this.#open, edited.textOf(this.#open));
    addEventListener('pagehide', () => this.#keep());
    this.#render();
  }

  focus(): void {
    this.#view.focus();
  }

  /** Keeps the edits once nothing changes any more for a moment. */
  keepSoon(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => this.#keep(), keepAfterMs);
  }

  #change(name: string, text: string): void {
    this.#edited.edit(name, text);
    this.#events.changed();
    this.keepSoon();
    this.#render();
  }

  #keep(): void {
    clearTimeout(this.#keeping);
    const kept = this.#events.keep();
    if (this.#edited.hasEdits) this.#say(keptTexts[kept]);
  }

  #resetOrBringBack(): void {
    if (this.#edited.canBringBack) this.#edited.bringBack();
    else this.#edited.reset();
    this.#view.showAnew(this.#open, this.#edited.textOf(this.#open));
    this.#events.changed();
    this.#say(this.#edited.hasEdits ? 'Your edit is back.' : 'All files are as the page has them.');
    this.keepSoon();
  }

  #show(name: string): void {
    this.#open = name;
    this.#view.show(name, this.#edited.textOf(name));
    this.#render();
  }

  #names(): readonly string[] {
    return Object.keys(this.#edited.current.files);
  }

  #say(text: string): void {
    this.#status = text;
    this.#render();
  }

  #render(): void {
    const { hasEdits, canBringBack } = this.#edited;
    const reset = canBringBack ? 'Bring back my edit' : 'Reset all edits';
    render(
      html`<div class="code-head">
          <div
            class="edit-tabs"
            role="tablist"
            aria-label="Files"
            @keydown=${(event: KeyboardEvent) => this.#step(event)}
          >
            ${this.#names().map((name) => this.#tab(name))}
          </div>
        </div>
        <div class="edit-file" role="tabpanel" aria-label=${this.#open}>${this.#code}</div>
        <div class="edit-foot">
          <p class="edit-hint">
            <kbd>Ctrl ⏎</kbd> runs. Tab indents; <kbd>Escape</kbd>, then Tab leaves the editor.
          </p>
          ${
            hasEdits || canBringBack
              ? html`<button
                  class="btn bare"
                  type="button"
                  @click=${() => this.#resetOrBringBack()}
                >
                  ${reset}
                </button>`
              : nothing
          }
          <button class="btn bare" type="button" @click=${() => this.#events.download()}>
            Download
          </button>
          <p class="edit-status" role="status">${this.#status}</p>
        </div>`,
      this.element,
    );
  }

  #tab(name: string): TemplateResult {
    const isOpen = name === this.#open;
    const isEdited = this.#edited.isEdited(name);
    return html`<button
      type="button"
      role="tab"
      aria-selected=${String(isOpen)}
      aria-label=${isEdited ? `${name}, edited` : nothing}
      tabindex=${isOpen ? 0 : -1}
      @click=${() => this.#show(name)}
    >
      ${name}${isEdited ? html`<span class="edit-dot"></span>` : nothing}
    </button>`;
  }

  /** Arrow keys, Home and End go from tab to tab, and open the file. */
  #step(event: KeyboardEvent): void {
    const next = stepAmong(this.#names(), this.#open, event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.#show(next);
    this.element.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }
}

/** What is typed here is no shortcut of the page; only the key that runs goes on to the block. */
function keepKeys(event: KeyboardEvent): void {
  const runs = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
  if (!runs) event.stopPropagation();
}
