import { html } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';
import type { QuestionActions } from '../actions.ts';
import type { RankModel } from './field-model.ts';

/** A ranking as one select a place; choosing what stands elsewhere makes the two change places. */
export function rankView(field: RankModel, actions: QuestionActions): TemplateResult {
  return html`<fieldset class="rank">
    <legend>${field.label}</legend>
    ${field.places.map(
      ({ name, chosen }, place) =>
        html`<label
          ><span>${name}</span>
          <select
            .value=${live(chosen)}
            @change=${(event: Event) => {
              actions.rank(field.fact, place, (event.currentTarget as HTMLSelectElement).value);
            }}
          >
            ${field.options.map(
              (option) =>
                html`<option value=${option.id} ?selected=${option.id === chosen}>
                  ${option.label}${option.consequence ? `: ${option.consequence}` : ''}
                </option>`,
            )}
          </select></label
        >`,
    )}
    <p class="label">Choosing what stands on another place makes the two change places.</p>
  </fieldset>`;
}
