import { html, nothing, type TemplateResult } from 'lit-html';
import { stepAmong } from './step-among.ts';

/** The files of the editor, and what is to be said of each. */
export interface TabsModel {
  readonly names: readonly string[];
  readonly open: string;
  isEdited(name: string): boolean;
  /** Name of the file in which the last run stumbled. */
  readonly faulty: string | undefined;
}

/** The row of tabs; `open` is called with the file that a reader picks. */
export function editTabs(model: TabsModel, open: (name: string) => void): TemplateResult {
  return html`<div
    class="edit-tabs"
    role="tablist"
    aria-label="Files"
    @keydown=${(event: KeyboardEvent) => step(event, model, open)}
  >
    ${model.names.map((name) => tab(name, model, open))}
  </div>`;
}

function tab(name: string, model: TabsModel, open: (name: string) => void): TemplateResult {
  const isOpen = name === model.open;
  const isEdited = model.isEdited(name);
  const isFaulty = name === model.faulty;
  const label = [name, isEdited && 'edited', isFaulty && 'has an error'].filter(Boolean).join(', ');
  return html`<button
    type="button"
    role="tab"
    aria-selected=${String(isOpen)}
    aria-label=${isEdited || isFaulty ? label : nothing}
    tabindex=${isOpen ? 0 : -1}
    @click=${() => open(name)}
  >
    ${isFaulty ? html`<span class="edit-cross">×</span>` : nothing}${name}${
      isEdited ? html`<span class="edit-dot"></span>` : nothing
    }
  </button>`;
}

/** Arrow keys, Home and End go from tab to tab, and open the file. */
function step(event: KeyboardEvent, model: TabsModel, open: (name: string) => void): void {
  const next = stepAmong(model.names, model.open, event.key);
  const tabs = event.currentTarget;
  if (next === undefined || !(tabs instanceof HTMLElement)) return;
  event.preventDefault();
  open(next);
  tabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
}
