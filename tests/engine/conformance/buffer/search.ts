import { attemptEach } from './lib/attempt.ts';

const text = Buffer.from('abc' + 'abé');
const every = (bytes: Buffer, ...args: [any, any?, any?]) =>
  [bytes.indexOf(...args), bytes.lastIndexOf(...args), bytes.includes(...args)].join();
const offsets = [[], [1], [-1], ['utf16le'], [NaN], [-100], [99], [undefined], [null], ['1'], [{}]];
for (const value of ['a', 'bé', 97, 353, -159, '', Buffer.from('b'), new Uint8Array(0), 'ab\u0100'])
  attemptEach(
    'find',
    offsets.map((each) => [value, ...each]),
    (...args: [any]) => every(text, ...args),
  );
attemptEach('find', [[[]], [{}], [null], [undefined], [new Uint16Array([98])], [true]], (value) =>
  text.indexOf(value),
);
const wide = Buffer.from('abc' + 'ab', 'utf16le');
const wideCases = [
  ['b', 0, 'ucs2'],
  ['c', 2, 'ucs2'],
  ['c', 3, 'ucs2'],
  ['c', 5, 'utf16le'],
  ['\0', 0, 'latin1'],
];
wideCases.push(['b', -4, 'ucs2'], ['b', undefined as never, 'ucs2'], ['', 3, 'ucs2'], ['', 30]);
attemptEach('wide', wideCases, (...args: [any]) => every(wide, ...args));
console.log(Buffer.from('a\0b\0c', 'latin1').indexOf(Buffer.from('b', 'ucs2'), 0, 'ucs2'));
console.log(
  Buffer.alloc(1000, 'abcdefghij').lastIndexOf('hij' + 'a'),
  Buffer.alloc(1000, 'ab').indexOf('ba', 500),
);
console.log(
  Buffer.from('YWJj', 'base64').indexOf('YmM=', 0, 'base64'),
  text.includes('6263', 'hex' as never),
);
