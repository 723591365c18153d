/** The home page's search comes alive at the first touch; until then it is the server's markup. */
const home = document.querySelector<HTMLElement>('[data-home-search]');
const input = home?.querySelector('input');

input?.addEventListener(
  'focus',
  () => {
    input.select();
    void import('./search-box.ts');
  },
  { once: true },
);

home?.addEventListener('click', (event) => {
  const query = event.target instanceof HTMLElement ? event.target.dataset['query'] : undefined;
  if (query === undefined) return;
  void import('./search-box.ts').then(({ SearchBox }) => {
    const box = home.querySelector('search-box');
    if (box instanceof SearchBox) box.ask(query);
  });
});
