import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { DecisionModel, FlipModel, ReasonModel } from './decision-model.ts';

/** All decisions as a table; on a phone each becomes a card. */
export function decisionsView(models: readonly DecisionModel[]): TemplateResult {
  return html`<table class="rows dec">
    <thead>
      <tr>
        <th scope="col">Decision</th>
        <th scope="col">Chosen</th>
        <th scope="col">Because</th>
        <th scope="col">Rejected</th>
        <th scope="col">Flips when</th>
      </tr>
    </thead>
    <tbody>
      ${models.map(rowView)}
    </tbody>
  </table>`;
}

function rowView(model: DecisionModel): TemplateResult {
  return html`<tr id="decision-${model.id}">
    <th scope="row">${model.title} <span class="label num">${model.number}</span></th>
    <td data-l="Chosen"><div>${chosenView(model)}</div></td>
    <td data-l="Because">
      <div>
        ${model.brokenVetoes.map(brokenView)} ${model.because.map(reasonView)}
        <p class="muted">Price: ${model.tradeOff}</p>
      </div>
    </td>
    <td data-l="Rejected"><div>${rejectedView(model)}</div></td>
    <td data-l="Flips when">
      <div>
        ${model.flip ? flipView(model.flip) : nothing}
        <p class="muted">Look again when ${model.revisitWhen}.</p>
      </div>
    </td>
  </tr>`;
}

function chosenView(model: DecisionModel): TemplateResult {
  return html`<p>
      <b>${model.chosen}</b>
      ${model.isPinned ? html`<span class="tag warn">pinned</span>` : nothing}
      ${model.isAssumed ? html`<span class="tag">assumed</span>` : nothing}
    </p>
    <p class="muted">${model.summary}</p>
    ${model.settings.map((setting) => html`<p class="muted">Setting: ${setting}.</p>`)}
    <p class="links">
      ${model.patterns.map(({ href, title }) => html`<a href=${href}>${title}</a> `)}
    </p>`;
}

function reasonView({ text, evidence, isAssumed, source, from }: ReasonModel): TemplateResult {
  return html`<p>
    ${text}
    ${
      source
        ? html`<a class="tag" href=${source.url}
            >${evidence}<span class="vh">: ${source.title}</span></a
          >`
        : html`<span class="tag">${evidence}</span>`
    }
    ${isAssumed ? html`<span class="tag">assumed</span>` : nothing}
    ${from.map(({ href, title }) => html`<a class="from" href=${href}>${title}</a> `)}
  </p>`;
}

function brokenView(reason: ReasonModel): TemplateResult {
  return html`<p class="broken"><b>Against a rule:</b> ${reason.text}</p>`;
}

function rejectedView({ rejected }: DecisionModel): TemplateResult {
  return html`<details>
    <summary>${rejected.map(({ label }) => label).join(', ')}</summary>
    ${rejected.map(
      ({ label, isVetoed, reasons }) =>
        html`<p>
          <b>${label}</b>${isVetoed ? html` <span class="tag">vetoed</span>` : nothing}<br />
          ${reasons.map(({ text }) => text).join(' ')}
        </p>`,
    )}
  </details>`;
}

function flipView({ answer, becomes, href }: FlipModel): TemplateResult {
  return html`<p><a href=${href}>${answer}</a>: <b>${becomes}</b></p>`;
}
