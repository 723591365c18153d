import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { ResultActions } from '../actions.ts';
import type { ResultModel } from './result-model.ts';

/** The finding, its five sentences, and what one can do with it. */
export function headView(model: ResultModel, said: string, actions: ResultActions): TemplateResult {
  const open = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) actions.openAnswers(file);
    input.value = '';
  };
  return html`<header class="rh">
    <p class="label">${model.basis}</p>
    <h1 tabindex="-1">${model.title}</h1>
    <ol class="five">
      ${model.sentences.map((sentence) => html`<li>${sentence}</li>`)}
    </ol>
    <p class="acts">
      <button type="button" class="btn go" @click=${actions.download}>
        Download ${model.files.length} files
      </button>
      <button type="button" class="btn" @click=${actions.copyLink}>Copy link</button>
      <button type="button" class="btn" @click=${actions.saveAnswers}>Save answers</button>
      <label class="btn pick"
        >Open a saved file<input
          class="vh"
          type="file"
          accept=".json,application/json"
          @change=${open}
      /></label>
      <a class="btn bare" href=${model.changeHref}>Change an answer</a>
    </p>
    <p class="said">${said || 'Nothing you type leaves your browser.'}</p>
  </header>`;
}
