import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import { counted } from '../../../lib/text.ts';
import type { ResultActions } from '../actions.ts';
import type { ResultModel } from './result-model.ts';
import { today } from './today.ts';

/** The section of the questions that are still open. */
export const openId = 'open';

/** The finding, its five sentences, and what one can do with it. */
export function headView(model: ResultModel, said: string, actions: ResultActions): TemplateResult {
  const open = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) actions.openAnswers(file);
    input.value = '';
  };
  return html`<header class="rh">
    <p class="on-paper">Design document, ${today()}</p>
    <p class="label">${model.basis}${openLink(model)}</p>
    <h1 tabindex="-1">${model.title}</h1>
    <ol class="five">
      ${model.sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ol>
    <p class="acts">
      <button type="button" class="btn go" @click=${actions.download}>Download all files</button>
      <button type="button" class="btn" @click=${actions.copyLink}>Copy link</button>
      <button type="button" class="btn" @click=${actions.saveAnswers}>Save answers</button>
      <label class="btn pick"
        >Open a saved file<input
          class="vh"
          type="file"
          accept=".json,application/json"
          @change=${open}
      /></label>
      <button type="button" class="btn bare" @click=${printPage}>Print</button>
      <a class="btn bare" href=${model.changeHref}>Change an answer</a>
    </p>
    <p class="said">${said}</p>
    <p class="small muted">
      Nothing you type leaves your browser: everything here is computed in this page.
    </p>
  </header>`;
}

/** The style sheet makes a design document of what is printed. */
function printPage(): void {
  print();
}

/** Leads to the questions that can still change what stands here. */
function openLink({ open }: ResultModel): TemplateResult | typeof nothing {
  if (open.length === 0) return nothing;
  return html`;
    <a href="#${openId}">${counted(open.length, 'open question')} can still change this</a>`;
}
