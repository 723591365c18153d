import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Problem } from './state.ts';

/** Says what could not be opened, why, and what one sees instead. */
export function problemView({ what, why, isPartial }: Problem): TemplateResult {
  return html`<div class="problem" role="alert">
    <p>
      <b
        >${isPartial ? `Part of this ${what} was not understood.` : `This ${what} cannot be opened.`}</b
      >
      ${why} ${isPartial ? 'Everything else counts.' : fallbacks[what]}
    </p>
  </div>`;
}

const fallbacks: Readonly<Record<Problem['what'], string>> = {
  link: 'The wizard goes on without it.',
  file: 'Your answers are as they were.',
};
