import { attempt } from './lib/attempt.ts';

const texts = [
  '=bad',
  'YQ==YQ==',
  'Y Q = =',
  'YWJj=',
  'YWJ',
  'Y',
  'YW-_',
  'YW+/',
  'YWJjZ',
  'Y\u0100WJj',
];
texts.push(
  'YWJjZA=x=',
  'zz',
  '0x1g',
  'ab\u0130\u0130',
  'é€😀',
  '\ud800',
  'a\udc00b',
  '',
  '\ufeffa',
  '616',
);
const names = [
  'utf8',
  'utf-8',
  'UCS-2',
  'utf16le',
  'latin1',
  'binary',
  'ascii',
  'hex',
  'base64',
  'base64url',
];
for (const name of names as BufferEncoding[])
  for (const text of texts)
    attempt(`${name} ${JSON.stringify(text)}`, () => {
      const bytes = Buffer.from(text, name);
      return [
        bytes.toString('hex'),
        Buffer.byteLength(text, name),
        JSON.stringify(bytes.toString(name)),
      ].join(' ');
    });
const wild = Buffer.from([
  0xff, 0x80, 0xc3, 0x28, 0xe2, 0x82, 0xef, 0xbb, 0xbf, 0xed, 0xa0, 0x80, 0xf0, 0x9f, 0x98,
]);
for (const name of names as BufferEncoding[])
  console.log(name, JSON.stringify(wild.toString(name)));
for (const args of [
  [],
  ['hex', 1],
  ['hex', 1, 3],
  ['hex', -1, 99],
  ['hex', '1', '3'],
  ['hex', 3, 1],
  ['hex', NaN, 2],
  ['nope'],
  [5],
  [null],
  [''],
  ['nope', 99],
])
  attempt(`toString ${JSON.stringify(args)}`, () => JSON.stringify(wild.toString(...(args as []))));
const long = Buffer.alloc(100_000, 'abc€');
console.log(
  long.toString().length,
  long.toString('latin1').length,
  long.toString('base64').length,
  long.toString('hex').slice(-8),
  Buffer.from(long.toString('base64url'), 'base64url').equals(long),
);
console.log(['utf8', 'UTF-8', 'hex', 'nope', '', 'Latin1'].map((name) => Buffer.isEncoding(name)));
