(async () => {
  const namespace = await import('./lib/esm.mjs');
  console.log(namespace.default, namespace.named, typeof namespace.require);
  const own = await import('./lib/named.cjs');
  console.log(Object.keys(own), own.default === require('./lib/named.cjs'), own.one);
  console.log((await import('./lib/data.json', { with: { type: 'json' } })).default);
  await import('./lib/none.mjs').catch((error) => console.log(error.code));
  await import('./lib/throws.js').catch((error) => console.log(error.name, error.message));
  console.log((await import('node:path')).default === require('path'));
  console.log(
    (await import(require('url').pathToFileURL(require.resolve('./lib/folder')))).default,
  );
})();
console.log('first');
