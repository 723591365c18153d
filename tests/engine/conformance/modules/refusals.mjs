const names = [
  './gone.mjs',
  './lib',
  './lib/',
  '#gone',
  '#none',
  '#never',
  '#address',
  '#above',
  '#',
  '#/x',
  '#lib/../x',
  'shop',
  'shop/none',
  'shop/lib/price.mjs',
  'shop/tables/private',
  'unheard-of',
  '@unheard/of/deep',
  '@unheard',
  '.hidden',
  'a%2fb',
  './a%2fb',
  'https://example.test/a.js',
  'other:thing',
  'node:unheard',
  'node:internal/machine',
];

for (const name of names) {
  try {
    await import(name);
    console.log(name, 'was found');
  } catch (error) {
    const place = new URL('.', import.meta.url);
    const plain = (text) => text?.replaceAll(place.href, '').replaceAll(place.pathname, '/');
    console.log(
      name,
      error.name,
      error.code,
      plain(error.message.split('\n')[0]),
      plain(error.url),
    );
  }
}
