import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';
import type { CellModel, ReferenceOption, TextCell } from './list-model.ts';
import type { RowActions } from './row-actions.ts';

/** One cell with its label. */
export function cellView(cell: CellModel, actions: RowActions): TemplateResult {
  switch (cell.kind) {
    case 'text':
      return textView(cell, actions);
    case 'choice':
      return choiceView(cell, actions);
    case 'flag':
      return flagView(cell, actions);
    case 'references':
      return referencesView(cell, actions);
  }
}

/**
 * A name or a number; what is wrong with it stands right below. The room for it is kept: else the
 * buttons of the next row would move away under the pointer that leaves the field for them.
 */
export function textView(cell: TextCell, actions: RowActions): TemplateResult {
  const errorId = `${cell.id}-error`;
  return html`<div class="cell">
    <label for=${cell.id}>${cell.label}</label>
    <input
      id=${cell.id}
      inputmode=${cell.isNumber ? 'numeric' : 'text'}
      autocomplete="off"
      size=${cell.isNumber ? 8 : 24}
      .value=${live(cell.text)}
      aria-invalid=${cell.error ? 'true' : nothing}
      aria-describedby=${cell.error ? errorId : nothing}
      @input=${(event: Event) => {
        actions.type(cell.place, valueOf(event));
      }}
      @change=${() => {
        actions.leave(cell.place);
      }}
    />
    ${cell.unit ? html`<span class="label">${cell.unit}</span>` : nothing}
    <p class="error" id=${errorId}>${cell.error}</p>
  </div>`;
}

function choiceView(
  cell: Extract<CellModel, { kind: 'choice' }>,
  actions: RowActions,
): TemplateResult {
  return html`<div class="cell">
    <label for=${cell.id}>${cell.label}</label>
    <select
      id=${cell.id}
      .value=${live(cell.chosen)}
      @change=${(event: Event) => {
        actions.set(cell.place, valueOf(event));
      }}
    >
      ${cell.options.map(
        ({ id, label }) =>
          html`<option value=${id} ?selected=${id === cell.chosen}>${label}</option>`,
      )}
    </select>
  </div>`;
}

function flagView(cell: Extract<CellModel, { kind: 'flag' }>, actions: RowActions): TemplateResult {
  return html`<label class="check">
    <input
      id=${cell.id}
      type="checkbox"
      .checked=${live(cell.isSet)}
      @change=${(event: Event) => {
        actions.set(cell.place, (event.currentTarget as HTMLInputElement).checked);
      }}
    />
    <span
      >${cell.label}${cell.hint ? html` <span class="label">${cell.hint}</span>` : nothing}</span
    >
  </label>`;
}

function referencesView(
  cell: Extract<CellModel, { kind: 'references' }>,
  actions: RowActions,
): TemplateResult {
  return html`<fieldset class="references" id=${cell.id}>
    <legend>
      ${cell.label}${cell.hint ? html` <span class="label">${cell.hint}</span>` : nothing}
    </legend>
    ${cell.options.map((option) => referenceView(option, cell, actions))}
    ${cell.isOrdered && cell.named.length > 1 ? orderView(cell, actions) : nothing}
  </fieldset>`;
}

function referenceView(
  { name, isNamed, exists }: ReferenceOption,
  { place }: CellModel,
  actions: RowActions,
): TemplateResult {
  return html`<label class="check">
    <input
      type="checkbox"
      .checked=${live(isNamed)}
      @change=${(event: Event) => {
        actions.toggle(place, name, (event.currentTarget as HTMLInputElement).checked);
      }}
    />
    <span
      >${name}${exists ? nothing : html` <span class="error">is no capability any more</span>`}</span
    >
  </label>`;
}

/** The named ones first to last; each but the first can come earlier. */
function orderView(
  { named, place }: Extract<CellModel, { kind: 'references' }>,
  actions: RowActions,
): TemplateResult {
  return html`<ol class="order">
    ${named.map(
      (name, index) =>
        html`<li data-step=${name}>
          ${index + 1}. ${name}
          ${
            index === 0
              ? nothing
              : html`<button
                  type="button"
                  class="btn"
                  aria-label="Move ${name} earlier"
                  @click=${() => {
                    actions.moveUp(place, name);
                  }}
                >
                  ↑
                </button>`
          }
        </li>`,
    )}
  </ol>`;
}

function valueOf(event: Event): string {
  return (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
}
