import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';
import type { QuestionActions } from '../actions.ts';
import type { OptionModel, PickModel } from './field-model.ts';

/** Answers as full-width rows: one of them (radio) or several (check boxes). */
export function choiceView(
  field: PickModel,
  actions: QuestionActions,
  { isOnly, last }: { readonly isOnly: boolean; readonly last: TemplateResult | typeof nothing },
): TemplateResult {
  const isDrawn = field.options.some((option) => option.magnitude !== undefined);
  return html`<fieldset class="opts ${isDrawn ? 'drawn' : ''}">
    <legend class=${isOnly ? 'vh' : nothing}>
      ${field.label}${field.hint ? html` <span class="label">${field.hint}</span>` : nothing}
    </legend>
    ${field.options.map((option) => rowView(option, field, actions))} ${last}
  </fieldset>`;
}

function rowView(option: OptionModel, field: PickModel, actions: QuestionActions): TemplateResult {
  const isOne = field.kind === 'one';
  const change = (event: Event) => {
    const { checked } = event.currentTarget as HTMLInputElement;
    if (isOne) actions.pick(field.fact, option.id);
    else actions.toggle(field.fact, option.id, checked);
  };
  return html`<label class="opt">
    <input
      type=${isOne ? 'radio' : 'checkbox'}
      name=${field.fact}
      .checked=${live(option.isChosen)}
      @change=${change}
    />
    <b>${option.label}</b>
    <span class="says">${option.consequence} ${option.isDefault ? defaultTag : nothing}</span>
    ${
      option.magnitude === undefined
        ? nothing
        : html`<span class="m" style="--w:${(option.magnitude * 100).toFixed(1)}%"></span>`
    }
  </label>`;
}

const defaultTag = html`<span class="tag">default</span>`;
