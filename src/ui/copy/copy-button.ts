/**
 * Copy buttons, wherever they stand. `data-copy-from` names an element within the same `.copy` box:
 * of those it fits, the visible one is copied. The button itself says whether it worked.
 */
const SHOWN_MS = 1500;

/** A list is copied as a Markdown checklist, anything else as it reads. */
function textOf(element: Element): string {
  if (!(element instanceof HTMLUListElement)) return element.textContent;
  const copy = element.cloneNode(true) as HTMLUListElement;
  for (const code of copy.querySelectorAll('code')) code.replaceWith(`\`${code.textContent}\``);
  return [...copy.children].map((item) => `- [ ] ${item.textContent.trim()}`).join('\n');
}

async function copy(button: HTMLButtonElement, selector: string): Promise<void> {
  const candidates = [...(button.closest('.copy')?.querySelectorAll(selector) ?? [])];
  const shown = candidates.find((element) => element.checkVisibility());
  const label = (button.dataset['label'] ??= button.textContent);
  try {
    if (shown) await navigator.clipboard.writeText(textOf(shown));
    button.textContent = shown ? 'Copied' : 'Not loaded yet';
  } catch {
    button.textContent = 'Not copied: the browser refused';
  }
  setTimeout(() => {
    button.textContent = label;
  }, SHOWN_MS);
}

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest<HTMLButtonElement>('[data-copy-from]');
  const selector = button ? button.dataset['copyFrom'] : undefined;
  if (button && selector !== undefined) void copy(button, selector);
});
