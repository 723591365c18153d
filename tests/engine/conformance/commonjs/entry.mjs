import { createRequire } from 'node:module';
import shared, { one } from './lib/named.cjs';
import { named } from './lib/esm.mjs';
import reexported, { early } from './lib/reexports.cjs';
const require = createRequire(import.meta.url);
console.log(
  one,
  shared === require('./lib/named.cjs'),
  named,
  require('./lib/data.json'),
  typeof module,
  typeof this,
);
console.log(
  early,
  Object.keys(reexported),
  require.resolve('./lib/folder').slice(-20),
  require.main === undefined,
);
console.log(typeof require('node:http').createServer, Object.keys(require.cache).length);
