import { html } from 'lit-html';
import { copyText, saveFile } from '../result/deliver.ts';
import type { ExtraContext, ExtraView } from '../extras/extra.ts';

/** The whole architecture as JSON: what every file is made from. */
export function rawExtra(): ExtraView {
  return ({ model, redraw }: ExtraContext) => {
    const text = `${JSON.stringify(model.architecture, null, 2)}\n`;
    const copy = async (): Promise<void> => {
      const isCopied = await copyText(text);
      redraw(isCopied ? 'Model copied.' : 'The browser did not allow copying. Select the text.');
    };
    const save = (): void => {
      saveFile('architecture.json', text, 'application/json');
      redraw('architecture.json is in your downloads.');
    };
    return html`<p>
        Every drawing, estimate and file is made from this. “Open a saved file” takes the answers,
        not the model: the model follows from them.
      </p>
      <p class="acts">
        <button type="button" class="btn" @click=${copy}>Copy the model</button>
        <button type="button" class="btn" @click=${save}>Save the model</button>
      </p>
      <pre
        class="raw"
        tabindex="0"
        role="region"
        aria-label="Raw model"
      ><code>${text}</code></pre>`;
  };
}
