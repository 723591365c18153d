import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { grouped } from '../../model/fact-words.ts';
import type { QuestionActions } from '../actions.ts';
import { estimatedPeak } from '../peak-helper.ts';
import type { HelperField, HelperTexts } from '../peak-helper.ts';

const inputs: readonly (readonly [HelperField, string])[] = [
  ['users', 'Users a day'],
  ['actions', 'Requests per user a day'],
  ['peakFactor', 'Peak is how many times the mean'],
];

/** Estimates a peak from users and what they do; a button takes it over as the answer. */
export function peakHelperView(texts: HelperTexts, actions: QuestionActions): TemplateResult {
  const peak = estimatedPeak(texts);
  return html`<details class="helper">
    <summary>Work it out from users and requests</summary>
    <div class="helper-inputs">
      ${inputs.map(
        ([field, label]) =>
          html`<label
            >${label}
            <input
              inputmode="decimal"
              autocomplete="off"
              .value=${texts[field]}
              @input=${(event: Event) => {
                actions.help(field, (event.currentTarget as HTMLInputElement).value);
              }}
          /></label>`,
      )}
    </div>
    <p class="label">users × requests / 86,400 s × peak factor</p>
    <p>
      ${
        peak === undefined
          ? html`<span class="muted">Fill in all three to see requests a second.</span>`
          : html`<output class="num"><b>${grouped(peak)} requests/s</b></output>
              <button
                type="button"
                class="btn"
                @click=${() => {
                  actions.type('peakNow', String(peak));
                  actions.leave('peakNow');
                }}
              >
                Use as today’s peak
              </button>`
      }
    </p>
  </details>`;
}
