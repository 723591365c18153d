import { inspect } from 'node:util';
const value = {
  b: [1, 2, { c: { d: { e: 'deep' } } }],
  a: 'x'.repeat(30),
  m: new Map([['k', { v: 1 }]]),
  get g() {
    return 7;
  },
  [Symbol('s')]: 1,
};
for (const options of [
  { depth: 0 },
  { depth: null },
  { compact: false },
  { compact: true },
  { breakLength: 40 },
  { sorted: true },
  { getters: true },
  { showHidden: true },
  { maxArrayLength: 1 },
  { maxStringLength: 5 },
  { colors: true },
])
  console.log(JSON.stringify(options), inspect(value, options));
console.log(
  inspect(123456789.12345, { numericSeparator: true }),
  inspect(-1234567n, { numericSeparator: true }),
);
console.log(inspect(Array.from({ length: 150 }, (_, i) => i)));
console.log(
  inspect(
    Array.from({ length: 30 }, (_, i) => `word ${i}`),
    { compact: 2, breakLength: 60 },
  ),
);
