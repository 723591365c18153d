import { html, nothing } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { GeneratedFile } from '../../artefacts/files.ts';
import type { ResultActions } from '../actions.ts';
import type { WrittenFiles } from './written-files.ts';

/** Stands in their place until their code has come. */
export const filesWaitView = html`<p class="muted">Writing the files …</p>`;

/** The generated files at the left, one of them at the right. */
export function filesView({ files, shown }: WrittenFiles, actions: ResultActions): TemplateResult {
  return html`<div class="tree">
    <ul class="files" aria-label="Generated files">
      ${files.map(
        (file) =>
          html`<li>
            <button
              type="button"
              aria-current=${file === shown ? 'true' : nothing}
              @click=${() => {
                actions.showFile(file.path);
              }}
            >
              <span class="path">${pathView(file.path)}</span>
              <span class="label num">${sizeInWords(file.text)}</span>
            </button>
          </li>`,
      )}
    </ul>
    <div class="code">
      <header>
        <b>${shown.path}</b> ${checkedView(shown)}
        <span class="made">from ${shown.madeFrom}</span>
        <button
          type="button"
          class="btn bare"
          @click=${() => {
            actions.copyFile(shown.text);
          }}
        >
          Copy
        </button>
      </header>
      ${isContract(shown) ? html`<contract-box .contract=${shown.text}></contract-box>` : nothing}
      <pre
        tabindex="0"
        role="region"
        aria-label="Text of ${shown.path}"
      ><code>${shown.text}</code></pre>
    </div>
  </div>`;
}

function isContract({ path }: GeneratedFile): boolean {
  return path.endsWith('/openapi.yaml');
}

/** The folder stands back, so that one reads the names down the list. */
function pathView(path: string): TemplateResult {
  const cut = path.lastIndexOf('/') + 1;
  return html`<span class="folder">${path.slice(0, cut)}</span>${path.slice(cut)}`;
}

function checkedView({ checkedBy }: GeneratedFile): TemplateResult {
  return checkedBy === 'not machine-checked'
    ? html`<span class="tag">not machine-checked</span>`
    : html`<span class="tag ok">checked: ${checkedBy}</span>`;
}

function sizeInWords(text: string): string {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`;
}
