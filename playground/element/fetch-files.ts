/**
 * Puts the code that is not in the page into its tabs, from the page that has all of it. Where
 * that fails, the links to that page stay.
 *
 * @param block The run block.
 */
export async function fetchFiles(block: HTMLElement): Promise<void> {
  const boxes = [...block.querySelectorAll<HTMLElement>('[data-elsewhere]')];
  const address = boxes[0]?.dataset['elsewhere'];
  if (address === undefined) return;
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const box of boxes) {
    const name = box.dataset['elsewhere']?.split('#')[1] ?? '';
    const file = page.getElementById(name);
    if (!file) continue;
    delete box.dataset['elsewhere'];
    box.replaceChildren(...file.children);
  }
}
