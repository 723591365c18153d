import { html, nothing, type TemplateResult } from 'lit-html';

/** Something that a reader can do, and whether it can be done now. */
export interface EditAct {
  /** Finds the button again, to put the focus there. */
  readonly name: string;
  readonly text: string;
  readonly when: boolean;
  act(): void;
}

/** The foot of the editor: its keys, what can be done, and what has just been done. */
export function editFoot(acts: readonly EditAct[], status: string): TemplateResult {
  return html`<div class="edit-foot">
    <p class="edit-hint">
      <kbd>Ctrl ⏎</kbd> runs. Tab indents; <kbd>Escape</kbd>, then Tab leaves the editor.
    </p>
    ${acts.map((one) => (one.when ? actButton(one) : nothing))}
    <p class="edit-status" role="status">${status}</p>
  </div>`;
}

export function actButton({ name, text, act }: Omit<EditAct, 'when'>): TemplateResult {
  return html`<button class="btn bare" type="button" data-act=${name} @click=${act}>
    ${text}
  </button>`;
}
