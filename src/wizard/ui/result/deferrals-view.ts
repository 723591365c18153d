import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { ResultModel } from './result-model.ts';

/** The work that a backend needs and that others do. */
export function deferralsView({ architecture }: ResultModel): TemplateResult {
  return html`<dl class="answers">
    ${architecture.deferrals.map(
      ({ what, to }) =>
        html`<div>
          <dt>${what}</dt>
          <dd>${to}</dd>
        </div>`,
    )}
  </dl>`;
}
