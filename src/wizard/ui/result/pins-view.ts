import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';
import type { ResultActions } from '../actions.ts';
import type { DecisionModel } from './decision-model.ts';

/** One select a decision: a reader who knows better decides, and the rules go on from there. */
export function pinsView(models: readonly DecisionModel[], actions: ResultActions): TemplateResult {
  return html`<div class="pins">${models.map((model) => pinView(model, actions))}</div>`;
}

function pinView(model: DecisionModel, actions: ResultActions): TemplateResult {
  const id = `pin-${model.id}`;
  const isBroken = model.brokenVetoes.length > 0;
  const change = (event: Event) => {
    const { value } = event.currentTarget as HTMLSelectElement;
    actions.pin(model.id, model.alternatives.find((alternative) => alternative.id === value)?.id);
  };
  return html`<div class="pin ${isBroken ? 'broken' : ''}">
    <label for=${id}>${model.title}</label>
    <select
      id=${id}
      .value=${live(model.isPinned ? model.chosenId : '')}
      aria-describedby=${isBroken ? `${id}-broken` : nothing}
      @change=${change}
    >
      <option value="" ?selected=${!model.isPinned}>
        ${model.isPinned ? 'by the rules' : `by the rules: ${model.chosen}`}
      </option>
      ${model.alternatives.map(
        (alternative) =>
          html`<option
            value=${alternative.id}
            ?selected=${model.isPinned && alternative.id === model.chosenId}
          >
            ${alternative.label}
          </option>`,
      )}
    </select>
    ${
      isBroken
        ? html`<p class="error" id="${id}-broken">
            Against a rule: ${model.brokenVetoes.map(({ text }) => text).join(' ')}
          </p>`
        : nothing
    }
  </div>`;
}
