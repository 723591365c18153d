/** Values of every kind, and ways to show them, for comparisons with Node's own `inspect`. */

class Base {
  a = 1;
  #hidden = 2;
  get sum(): number {
    return this.a + this.#hidden;
  }
  static made = 1;
}
class Derived extends Base {
  b = { c: { d: { e: 1 } } };
}
class Tagged {
  get [Symbol.toStringTag](): string {
    return 'tagged';
  }
}
class OwnArray extends Array<unknown> {}
class OwnMap extends Map<unknown, unknown> {}
class OwnSet extends Set<unknown> {}
class OwnDate extends Date {}
class OwnBytes extends Uint8Array {}
class OwnPattern extends RegExp {}
class OwnError extends TypeError {}
class NamedError extends Error {
  override name = 'Other';
}

const symbol = Symbol('key');
const withoutPrototype = <Value extends object>(value: Value): Value =>
  Object.setPrototypeOf(value, null) as Value;

function circles(): Record<string, unknown> {
  const one: Record<string, unknown> = { name: 'one' };
  one['self'] = one;
  one['deep'] = { back: [one] };
  const map = new Map<unknown, unknown>();
  map.set('map', map).set(map, 1);
  const set = new Set<unknown>();
  set.add(set);
  const error = Object.assign(new Error('circle'), { again: one });
  error.cause = error;
  const two: { a: Record<string, unknown> } = { a: {} };
  two.a['b'] = two.a;
  two.a['c'] = two;
  return { one, map, set, error, two };
}

function errors(): Record<string, unknown> {
  const renamed = new Error('text');
  renamed.name = 'Custom';
  const changed = new Error('before');
  changed.message = 'after';
  const bare = new Error('bare');
  bare.stack = undefined as unknown as string;
  const odd = new Error('odd');
  odd.stack = 'no frames here';
  const objectStack = Object.assign(new Error('object'), { stack: { frames: 1 } });
  const throwing = Object.defineProperty(new Error('hidden'), 'stack', {
    get: () => {
      throw new Error('no');
    },
  });
  const recursive = Object.assign(new Error('deep'), {
    stack: `Error: deep\n${'    at walk (file:///app/a.js:1:1)\n    at step (file:///app/a.js:2:2)\n'.repeat(9)}    at file:///app/a.js:9:9`,
  });
  const inPackage = Object.assign(new Error('in'), {
    stack:
      'Error: in\n    at f (file:///x/node_modules/@scope/name/i.js:3:4)\n    at g (/x/node_modules/plain/i.js:1:1)\n    at node:internal/modules/run_main:1:1',
  });
  const symbolName = Object.assign(new Error('n'), { name: Symbol('name') as unknown as string });
  return {
    ...{ renamed, changed, bare, odd, objectStack, throwing, recursive, inPackage, symbolName },
    plain: new Error('plain'),
    empty: new Error(),
    lines: new RangeError('one\ntwo'),
    own: new OwnError('own'),
    named: new NamedError('named'),
    cause: new Error('outer', { cause: new TypeError('inner') }),
    undefinedCause: new Error('outer', { cause: undefined }),
    several: new AggregateError([new Error('1'), 'text'], 'several'),
    fields: Object.assign(new Error('fields'), { code: 'E_FIELD', more: { deep: { er: {} } } }),
    orphan: withoutPrototype(new Error('orphan')),
    nested: { list: [new Error('nested')] },
  };
}

function functions(): Record<string, unknown> {
  return {
    named: function named() {},
    fields: Object.assign(function fields() {}, { x: 1 }),
    anonymous: [function () {}, () => undefined, class extends Base {}],
    kinds: [async () => undefined, function* () {}, async function* () {}],
    methods: {
      a() {},
      async b() {},
      *c() {},
      async *d() {},
      get e() {
        return 1;
      },
    },
    classes: [Base, Derived, OwnArray, class extends (null as unknown as ObjectConstructor) {}],
    orphan: withoutPrototype(function orphan() {}),
    tagged: Object.assign(function tagged() {}, { [Symbol.toStringTag]: 'Tag' }),
    builtIn: [Object, Math.max, Symbol],
    renamed: Object.defineProperty(() => undefined, 'name', { value: Symbol('name') }),
  };
}

function collections(): Record<string, unknown> {
  const sparse: unknown[] = [1, 2];
  sparse[4] = 5;
  sparse.length = 9;
  const extra = Object.assign([1, 2], { x: 1, '-1': 2, '01': 3 });
  const bytes = Object.assign(new Uint8Array([1, 2, 3]), { label: 'x' });
  return {
    ...{ sparse, extra, bytes },
    empty: [[], {}, new Map(), new Set(), '', new Uint8Array(0), new ArrayBuffer(0)],
    onlyHoles: new Array(3),
    map: new Map<unknown, unknown>([
      ['a', { x: 1 }],
      [{ k: 1 }, new Map([[1, 2]])],
    ]),
    set: new Set([1, 'a', { z: [1] }]),
    own: [OwnArray.from([1, 2]), new OwnMap([[1, 2]]), new OwnSet([1]), new OwnBytes(2)],
    orphans: [[1], new Map([[1, 2]]), new Set([1]), new Uint8Array(2), new Date(0), /x/].map(
      withoutPrototype,
    ),
    numbers: Array.from({ length: 120 }, (_, index) => index * index),
    texts: Array.from({ length: 30 }, (_, index) => `text ${index}`),
    wide: ['中文字符', '日本語', '한국어', 'é', '👍🏽', 'a', 'b', 'c'],
    rows: Array.from({ length: 7 }, (_, id) => ({ id, name: `name ${id}` })),
    pairs: Array.from({ length: 10 }, (_, index) => [index, index * 2]),
    longMap: new Map(Array.from({ length: 120 }, (_, index) => [index, index])),
    longSet: new Set(Array.from({ length: 120 }, (_, index) => index)),
    many: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key${index}`, index])),
    buffers: [new ArrayBuffer(4), new DataView(new ArrayBuffer(4), 1), new BigInt64Array(2)],
    iterators: [[1][Symbol.iterator](), 'ab'[Symbol.iterator](), 'x'.matchAll(/x/g)],
    arguments: (function (..._: unknown[]) {
      // eslint-disable-next-line prefer-rest-params -- the object itself is meant
      return arguments;
    })(1, 'two'),
  };
}

function objects(): Record<string, unknown> {
  const orphan = Object.assign(Object.create(null) as object, { x: 1 });
  const hidden = Object.defineProperty({ a: 1 }, 'hidden', { value: 2 });
  return {
    ...{ orphan, hidden },
    belowOrphan: Object.create(orphan) as object,
    deepOrphan: Object.create(Object.create(null) as object) as object,
    instances: [new Base(), new Derived(), new Tagged()],
    prototypes: [Base.prototype, Object.create(Base.prototype), Array.prototype],
    keys: { 'a-b': 1, valid_id: 2, 3: 4, "it's": 5, [`q"'`]: 6, '': 7, '\n': 8 },
    proto: Object.defineProperty({}, '__proto__', { value: 1, enumerable: true }),
    symbols: { [symbol]: 1, [Symbol.for('b c')]: 2, [Symbol('')]: 3, [Symbol("it's\n")]: 4 },
    accessors: {
      get a() {
        return 1;
      },
      set b(_: number) {},
      get c() {
        return null;
      },
      get d() {
        return { z: 1 };
      },
      set d(_: unknown) {},
    },
    tag: { [Symbol.toStringTag]: 'Tag', a: 1 },
    fakeConstructor: { constructor: 'nope' },
    boxed: [
      ...[new Number(-0), new String('text'), new Boolean(false), Object(Symbol('s')), Object(5n)],
      Object.assign(new String('ab'), { x: 1 }),
      withoutPrototype(new Number(1)),
    ],
    dates: [new Date(0), new Date(NaN), Object.assign(new Date(1), { x: 1 }), new OwnDate(0)],
    patterns: [/a/gi, Object.assign(/b/, { x: 1 }), new OwnPattern('c')],
    deep: { a: { b: { c: { d: { e: 1 } } } } },
    arrays: [[[[[1]]]], [[[[]]]]],
    longKey: { ['k'.repeat(50)]: { ['z'.repeat(40)]: 1 } },
    strings: ["it's", `dq"'`, '`"\'', '${`"\'', '\u0000\u001b\u007f\u009f', '\ud800x', '😀', '\t'],
    lines: { text: 'first line\nsecond line, which is much longer than the first one\n'.repeat(3) },
    numbers: { f: 123456789.123456, i: -1234567, b: 12345678901234567890n, e: 1e21, z: -0 },
    mixed: [1, 'a', null, undefined, {}, [], Symbol('x'), 1n, true],
    customs: {
      text: {
        [Symbol.for('nodejs.util.inspect.custom')]: (depth: number) => `depth ${depth}\nnext`,
      },
      object: { [Symbol.for('nodejs.util.inspect.custom')]: () => ({ inner: 1 }) },
    },
    namespaces: [Math, JSON, Reflect, Atomics],
    promises: [new Promise(() => undefined)],
  };
}

export const samples: Readonly<Record<string, unknown>> = {
  ...objects(),
  ...collections(),
  ...functions(),
  ...errors(),
  ...circles(),
};

export const optionSets: readonly object[] = [
  {},
  ...[0, 1, 5, -1, null].map((depth) => ({ depth })),
  ...[false, true, 0, 1, 5].map((compact) => ({ compact })),
  ...[0, 20, 40, 120, Infinity].map((breakLength) => ({ breakLength })),
  ...[true, 'get', 'set'].map((getters) => ({ getters })),
  ...[0, 2, null].map((maxArrayLength) => ({ maxArrayLength })),
  ...[0, 5, null].map((maxStringLength) => ({ maxStringLength })),
  { colors: true },
  { colors: true, compact: false, depth: 5 },
  { sorted: true },
  { sorted: (a: string, b: string) => (a < b ? 1 : -1) },
  { showHidden: true },
  { showHidden: true, depth: null, sorted: true },
  { showHidden: true, colors: true },
  { numericSeparator: true },
  { customInspect: false },
  { compact: true, breakLength: 30 },
  { compact: 1, breakLength: 30, sorted: true },
];
