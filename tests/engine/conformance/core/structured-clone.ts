// Copies that keep what JSON loses.
const shared = { name: 'shared' };
const original = {
  date: new Date(86_400_000),
  map: new Map<string, unknown>([['a', new Set([1, 2])]]),
  bytes: new Uint8Array([1, 2, 3]),
  pattern: /x+/gi,
  big: 2n ** 70n,
  error: new TypeError('wrong'),
  first: shared,
  second: shared,
  nothing: undefined,
};
const copy = structuredClone(original);
copy.map.set('b', copy);
console.log(copy.date, copy.map.size, copy.bytes, copy.pattern, copy.big, copy.error.name);
console.log(copy.first === copy.second, copy.first === shared, 'nothing' in copy);
console.log(copy.map.get('b') === copy);

const buffer = new ArrayBuffer(8);
structuredClone(buffer, { transfer: [buffer] });
console.log(buffer.byteLength);
try {
  structuredClone(() => 1);
} catch (error) {
  console.log((error as Error).name, error instanceof DOMException);
}

export {};
