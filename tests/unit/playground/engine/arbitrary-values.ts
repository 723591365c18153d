import * as fc from 'fast-check';

/** Values of many kinds, nested in one another, for comparisons with Node. */

const key = fc.oneof(
  fc.constantFrom<PropertyKey>('a', 'b', 'name', 'it-has', '0', "q'", Symbol.for('s'), '__x'),
  fc.string({ maxLength: 4 }),
);

const primitive = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, 0, -0, NaN, Infinity, '', 1n),
  fc.integer(),
  fc.double(),
  fc.bigInt(),
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom<unknown>('a\nb', 'x'.repeat(90), `${'line\n'.repeat(4)}`, Symbol('s')),
);

class Point {
  readonly x: unknown;
  constructor(x: unknown) {
    this.x = x;
  }
}
class Sub extends Point {}

function define(target: object, entries: readonly (readonly [PropertyKey, unknown])[]): object {
  for (const [name, value] of entries)
    if (name !== '__proto__')
      Object.defineProperty(target, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  return target;
}

function sparse(items: readonly unknown[], holes: readonly number[]): unknown[] {
  const array = [...items];
  for (const hole of holes) Reflect.deleteProperty(array, hole);
  return array;
}

/** An error whose stack does not tell where it was made. */
function errorOf(message: string, fields: readonly (readonly [PropertyKey, unknown])[]): Error {
  const error = new RangeError(message);
  error.stack = `RangeError: ${message}\n    at file:///app/main.ts:1:1`;
  return define(error, fields) as Error;
}

export const arbitraryValue: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => {
  const value = tie('value');
  const entries = fc.array(fc.tuple(key, value), { maxLength: 5 });
  const list = fc.array(value, { maxLength: 8 });
  return {
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { arbitrary: primitive, weight: 4 },
      { arbitrary: entries.map((each) => define({}, each)), weight: 4 },
      { arbitrary: list, weight: 3 },
      list.map((items) => new Set(items)),
      fc.array(fc.tuple(value, value), { maxLength: 5 }).map((pairs) => new Map(pairs)),
      entries.map((each) => define(Object.create(null) as object, each)),
      value.map((each) => new Point(each)),
      value.map((each) => new Sub(each)),
      fc.tuple(list, fc.array(fc.nat({ max: 7 }))).map(([items, holes]) => sparse(items, holes)),
      fc.tuple(list, entries).map(([items, each]) => define([...items], each)),
      fc
        .tuple(
          fc.string({ maxLength: 9 }),
          fc.array(
            fc.oneof(
              fc.tuple(fc.constantFrom('code', 'info', 'cause'), value),
              fc.tuple(fc.constantFrom('name', 'message'), fc.string({ maxLength: 9 })),
            ),
            { maxLength: 2 },
          ),
        )
        .map(([message, each]) => errorOf(message, each)),
      fc.date().map((date) => date),
      fc.uint8Array({ maxLength: 9 }),
      fc.float64Array({ maxLength: 9 }),
      fc.array(fc.integer(), { minLength: 7, maxLength: 40 }),
      fc.array(fc.string({ maxLength: 12 }), { minLength: 7, maxLength: 30 }),
      fc.constantFrom<unknown>(/a/g, function named() {}, Point, new Number(3), new String('ab')),
    ),
  };
}).value;

export const arbitraryOptions: fc.Arbitrary<object> = fc.record(
  {
    depth: fc.constantFrom(0, 1, 2, 5, null),
    colors: fc.boolean(),
    compact: fc.constantFrom<boolean | number>(true, false, 0, 1, 2, 3, 6),
    breakLength: fc.constantFrom(10, 20, 40, 72, 80, 120, Infinity),
    sorted: fc.boolean(),
    getters: fc.boolean(),
    showHidden: fc.boolean(),
    maxArrayLength: fc.constantFrom(0, 1, 3, 100, null),
    maxStringLength: fc.constantFrom(0, 4, 1000, null),
    numericSeparator: fc.boolean(),
  },
  { requiredKeys: [] },
);
