import { inspect } from 'node:util';

/** How values are printed. */
class Point {
  x = 1;
  #hidden = 2;
  get sum(): number {
    return this.x + this.#hidden;
  }
}
class Special {
  [inspect.custom](depth: number, options: { depth: number }): string {
    return `special at ${depth} of ${options.depth}`;
  }
}
class Tagged {
  get [Symbol.toStringTag](): string {
    return 'Tag';
  }
}
class OwnMap extends Map<string, number> {}
const circular: Record<string, unknown> = { name: 'loop' };
circular['self'] = circular;
circular['list'] = [circular];

const values: unknown[] = [
  [1, , 3, ...Array(3)],
  Object.assign([1, 2], { extra: true }),
  Array.from({ length: 120 }, (_, index) => index),
  {
    a: { b: { c: { d: 1 } } },
    [Symbol('key')]: 1,
    'with-dash': 2,
    get g() {
      return 1;
    },
    set g(_) {},
  },
  "it's",
  'a\nb',
  -0,
  10n,
  Symbol('s'),
  null,
  undefined,
  () => {},
  function named() {},
  class A {},
  class B extends Point {},
  async () => {},
  function* gen() {},
  new Point(),
  new Special(),
  new Tagged(),
  new OwnMap([['a', 1]]),
  Object.create(null),
  circular,
  new Map<unknown, unknown>([
    [{ k: 1 }, [1, 2]],
    ['s', new Set([1])],
  ]),
  new Map([['a', 1]]).entries(),
  new Map([['a', 1]]).keys(),
  new Set([1, 2]).values(),
  new Date(0),
  new Date(NaN),
  /x/gi,
  new Error('oops').message,
  new Promise(() => {}),
  new WeakMap(),
  new WeakSet(),
  new Uint8Array([1, 2, 3]),
  new ArrayBuffer(4),
  new DataView(new ArrayBuffer(2)),
  new Float64Array(2),
  new Number(1),
  new String('abc'),
  new Boolean(false),
  Object(1n),
  Object(Symbol('o')),
  new Proxy({ a: 1 }, {}),
  new Proxy(() => {}, {}),
  globalThis === undefined,
  Math,
  JSON,
  Reflect,
  new URL('https://user:pass@example.com:8080/a/b?c=d#e'),
  new URLSearchParams('a=1&b=two'),
  new URLSearchParams(),
  new AbortController(),
  AbortSignal.abort(),
  new EventTarget(),
  (function () {
    return arguments;
  })(),
  (function* () {})(),
  new DOMException('gone', 'AbortError').name,
  'x'.repeat(120),
  { text: 'first\nsecond ' + 'y'.repeat(80) },
  ['apple', 'banana', 'cherry', 'date', 'elderberry', 'fig', 'grape', 'honeydew', 'kiwi', 'lemon'],
  { url: new URL('http://a/'), deep: { deeper: { deepest: new URL('http://b/') } } },
];
for (const value of values) console.log(value);
for (const value of values) console.log([value]);
const options = [
  { depth: 0 },
  { compact: false },
  { compact: 1 },
  { breakLength: 40 },
  { sorted: true },
  { maxArrayLength: 2, maxStringLength: 5 },
  { showHidden: true },
  { getters: true },
  { numericSeparator: true },
];
for (const option of options)
  console.log(
    inspect(
      {
        b: [1, 2, 3000],
        a: {
          t: 'long text',
          m: new Map([[1, { x: 1 }]]),
          get z() {
            return 4;
          },
        },
      },
      option,
    ),
  );
console.log(inspect({ a: 1, s: 's', n: null, u: undefined, y: Symbol('q') }, { colors: true }));
const rest = new Map([
  ['a', 1],
  ['b', 2],
  ['c', 3],
]).values();
rest.next();
console.log(rest, [...rest]);
