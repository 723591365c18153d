import { attemptEach } from './lib/attempt.ts';

const dots = (size = 8) => Buffer.alloc(size, '.');
const writing = (...args: [any]) => {
  const bytes = dots();
  return `${bytes.write(...args)} ${bytes.toString('latin1')} ${bytes.toString('hex')}`;
};
attemptEach(
  'write',
  [
    [],
    [5],
    ['a', 9],
    ['a', -1],
    ['a', 0, 9],
    ['a', 0, -1],
    ['a', 'nope'],
    ['a', 0, 1, 'nope'],
    ['a', 1.5],
  ],
  writing,
);
attemptEach(
  'write',
  [
    ['abc', 'hex'],
    ['a', 0, 'x'],
    ['a', null],
    ['abc', undefined, 'hex'],
    ['abc', {}],
    ['é€😀é', 1],
    ['é€😀', 6],
    ['abc', 5, 'ucs2'],
  ],
  writing,
);
attemptEach(
  'write',
  [
    ['YWJjZA==', 6, 'base64'],
    ['61626', 'hex'],
    ['6162zz61', 'hex'],
    ['abcdef', 2, 1, 'latin1'],
    ['abc', 7, 10],
    ['ab', 8],
    ['', 8],
  ],
  writing,
);
const filling = (...args: [any]) =>
  dots(6)
    .fill(...args)
    .toString('hex');
attemptEach(
  'fill',
  [
    [0],
    [256],
    [-1],
    [1.9],
    ['abc'],
    ['é'],
    ['', 0, 5],
    ['abc', 1],
    ['abc', 1, 3],
    ['ab', 'utf16le'],
    ['6162', 'hex'],
    ['YWI', 'base64'],
  ],
  filling,
);
attemptEach(
  'fill',
  [
    [Buffer.from('xy')],
    [new Uint16Array([1, 2])],
    [true],
    [null],
    [undefined],
    [{}],
    [97n],
    ['a', undefined, 3],
    ['ab', 0, 5, 'ucs2'],
    ['6', 'hex'],
  ],
  filling,
);
attemptEach(
  'fill',
  [
    ['a', 0, 6, 5],
    ['a', 'nope'],
    [1, 9],
    [1, 0, 9],
    [1, -1],
    [1, 'x'],
    [1, 2.5],
    [1, 5, 2],
    [1, 0, NaN],
    [new Uint8Array(0)],
    [Symbol('s')],
  ],
  filling,
);
const lying = Buffer.from('w00t');
Object.defineProperty(lying, 'length', { value: 1337, enumerable: true });
attemptEach('lying', [['']], (value) => lying.fill(value));
const target = Buffer.alloc(4, '.');
const copying = (...args: [any]) =>
  `${Buffer.from('abcdef').copy(...args)} ${target.fill('.', 0, 0)}`;
attemptEach(
  'copy',
  [
    [5],
    [target, -1],
    [target, 0, -1],
    [target, 0, 9],
    [target, 9],
    [target, 0, 0, -1],
    [target, 0, 6],
    [target, 2, 1, 20],
    [target, NaN, '1'],
    [target, 1.5],
    [new ArrayBuffer(4)],
    [new Uint16Array(2)],
  ],
  copying,
);
const self = Buffer.from('abcdef');
console.log(self.copy(self, 2, 0, 4), self.toString(), self.copyWithin(0, 4).toString());
const parts = (...args: [any]) => [self.slice(...args), self.subarray(...args)].join('|');
attemptEach(
  'slice',
  [[], [1], [-2], [1, -1], ['1', '3'], [NaN], [5, 2], [100], [-100, 2], [null, 2], [1.7, 3.9]],
  parts,
);
self.slice(0, 1)[0] = 0x21;
console.log(
  self.toString(),
  self.subarray(1).parent === self.buffer,
  self.subarray(1).constructor === Buffer,
);
for (const size of [2, 3, 4, 6, 8] as const)
  attemptEach('swap', [['swap16'], ['swap32'], ['swap64']], (name) =>
    (Buffer.from([1, 2, 3, 4, 5, 6, 7, 8].slice(0, size)) as any)[name](),
  );
const raw = Buffer.from('café') as any;
attemptEach(
  'raw',
  [
    ['latin1Slice', 9],
    ['latin1Slice', -1],
    ['hexSlice', 0, 9],
    ['ucs2Slice', 1, 3],
    ['base64Slice', 3],
    ['utf8Slice', 2, 1],
  ],
  (name, ...args) => raw[name](...args),
);
attemptEach(
  'raw',
  [
    ['latin1Write', 'a', 9],
    ['utf8Write', 5],
    ['utf8Write', 'a', 0, -1],
    ['asciiWrite', 'a', 0, 99],
    ['hexWrite', 'zz'],
    ['base64urlWrite', 'YQ', 1],
  ],
  (name, ...args) => raw[name](...args),
);
