import { html, render } from 'lit-html';
import styleSheet from '../styles/search-results.css?url';
import './search-box.ts';

let dialog: HTMLDialogElement | undefined;

const dialogView = html`<search-box id="search-dialog">
  <div class="box">
    <input
      type="text"
      role="combobox"
      aria-label="Search by name, symptom or metric"
      aria-autocomplete="list"
      aria-expanded="false"
      aria-controls="search-dialog-list"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      enterkeyhint="go"
      placeholder="A name, a metric, or what you see"
      autofocus
    />
    <span class="label" role="status" data-status></span>
    <form method="dialog"><button class="btn bare">Close</button></form>
  </div>
  <div data-list><div role="listbox" id="search-dialog-list" aria-label="Capabilities"></div></div>
</search-box>`;

/** Scripts that wait for a click do not bring styles along (scripts/vite-lean-preload.ts). */
function loadStyles(): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = styleSheet;
  const settled = new Promise((resolve) => {
    link.addEventListener('load', resolve);
    // Without its styles the dialog still works.
    link.addEventListener('error', resolve);
  });
  document.head.append(link);
  return settled;
}

function createDialog(): HTMLDialogElement {
  const created = document.createElement('dialog');
  created.className = 'search-dialog not-content';
  created.setAttribute('aria-label', 'Search');
  created.addEventListener('click', (event) => {
    // Only the backdrop is the dialog itself: everything in it has another target.
    if (event.target === created) created.close();
  });
  document.body.append(created);
  render(dialogView, created);
  return created;
}

/** Opens the search over the page; focus returns to where it was when it closes. */
export async function openSearchDialog(): Promise<void> {
  if (!dialog) {
    dialog = createDialog();
    await loadStyles();
  }
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')?.select();
}
