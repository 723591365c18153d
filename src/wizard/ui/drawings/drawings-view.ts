import { html } from 'lit-html';
import type { TemplateResult } from 'lit-html';
import type { Drawing } from './drawings.ts';

/** How far the picture of a drawing is. */
export type Picture =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'drawn'; readonly url: string }
  | { readonly kind: 'failed'; readonly why: string };

/** A drawing and its picture. */
export interface DrawnPart {
  readonly drawing: Drawing;
  readonly picture: Picture;
  readonly drawAgain: () => void;
}

/** Every drawing as a picture, in words, and as its source. */
export function drawingsView(parts: readonly DrawnPart[]): TemplateResult {
  return html`<div class="drawn">${parts.map(partView)}</div>`;
}

function partView({ drawing, picture, drawAgain }: DrawnPart): TemplateResult {
  const { title, source, words } = drawing;
  return html`<figure>
    <h3>${title}</h3>
    ${pictureView(title, picture, drawAgain)}
    <details>
      <summary>In words</summary>
      <ol class="path">
        ${words.map((line) => html`<li>${line}</li>`)}
      </ol>
    </details>
    <details ?open=${picture.kind === 'failed'}>
      <summary>Source (Mermaid)</summary>
      <pre
        class="raw"
        tabindex="0"
        role="region"
        aria-label="Source of: ${title}"
      ><code>${source}</code></pre>
    </details>
  </figure>`;
}

function pictureView(title: string, picture: Picture, drawAgain: () => void): TemplateResult {
  switch (picture.kind) {
    case 'waiting':
      return html`<p class="muted">Drawing …</p>`;
    case 'failed':
      return html`<p>It could not be drawn: ${picture.why} Its source is below.</p>
        <p class="acts">
          <button type="button" class="btn" @click=${drawAgain}>Draw again</button>
        </p>`;
    case 'drawn':
      return html`<div class="picture" tabindex="0" role="group" aria-label="Drawing: ${title}">
        <img src=${picture.url} alt="${title}. The same is below in words." />
      </div>`;
  }
}
