import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Undecided } from '../../artefacts/undecided.ts';
import type { ResultModel } from './result-model.ts';

/** What the wizard leaves open: first what the answers touch, then the rest, then the work of others. */
export function undecidedView({ undecided, architecture }: ResultModel): TemplateResult {
  const touched = undecided.filter(({ because }) => because !== undefined);
  const others = undecided.filter(({ because }) => because === undefined);
  return html`${
      touched.length === 0
        ? nothing
        : html`<h3>Yours to decide, and your answers touch it</h3>
            ${listView(touched)}`
    }
    <details class="unasked">
      <summary>${others.length} more decisions that a backend can need</summary>
      ${listView(others)}
    </details>
    <h3>Left to others</h3>
    <dl class="answers">
      ${architecture.deferrals.map(
        ({ what, to }) =>
          html`<div>
            <dt>${what}</dt>
            <dd>${to}</dd>
          </div>`,
      )}
    </dl>`;
}

function listView(decisions: readonly Undecided[]): TemplateResult {
  return html`<dl class="answers">
    ${decisions.map(
      ({ number, title, choices, because }) =>
        html`<div>
          <dt>${title} <span class="label num">${number}</span></dt>
          <dd>
            ${because === undefined ? nothing : html`<p>Because ${because}</p>`}
            <p>Choose: ${choices}.</p>
          </dd>
        </div>`,
    )}
  </dl>`;
}
