import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';
import type { QuestionActions } from '../actions.ts';
import type { NumberModel } from './field-model.ts';

/**
 * One number with its unit; what is wrong with it stands right below. The room for it is kept: else
 * "Next" would move away under the pointer that leaves the field for it.
 */
export function numberView(field: NumberModel, actions: QuestionActions): TemplateResult {
  const id = `number-${field.fact}`;
  const said = [field.hint ? `${id}-hint` : '', field.error ? `${id}-error` : ''].join(' ').trim();
  const type = (event: Event) => {
    actions.type(field.fact, (event.currentTarget as HTMLInputElement).value);
  };
  return html`<div class="number">
    <label for=${id}>${field.label}</label>
    ${field.hint ? html`<p class="label" id="${id}-hint">${field.hint}</p>` : nothing}
    <span class="with-unit">
      <input
        id=${id}
        inputmode="numeric"
        autocomplete="off"
        size="10"
        .value=${live(field.text)}
        aria-invalid=${field.error ? 'true' : nothing}
        aria-describedby=${said || nothing}
        @input=${type}
        @change=${() => {
          actions.leave(field.fact);
        }}
      />
      <span class="label">${field.unit}</span>
      ${
        field.isAssumed
          ? html`<span class="tag">assumed</span>`
          : html`<span class="label">default ${field.defaultText}</span>`
      }
    </span>
    <p class="error" id="${id}-error">${field.error}</p>
  </div>`;
}
