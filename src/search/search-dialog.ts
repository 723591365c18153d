import { html, render } from 'lit-html';
import { loadStyles } from '../lib/load-styles.ts';
import styleSheet from '../styles/search-results.css?url';
import { exampleSymptoms } from './example-symptoms.ts';

/** What helps a reader who is typing, and can come after the first letter. */
const inputAttributes = {
  'aria-label': 'Search by name, symptom or metric',
  placeholder: 'Name or symptom',
  'aria-expanded': 'false',
  'aria-autocomplete': 'list',
  autocomplete: 'off',
  autocapitalize: 'none',
  spellcheck: 'false',
  enterkeyhint: 'go',
} as const;

const statusView = html`<span class="label" role="status" data-status></span>`;

/** Shown until something is found. */
const examplesView = html`<p class="label">Or what you see:</p>
  <ul>
    ${exampleSymptoms.map(
      (symptom) => html`<li><button type="button" data-query=${symptom}>${symptom}</button></li>`,
    )}
  </ul>`;

function rendered(view: unknown, className: string): HTMLElement {
  const holder = document.createElement('div');
  holder.className = className;
  render(view, holder);
  return holder;
}

function completeInput(input: HTMLInputElement): void {
  for (const [name, value] of Object.entries(inputAttributes)) input.setAttribute(name, value);
  input.after(rendered(statusView, ''));
}

/**
 * Completes the dialog that open-search.ts has opened with no more than its input: styles, status
 * and examples.
 *
 * @param box the `<search-box>` in the dialog
 * @param ask puts a query into the box
 */
export function completeDialog(
  dialog: HTMLDialogElement,
  box: HTMLElement,
  ask: (query: string) => void,
): void {
  loadStyles(styleSheet);
  box.id = 'search-dialog';
  const input = box.querySelector('input');
  if (input) completeInput(input);
  const list = document.createElement('div');
  list.dataset['list'] = '';
  box.querySelector('[role=alert]')?.before(list);
  box.append(rendered(examplesView, 'starts'));
  dialog.addEventListener('click', ({ target }) => {
    // Only the backdrop is the dialog itself: everything in it has another target.
    if (target === dialog) dialog.close();
    const query = target instanceof HTMLElement ? target.dataset['query'] : undefined;
    if (query !== undefined) ask(query);
  });
}
