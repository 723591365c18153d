import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { AnswerModel, AnswerModels } from './answer-model.ts';

/** What the result rests on: each answer a link back to its question, assumptions marked as such. */
export function answersView({ asked, unasked }: AnswerModels): TemplateResult {
  return html`${listView(asked)}
  ${
    unasked.length === 0
      ? nothing
      : html`<details class="unasked">
          <summary>${unasked.length} questions were not asked; their defaults hold</summary>
          ${listView(unasked)}
        </details>`
  }`;
}

function listView(answers: readonly AnswerModel[]): TemplateResult {
  return html`<dl class="answers">
    ${answers.map(
      ({ title, href, values, isAssumed }) =>
        html`<div>
          <dt><a href=${href}>${title}</a></dt>
          <dd>
            ${values.join('; ')} ${isAssumed ? html`<span class="tag">assumed</span>` : nothing}
          </dd>
        </div>`,
    )}
  </dl>`;
}
