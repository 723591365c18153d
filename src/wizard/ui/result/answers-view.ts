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
          <summary>${unaskedInWords(unasked.length)}</summary>
          ${listView(unasked)}
        </details>`
  }`;
}

function unaskedInWords(count: number): string {
  return count === 1
    ? '1 question was not asked; its default holds'
    : `${count} questions were not asked; their defaults hold`;
}

function listView(answers: readonly AnswerModel[]): TemplateResult {
  return html`<dl class="answers">
    ${answers.map(
      ({ title, href, values, isAssumed }) =>
        html`<div>
          <dt><a href=${href}>${title}</a></dt>
          <dd>${isAssumed ? wholeView(values) : values.map(valueView)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Nothing of the answer was stated: one tag says so for all of it. */
function wholeView(values: AnswerModel['values']): TemplateResult {
  return html`${values.map(({ text }) => text).join('; ')} ${assumedTag}`;
}

function valueView(
  { text, isAssumed }: AnswerModel['values'][number],
  index: number,
): TemplateResult {
  return html`${index > 0 ? '; ' : ''}${text}${isAssumed ? html` ${assumedTag}` : nothing}`;
}

const assumedTag = html`<span class="tag">assumed</span>`;
