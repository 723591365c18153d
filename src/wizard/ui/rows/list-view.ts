import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { TemplateResult } from 'lit-html';
import { cellView, textView } from './cell-view.ts';
import type { ListModel, RowModel } from './list-model.ts';
import { addId, moveId } from './row-actions.ts';
import type { RowActions } from './row-actions.ts';

/** The rows of a list, each with its name, and its other cells behind a summary. */
export function listView(model: ListModel, actions: RowActions): TemplateResult {
  const { fact, singular, rows, canAdd } = model;
  const hintId = `hint-${fact}`;
  return html`<fieldset class="rows" aria-describedby=${hintId}>
    <legend>
      ${model.label}
      ${model.isAssumed && rows.length > 0 ? html`<span class="tag">assumed</span>` : nothing}
    </legend>
    <p class="label" id=${hintId}>${model.hint} Nothing that you type leaves your browser.</p>
    ${
      rows.length === 0
        ? nothing
        : html`<ol>
            ${repeat(
              rows,
              ({ key }) => key,
              (row) => html`<li>${rowView(row, model, actions)}</li>`,
            )}
          </ol>`
    }
    <button
      type="button"
      class="btn"
      id=${addId(fact)}
      ?disabled=${!canAdd}
      @click=${() => {
        actions.add(fact);
      }}
    >
      Add ${singular === 'action' || singular === 'outside system' ? 'an' : 'a'} ${singular}
    </button>
    ${canAdd ? nothing : html`<span class="label">${model.limits}.</span>`}
  </fieldset>`;
}

function rowView(row: RowModel, model: ListModel, actions: RowActions): TemplateResult {
  const missingId = `missing-${model.fact}-${row.key}`;
  return html`<fieldset class="row" aria-describedby=${row.missing ? missingId : nothing}>
    <legend class="vh">${row.title}</legend>
    <div class="row-name">${textView(row.name, actions)} ${buttonsView(row, model, actions)}</div>
    ${row.missing ? html`<p class="label" id=${missingId}>${row.missing}</p>` : nothing}
    <details>
      <summary>${row.summary || 'More'}</summary>
      <div class="cells">${row.cells.map((cell) => cellView(cell, actions))}</div>
    </details>
  </fieldset>`;
}

function buttonsView(
  { key, title, isFirst, isLast }: RowModel,
  { fact, canRemove }: ListModel,
  actions: RowActions,
): TemplateResult {
  const moveView = (by: -1 | 1, isAtEnd: boolean): TemplateResult =>
    html`<button
      type="button"
      class="btn"
      id=${moveId(fact, key, by)}
      aria-label="Move ${title} ${by === 1 ? 'down' : 'up'}"
      ?disabled=${isAtEnd}
      @click=${() => {
        actions.move(fact, key, by);
      }}
    >
      ${by === 1 ? '↓' : '↑'}
    </button>`;
  return html`<span class="row-buttons">
    ${moveView(-1, isFirst)} ${moveView(1, isLast)}
    <button
      type="button"
      class="btn"
      aria-label="Remove ${title}"
      ?disabled=${!canRemove}
      @click=${() => {
        actions.remove(fact, key);
      }}
    >
      ×
    </button>
  </span>`;
}
