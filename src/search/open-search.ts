/** The header's search: all that runs before a reader asks for it. */
import { notLoadedMarkup } from './not-loaded.ts';

/** What must be there for the first letter; search-dialog.ts completes it. */
const markup = `<dialog class="search-dialog" aria-label="Search"><search-box><div class="box"><input role="combobox" aria-expanded="false" aria-label="Search"><form method="dialog"><button class="btn bare">Close</button></form></div><div data-list></div>${notLoadedMarkup}</search-box></dialog>`;

function addDialog(): void {
  document.body.insertAdjacentHTML('beforeend', markup);
  import('./search-box.ts').catch(() => {
    document.querySelector('search-box [role=alert]')?.removeAttribute('hidden');
  });
}

/** On the home page the box stands in the page; elsewhere in a dialog, made when it is asked for. */
function openSearch(): void {
  if (document.querySelector('search-box') === null) addDialog();
  const input = document.querySelector<HTMLInputElement>('search-box input');
  const dialog = input?.closest('dialog');
  if (dialog?.open === false) dialog.showModal();
  input?.focus();
  input?.select();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

document.querySelector('[data-open-search]')?.addEventListener('click', openSearch);
document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !isTyping(event.target);
  const isCommand = event.key === 'k' && (event.ctrlKey || event.metaKey);
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  openSearch();
});
