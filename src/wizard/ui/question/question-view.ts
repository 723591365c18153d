import { html, nothing } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';
import type { QuestionActions } from '../actions.ts';
import type { HelperTexts } from '../peak-helper.ts';
import { choiceView } from './choice-view.ts';
import { effectView } from './effect-view.ts';
import type { FieldModel } from './field-model.ts';
import type { ListField } from '../../questions/question.ts';
import { numberView } from './number-view.ts';
import { openView } from './open-view.ts';
import { peakHelperView } from './peak-helper-view.ts';
import type { QuestionModel } from './question-model.ts';
import { rankView } from './rank-view.ts';
import { stepsView } from './steps-view.ts';

/** Draws the rows of a list. */
export type ListView = (field: ListField) => TemplateResult;

/** One question: steps at the left, the question, its effect at the right. */
export function questionView(
  model: QuestionModel,
  helper: HelperTexts,
  actions: QuestionActions,
  listView: ListView,
): TemplateResult {
  return html`<div class="ask">
    ${stepsView(model.steps)}
    <form class="question" novalidate @submit=${actions.next}>
      <p class="label">${model.position}</p>
      <h1 tabindex="-1">${model.title}</h1>
      <p class="lead">${model.lead}</p>
      ${keyed(model.id, fieldsView(model, helper, actions, listView))}
      <details class="why">
        <summary>Why this is asked</summary>
        <p>${model.why}</p>
        ${model.drives ? html`<p>It can move: ${model.drives}.</p>` : nothing}
      </details>
      <p class="acts">
        <a class="btn" href=${model.backHref}>Back</a>
        <button class="btn go">${model.nextLabel}</button>
        ${
          model.nextLabel === 'Next'
            ? html`<a class="btn bare" href=${model.resultHref}>Skip to the result</a>`
            : nothing
        }
      </p>
    </form>
    ${effectView(model.effect, model.resultHref)} ${openView(model.open)}
  </div>`;
}

function fieldsView(
  model: QuestionModel,
  helper: HelperTexts,
  actions: QuestionActions,
  listView: ListView,
): TemplateResult {
  const notSure = notSureView(model, actions);
  const lastIndex = model.fields.length - 1;
  const endsInRows = ['one', 'many'].includes(model.fields[lastIndex]?.kind ?? '');
  return html`<div class="fields">
    ${model.follows ? html`<p class="follows">From the rows: ${model.follows}.</p>` : nothing}
    ${model.fields.map((field, index) =>
      fieldView(field, actions, listView, {
        isOnly: lastIndex === 0,
        last: index === lastIndex ? notSure : nothing,
      }),
    )}
    ${model.id === 'load' ? peakHelperView(helper, actions) : nothing}
    ${endsInRows ? nothing : html`<div class="opts alone">${notSure}</div>`}
  </div>`;
}

function fieldView(
  field: FieldModel,
  actions: QuestionActions,
  listView: ListView,
  placing: { readonly isOnly: boolean; readonly last: TemplateResult | typeof nothing },
): TemplateResult {
  if (field.kind === 'list') return listView(field.field);
  if (field.kind === 'number') return numberView(field, actions);
  return field.kind === 'rank' ? rankView(field, actions) : choiceView(field, actions, placing);
}

/** "Not sure" is the last radio button of a single choice, and a check box of its own elsewhere. */
function notSureView(model: QuestionModel, actions: QuestionActions): TemplateResult {
  const [only, ...others] = model.fields;
  const isRadio = only?.kind === 'one' && others.length === 0;
  return html`<label class="opt ns">
    <input
      type=${isRadio ? 'radio' : 'checkbox'}
      name=${isRadio ? only.fact : 'not-sure'}
      .checked=${live(model.notSure.isChosen)}
      @change=${(event: Event) => {
        actions.notSure(model.id, (event.currentTarget as HTMLInputElement).checked);
      }}
    />
    <b>Not sure</b>
    <span class="says">take ${model.notSure.text}, shown as assumed</span>
  </label>`;
}
