const plain = (text) => String(text).replaceAll(__dirname, '.');
const tell = (run) => {
  try {
    console.log('gave', run());
  } catch (error) {
    console.log(
      error.name,
      error.code,
      plain(error.message),
      error.requireStack?.map(plain),
      error.path && plain(error.path),
    );
  }
};
for (const name of [
  './none',
  'none',
  'node:none',
  '',
  './lib',
  '#x',
  'none/deep',
  '/abs/none',
  'fs/none',
  './lib/',
  '..',
  '.',
  'exporting/none',
  'exporting/other',
  'exporting/data/e',
])
  tell(() => require(name));
for (const value of [1, undefined, null, {}]) tell(() => require(value));
tell(() => require.resolve(5));
tell(() => require.resolve('./none'));
tell(() => require.resolve.paths(5));
tell(() => require('./lib/broken.json'));
tell(() => require('./lib/broken'));
tell(() => require('./lib/throws'));
tell(() => require('./lib/throws'));
tell(() => module.require(''));
console.log(Object.keys(require.cache).length, module.children.length);
