import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { TemplateResult } from 'lit-html';
import { readingPath } from '../../model/reading-path.ts';
import type { ExtraContext, ExtraView } from '../extras/extra.ts';
import { ReadPages } from './read-pages.ts';
import { readingModel } from './reading-model.ts';
import type { ReadingItem, ReadingModel } from './reading-model.ts';

/** The reading path: what to read for this design, in order, and how far the reader is. */
export function readingExtra(): ExtraView {
  const read = new ReadPages();
  return ({ model, findPattern, redraw }: ExtraContext) => {
    const path = readingPath(model.solution);
    const shown = (): ReadingModel => readingModel(path, findPattern, (id) => read.has(id));
    const mark = (pattern: string, isRead: boolean): void => {
      read.set(pattern, isRead);
      redraw(shown().progress);
    };
    const { items, progress } = shown();
    return html`<p><b>${progress}</b> <span class="muted">${keptInWords(read.isKept)}</span></p>
      <ol class="path" aria-label="Pages to read">
        ${items.map((item) => itemView(item, mark))}
      </ol>`;
  };
}

function keptInWords(isKept: boolean): string {
  return isKept
    ? 'What you check is kept in this browser and sent nowhere.'
    : 'This browser keeps nothing for this site, so the checks are gone when the page is closed.';
}

function itemView(
  { pattern, title, href, because, why, isRead }: ReadingItem,
  mark: (pattern: string, isRead: boolean) => void,
): TemplateResult {
  const change = (event: Event): void => {
    mark(pattern, (event.currentTarget as HTMLInputElement).checked);
  };
  return html`<li>
    <div class="page-line">
      ${
        href === undefined
          ? html`<b>${title}</b> <span class="tag">not written yet</span>`
          : html`<a href=${href}>${title}</a>
              <label class="read"
                ><input
                  type="checkbox"
                  .checked=${live(isRead)}
                  aria-label="Read: ${title}"
                  @change=${change}
                />
                read</label
              >`
      }
    </div>
    <p>${because} <span class="muted">${why === because ? nothing : why}</span></p>
  </li>`;
}
