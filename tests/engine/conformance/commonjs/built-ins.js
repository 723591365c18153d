const names = [
  'assert',
  'assert/strict',
  'buffer',
  'console',
  'events',
  'module',
  'os',
  'path',
  'path/posix',
  'process',
  'querystring',
  'stream',
  'string_decoder',
  'timers',
  'timers/promises',
  'url',
  'util',
  'util/types',
  'diagnostics_channel',
  'sys',
  'http',
  'crypto',
];
for (const name of names)
  console.log(name, typeof require(name), require(name) === require(`node:${name}`));
console.log(
  typeof require('http').createServer,
  typeof require('crypto').createHash,
  require('sys') === require('util'),
);
console.log(
  require('module') === module.constructor,
  require('process') === process,
  require('console') === console,
  process.getBuiltinModule('http') === require('http'),
  process.getBuiltinModule('nothing'),
);
console.log(
  require('node:test').test === require('node:test'),
  typeof require('node:test').describe,
);
