import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { relaxView } from '../tension-view.ts';
import type { EffectModel } from './effect-model.ts';

/** What the answer does: decisions it changes, wishes it brings into conflict, and the state so far. */
export function effectView(effect: EffectModel, decisionsHref: string): TemplateResult {
  return html`<aside class="effect" aria-label="Effect of this answer">
    <h2>${headline(effect)}</h2>
    ${
      effect.changes.length === 0
        ? html`<p class="label">${emptyText(effect)}</p>`
        : html`<table>
            <tbody>
              ${effect.changes.map(
                ({ title, before, after }) =>
                  html`<tr>
                    <th scope="row">${title}</th>
                    <td>
                      <s><span class="vh">instead of </span>${before}</s> <b>${after}</b>
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    ${tensionsView(effect)}
    <h2>So far</h2>
    <table>
      <tbody>
        ${effect.soFar.map(
          ({ title, chosen, isAssumed }) =>
            html`<tr>
              <th scope="row">${title}</th>
              <td>${chosen} ${isAssumed ? html`<span class="tag">assumed</span>` : nothing}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="label"><a href=${decisionsHref}>All ${effect.total} decisions</a></p>
  </aside>`;
}

function headline({ isAnswered, changes, total }: EffectModel): string {
  if (!isAnswered) return 'No answer yet';
  return changes.length === 0
    ? 'This answer changes no decision'
    : `This answer changes ${changes.length} of ${total}`;
}

function emptyText({ isAnswered }: EffectModel): string {
  return isAnswered
    ? 'All decisions stay as they are without it. It still counts: the result shows it as stated.'
    : 'Until you answer, the default counts and is shown as assumed.';
}

function tensionsView({ tensions }: EffectModel): TemplateResult | typeof nothing {
  if (tensions.length === 0) return nothing;
  return html`<div class="tension">
    <h3>${warningMark} ${tensions.length === 1 ? 'One tension' : `${tensions.length} tensions`}</h3>
    ${tensions.map(
      (tension) =>
        html`<p class="small"><b>${tension.title}.</b> ${tension.text} ${relaxView(tension)}</p>`,
    )}
  </div>`;
}

const warningMark = html`<svg width="13" height="12" aria-hidden="true">
  <path d="M6.5 1 12 11H1z" fill="none" stroke="var(--warn)" stroke-width="1.5"></path>
</svg>`;
