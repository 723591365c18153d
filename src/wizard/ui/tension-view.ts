import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { TensionModel } from './question/effect-model.ts';

/** The answers that would have to give, each a link to its question. */
export function relaxView({ relax }: TensionModel): TemplateResult | typeof nothing {
  if (relax.length === 0) return nothing;
  return html`Think again about
  ${relax.map(
    ({ href, title }, index) => html`${index > 0 ? ' or ' : ''}<a href=${href}>“${title}”</a>`,
  )}`;
}
