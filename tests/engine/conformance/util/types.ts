import { types } from 'node:util';
const values: Record<string, unknown> = {
  promise: Promise.resolve(),
  map: new Map(),
  iterator: new Map().keys(),
  setIterator: new Set().values(),
  date: new Date(),
  regexp: /a/,
  error: new Error(),
  dom: new DOMException(),
  async: async () => {},
  generator: function* () {},
  object: (function* () {})(),
  boxed: new Number(1),
  symbol: Object(Symbol()),
  buffer: new ArrayBuffer(1),
  bytes: new Uint8Array(1),
  view: new DataView(new ArrayBuffer(1)),
  weak: new WeakMap(),
  weakSet: new WeakSet(),
  args: (function () {
    return arguments;
  })(),
  proxy: new Proxy({}, {}),
  fake: { [Symbol.toStringTag]: 'Map' },
  module: await import('node:path'),
};
for (const [name, value] of Object.entries(values))
  console.log(
    name.padEnd(12),
    Object.entries(types)
      .filter(([, is]) => (is as (value: unknown) => boolean)(value))
      .map(([is]) => is)
      .sort()
      .join(' '),
  );
