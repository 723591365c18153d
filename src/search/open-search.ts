/** The header's search: all that runs before a reader asks for it. */
async function openSearch(): Promise<void> {
  const home = document.querySelector<HTMLInputElement>('[data-home-search] input');
  if (home !== null) {
    home.focus();
    return;
  }
  const { openSearchDialog } = await import('./search-dialog.ts');
  await openSearchDialog();
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}

document.querySelector('[data-open-search]')?.addEventListener('click', () => void openSearch());
document.addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !isTyping(event.target);
  const isCommand = event.key === 'k' && (event.ctrlKey || event.metaKey);
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  void openSearch();
});
