import nodeAssert from 'node:assert';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssert } from '../../../../playground/engines/embedded/worker/modules/assert/assert-module.ts';
import { arbitraryValue } from './arbitrary-values.ts';

const { assert } = createAssert(
  () => undefined,
  (fn) => fn,
);

const methods = [
  ...['equal', 'notEqual', 'strictEqual', 'notStrictEqual', 'deepEqual', 'notDeepEqual'],
  ...['deepStrictEqual', 'notDeepStrictEqual', 'partialDeepStrictEqual'],
];

type Any = (...args: never[]) => unknown;

/** The error of a call as its reader sees it, or that there is none. */
function outcome(call: () => unknown): unknown {
  try {
    call();
    return 'passes';
  } catch (error) {
    const { name, message, code, generatedMessage, operator } = error as nodeAssert.AssertionError;
    return { name, message, code, generatedMessage, operator };
  }
}

function expectSame(name: string, args: readonly unknown[]): void {
  const [own, real] = [assert[name], Reflect.get(nodeAssert, name)] as [Any, Any];
  expect(outcome(() => own(...(args as never[])))).toEqual(
    outcome(() => real(...(args as never[]))),
  );
}

/** Few values of few kinds, so that two of them are often equal, or nearly so. */
const alike: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => {
  const value = tie('value');
  const list = fc.array(value, { maxLength: 3 });
  const key = fc.constantFrom('a', 'b', Symbol.for('s'));
  const entries = fc.array(fc.tuple(key, value), { maxLength: 2 });
  const fromEntries = (each: readonly (readonly [PropertyKey, unknown])[]) =>
    Object.fromEntries(each);
  const primitive = fc.constantFrom<unknown>(
    ...[null, undefined, 0, -0, 1, '1', '', 'a', true, NaN, 1n, Symbol.for('s')],
  );
  return {
    value: fc.oneof(
      { depthSize: 'small' },
      { arbitrary: primitive, weight: 5 },
      { arbitrary: entries.map(fromEntries), weight: 3 },
      { arbitrary: list, weight: 3 },
      { arbitrary: list.map((items) => new Set(items)), weight: 3 },
      {
        arbitrary: fc.array(fc.tuple(value, value), { maxLength: 3 }).map((each) => new Map(each)),
        weight: 3,
      },
      list.map((items) => {
        const sparse = [...items];
        Reflect.deleteProperty(sparse, 0);
        return sparse;
      }),
      entries.map((each) => Object.assign(Object.create(null) as object, fromEntries(each))),
      fc
        .tuple(fc.constantFrom('m', 'n', ''), value)
        .map(([text, cause]) => new Error(text, { cause })),
      fc.constantFrom('m', 'n').map((text) => new TypeError(text)),
      fc.tuple(list, fc.constantFrom('m', '')).map(([all, text]) => new AggregateError(all, text)),
      fc.constantFrom(0, 1, NaN).map((time) => new Date(time)),
      fc.constantFrom('g', 'i').map((flags) => new RegExp('a', flags)),
      fc.array(fc.constantFrom(0, -0, 1), { maxLength: 2 }).map((each) => new Float64Array(each)),
      fc.array(fc.constantFrom(0, 1), { maxLength: 3 }).map((each) => new Uint8Array(each)),
      fc.constantFrom<unknown>(0, '1', true, 'a').map((each) => Object(each)),
      fc.constantFrom('x:/a', 'x:/b').map((each) => new URL(each)),
      fc.array(fc.constantFrom(0, 1), { maxLength: 2 }).map((each) => new Uint8Array(each).buffer),
    ),
  };
}).value;

describe.each(methods)('%s', (name) => {
  it('does with values that are alike what Node does', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(alike, alike, (actual, expected) => expectSame(name, [actual, expected])),
      { numRuns: 1000 },
    );
  });

  it('does with any values what Node does, also with a message', { timeout: 60_000 }, () => {
    const message = fc.option(fc.constantFrom('own', ''), { nil: undefined });
    fc.assert(
      fc.property(arbitraryValue, arbitraryValue, message, (actual, expected, own) => {
        expectSame(name, own === undefined ? [actual, expected] : [actual, expected, own]);
        expectSame(name, [actual, actual]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('loose equality of arrays', () => {
  it('takes null for anything, as Node does', () => {
    const arrays = [[1], [null], [undefined], [,], [], [null, 1], [1, 2], [1, ,], [{}, null]];
    for (const actual of arrays)
      for (const expected of arrays) expectSame('deepEqual', [actual, expected]);
  });
});

describe('a value and itself with a change', () => {
  it('is told apart, and shown, as in Node', { timeout: 60_000 }, () => {
    const lines = fc.array(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'), { maxLength: 30 });
    const change = fc.tuple(fc.nat(30), fc.nat(2), fc.constantFrom('a', 'x', 'y'));
    fc.assert(
      fc.property(lines, fc.array(change, { maxLength: 3 }), (before, changes) => {
        const after: string[] = [...before];
        for (const [at, count, text] of changes) after.splice(at, count, text);
        for (const method of ['deepStrictEqual', 'partialDeepStrictEqual', 'deepEqual']) {
          expectSame(method, [after, before]);
          expectSame(method, [{ list: after, more: 1 }, { list: before }]);
        }
        expectSame('strictEqual', [after.join('\n'), before.join('\n')]);
        expectSame('strictEqual', [after.join(''), before.join('')]);
      }),
      { numRuns: 400 },
    );
  });
});
