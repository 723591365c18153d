import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { counted } from '../../../lib/text.ts';
import type { OpenModel } from './open-model.ts';

/** The questions still open, below the one that is asked. */
export function openView(open: readonly OpenModel[]): TemplateResult | typeof nothing {
  if (open.length === 0) return nothing;
  return html`<section class="openq" aria-labelledby="open-title">
    <h2 id="open-title">Still open, by what they can change</h2>
    ${openListView(open)}
  </section>`;
}

/** Open questions, each with a bar for the decisions that its answer can still change. */
export function openListView(open: readonly OpenModel[]): TemplateResult {
  return html`<ol class="open-list">
    ${open.map(
      ({ title, href, canChange, share }) =>
        html`<li>
          <a href=${href}>${title}</a>
          <span class="m" style="--w:${(share * 100).toFixed(0)}%"></span>
          <span class="num label">${counted(canChange, 'decision')}</span>
        </li>`,
    )}
  </ol>`;
}
