/** The home page's search comes alive at the first touch; until then it is the server's markup. */
const home = document.querySelector<HTMLElement>('[data-home-search]');
const input = home?.querySelector('input');

/** @param query to ask once it is there; without one it answers what stands in the box */
async function bringAlive(query?: string): Promise<void> {
  try {
    const { SearchBox } = await import('./search-box.ts');
    const box = home?.querySelector('search-box');
    if (query !== undefined && box instanceof SearchBox) box.ask(query);
  } catch {
    home?.querySelector('[role=alert]')?.removeAttribute('hidden');
  }
}

input?.addEventListener(
  'focus',
  () => {
    input.select();
    void bringAlive();
  },
  { once: true },
);

home?.addEventListener('click', ({ target }) => {
  const query = target instanceof HTMLElement ? target.dataset['query'] : undefined;
  if (query !== undefined) void bringAlive(query);
});
