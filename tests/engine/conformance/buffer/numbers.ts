import { attemptEach } from './lib/attempt.ts';

const bytes = Buffer.from([0x81, 0x02, 0xf3, 0x04, 0x95, 0x06, 0xa7, 0x08, 0xff]) as any;
const kinds = [
  'UInt8',
  'Int8',
  'UInt16',
  'Int16',
  'UInt32',
  'Int32',
  'BigUInt64',
  'BigInt64',
  'Float',
  'Double',
];
const names = kinds.flatMap((kind) => (kind.endsWith('8') ? [kind] : [`${kind}LE`, `${kind}BE`]));
for (const name of names) {
  attemptEach(
    `read${name}`,
    [[], [1], [9], [-1], [1.5], ['1'], [null], [NaN], [Infinity]],
    (...args) => bytes[`read${name}`](...args),
  );
  const one = name.startsWith('Big') ? 1n : 1;
  const values = [
    [one],
    [one, 1],
    [one, 9],
    [one, -1],
    [one, 1.5],
    [one, '1'],
    ['7'],
    [undefined],
    [300],
    [-200],
    [70000],
    [2 ** 31],
    [2 ** 32],
    [-(2 ** 33)],
    [NaN],
    [-0.5],
    [2n ** 63n],
    [2n ** 64n],
    [-1n],
    [-(2n ** 64n)],
  ];
  attemptEach(`write${name}`, values, (...args) => {
    const target = Buffer.alloc(9) as any;
    return `${target[`write${name}`](...args)} ${target.toString('hex')}`;
  });
}
for (const name of ['UIntLE', 'UIntBE', 'IntLE', 'IntBE']) {
  attemptEach(
    `read${name}`,
    [
      [],
      [0],
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [2, 5],
      [3, 6],
      [0, 7],
      [0, 0],
      [0, '1'],
      [undefined, 1],
      [5, 6],
      [1.5, 6],
      [0, 1.5],
    ],
    (...args) => bytes[`read${name}`](...args),
  );
  const values = [
    [1],
    [1, 0],
    [1, 0, 3],
    [-1, 2, 3],
    [2 ** 40, 0, 5],
    [2 ** 39, 0, 5],
    [2 ** 48, 0, 6],
    [2 ** 47, 0, 6],
    [-(2 ** 47), 1, 6],
    [2 ** 24, 0, 3],
    [300, 0, 1],
    [70000, 0, 2],
    [2 ** 40, 0, 4],
    [1, 0, 7],
    [1, 'y', 2],
    [1, 8, 2],
    ['5', 0, 2],
  ];
  attemptEach(`write${name}`, values, (...args) => {
    const target = Buffer.alloc(9) as any;
    return `${target[`write${name}`](...args)} ${target.toString('hex')}`;
  });
}
console.log(
  bytes.readUint8(0),
  bytes.readUint16LE === bytes.readUInt16LE,
  Buffer.alloc(1).readUInt8(),
  bytes.readBigUint64BE(1),
);
attemptEach('short', [['readUInt32LE'], ['readDoubleBE'], ['readBigInt64LE']], (name) =>
  (Buffer.alloc(1) as any)[name](),
);
const floats = Buffer.alloc(8);
for (const value of [1.1, -0, Infinity, NaN, 1e308, 5e-324, 16777217])
  console.log(
    floats.writeFloatBE(value),
    floats.toString('hex', 0, 4),
    floats.readFloatBE(0),
    floats.writeDoubleLE(value),
    floats.toString('hex'),
    floats.readDoubleLE(),
  );
