import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { OpenModel } from './question-model.ts';

/** The questions still open, the one that can change most first. */
export function openView(open: readonly OpenModel[]): TemplateResult | typeof nothing {
  if (open.length === 0) return nothing;
  return html`<section class="openq" aria-labelledby="open-title">
    <h2 id="open-title">Still open, by what they can change</h2>
    <ol>
      ${open.map(
        ({ title, href, canChange, share }) =>
          html`<li>
            <a href=${href}>${title}</a>
            <span class="m" style="--w:${(share * 100).toFixed(0)}%"></span>
            <span class="num label"
              >${canChange} ${canChange === 1 ? 'decision' : 'decisions'}</span
            >
          </li>`,
      )}
    </ol>
  </section>`;
}
