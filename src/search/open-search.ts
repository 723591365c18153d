/** The header's search: all that runs before a reader asks for it. */
import { notLoaded } from './not-loaded.ts';

/** The home page's own box; elsewhere that of the dialog, once it is there. */
let input = document.querySelector<HTMLInputElement>('search-box input');

function make<Made extends HTMLElement>(
  tag: string,
  properties: Partial<Made>,
  ...children: HTMLElement[]
): Made {
  const made = Object.assign(document.createElement(tag), properties) as Made;
  made.append(...children);
  return made;
}

/** Makes what must be there for the first letter; search-dialog.ts completes it. */
function addDialog(): HTMLInputElement {
  const box = make<HTMLInputElement>('input', { role: 'combobox', ariaLabel: 'Search' });
  const button = make('button', { className: 'btn bare', textContent: 'Close' });
  const close = make<HTMLFormElement>('form', { method: 'dialog' }, button);
  const failed = make('p', { role: 'alert', hidden: true, textContent: notLoaded });
  const content = make('search-box', {}, make('div', { className: 'box' }, box, close), failed);
  const dialog = make<HTMLDialogElement>(
    'dialog',
    { className: 'search-dialog', ariaLabel: 'Search' },
    content,
  );
  document.body.append(dialog);
  import('./search-box.ts').catch(() => (failed.hidden = false));
  return box;
}

function openSearch(): void {
  input ??= addDialog();
  const dialog = input.closest('dialog');
  if (dialog?.open === false) dialog.showModal();
  input.focus();
  input.select();
}

document.querySelector('[data-open-search]')?.addEventListener('click', openSearch);
document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const isTyping = target instanceof Element && target.matches('input, textarea');
  const isCommand = key === 'k' && (event.ctrlKey || event.metaKey);
  if (isCommand || (key === '/' && !isTyping)) {
    event.preventDefault();
    openSearch();
  }
});
