import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Host } from './host.ts';
import { restoreWizard } from './state.ts';
import type { UiState } from './state.ts';
import { changeInWords, noSteps, noted, steppedBack, steppedForward } from './undo.ts';

/** Fields in which the browser itself undoes what is typed. */
const TEXT_FIELDS = 'textarea, select, [contenteditable], input:not([type]), input[type=text]';

/** Takes answers and pins back, and forward again: two buttons, and the usual keys. */
export class UndoBar {
  readonly #host: Host;
  #steps = noSteps;
  #isStepping = false;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Notes what changed, unless this bar has changed it. */
  note(before: UiState, after: UiState): void {
    if (!this.#isStepping) this.#steps = noted(this.#steps, before, after);
  }

  /** Other answers came from outside. */
  forget(): void {
    this.#steps = noSteps;
  }

  /** Ctrl or Cmd with Z, Shift and Z, or Y. */
  press(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const { target } = event;
    if (target instanceof Element && target.matches(TEXT_FIELDS)) return;
    const key = event.key.toLowerCase();
    const isBack = key === 'z' && !event.shiftKey;
    const isForward = key === 'y' || (key === 'z' && event.shiftKey);
    if (!isBack && !isForward) return;
    event.preventDefault();
    this.#step(isBack);
  }

  /** Nothing as long as nothing was changed. */
  view(): TemplateResult | typeof nothing {
    const { back, forward } = this.#steps;
    if (back.length + forward.length === 0) return nothing;
    return html`<p class="undo">
      ${this.#button('Undo', back.length > 0, true)}
      ${this.#button('Redo', forward.length > 0, false)}
    </p>`;
  }

  /** A button that can do nothing keeps the focus of who pressed it last. */
  #button(label: string, isReady: boolean, isBack: boolean): TemplateResult {
    const press = (): void => {
      this.#step(isBack);
    };
    return html`<button
      type="button"
      class="btn bare"
      aria-disabled=${isReady ? nothing : 'true'}
      @click=${press}
    >
      ${label}
    </button>`;
  }

  #step(isBack: boolean): void {
    const state = this.#host.state();
    const stepped = (isBack ? steppedBack : steppedForward)(this.#steps, state.wizard);
    if (!stepped) {
      this.#host.change(state, isBack ? 'Nothing to undo.' : 'Nothing to redo.');
      return;
    }
    this.#steps = stepped.steps;
    const changed = changeInWords(state.wizard, stepped.wizard);
    this.#isStepping = true;
    this.#host.change(
      restoreWizard(state, stepped.wizard),
      `${isBack ? 'Undone' : 'Redone'}: ${changed}.`,
    );
    this.#isStepping = false;
  }
}
