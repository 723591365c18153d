import nodeAssert from 'node:assert';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssert } from '../../../../playground/engines/embedded/worker/modules/assert/assert-module.ts';
import { callExpression } from '../../../../playground/engines/embedded/worker/modules/assert/call-expression.ts';

/** Assertions hold and fail as Node's do, word for word. */

type Assertions = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

const { assert, strict } = createAssert(
  () => undefined,
  (fn) => fn,
);
const engine = assert as unknown as Assertions;
const node = nodeAssert as unknown as Assertions;

const comparisons = [
  'equal',
  'notEqual',
  'deepEqual',
  'notDeepEqual',
  'deepStrictEqual',
  'notDeepStrictEqual',
  'strictEqual',
  'notStrictEqual',
  'partialDeepStrictEqual',
];

const withoutFrames = (text: unknown): string => String(text).replaceAll(/\n +at .*/g, '');

function describeFailure(error: unknown): unknown {
  const { message, code, operator, generatedMessage, name } = error as Record<string, unknown>;
  const keys = Object.keys(error as object);
  return { message: withoutFrames(message), code, operator, generatedMessage, name, keys };
}

function outcome(assertions: Assertions, name: string, args: readonly unknown[]): unknown {
  try {
    assertions[name]?.(...args);
    return 'holds';
  } catch (error) {
    return describeFailure(error);
  }
}

async function laterOutcome(assertions: Assertions, name: string, args: readonly unknown[]) {
  try {
    await assertions[name]?.(...args);
    return 'holds';
  } catch (error) {
    return describeFailure(error);
  }
}

function expectSame(name: string, ...args: readonly unknown[]): void {
  expect(outcome(engine, name, args)).toEqual(outcome(node, name, args));
}

class Left {
  x = 1;
}
class Right {
  x = 1;
}

/** No array of just null: Node takes it for loosely equal to any array of its length. */
const values = [
  ...[undefined, null, 0, -0, NaN, 1, '1', '', true, 1n, Symbol.for('s')],
  ...[new Left(), new Right(), { x: 1 }, Object.create(null), { a: undefined }, {}],
  ...[[1], [undefined], [,], [1, 2, 3], Object.assign([1], { extra: 1 })],
  ...[new Date(0), new Date(1), new Date(NaN), /a/, /a/g],
  ...[new Map([[1, 2]]), new Map([[{ a: 1 }, 2]]), new Map([['a', { b: 1 }]])],
  ...[new Set([1]), new Set(['1']), new Set([{ a: 1 }]), new Set([[1], [2]]), new Set([[2], [1]])],
  ...[
    new Error('a'),
    new TypeError('a'),
    new Error('a', { cause: 1 }),
    new AggregateError([1], 'a'),
  ],
  ...[
    new Uint8Array([1, 2]),
    new Uint8Array([1, 3]),
    new Float32Array([0]),
    new Float32Array([-0]),
  ],
  ...[new Number(1), new String('1'), () => 1, new WeakMap(), new URL('http://a/')],
  ...['a\nb', 'a\nc', 'x'.repeat(30), 'x'.repeat(20) + 'y', { a: { b: { c: 1 } } }],
  Array.from({ length: 60 }, (_, index) => index),
  Array.from({ length: 60 }, (_, index) => index + 1),
];

describe('comparing', () => {
  it.each(comparisons)('%s does as in Node with values of every kind', (name) => {
    for (const actual of values) for (const expected of values) expectSame(name, actual, expected);
  });

  it.each(comparisons)('%s shows a message as Node does', (name) => {
    expectSame(name, { a: 1 }, { a: 2 }, 'why');
    expectSame(name, 'same', 'same', 'why');
    expectSame(name, 1, 2, new RangeError('mine'));
    expectSame(name, 1);
  });

  it('finds the same differences in lines', () => {
    const lines = fc.array(fc.constantFrom(1, 2, 3, 'a', 'b'), { maxLength: 25 });
    fc.assert(fc.property(lines, lines, (a, b) => expectSame('deepStrictEqual', a, b)));
  });

  it('agrees about arbitrary structures', () => {
    const leaf = fc.constantFrom(1, 2, 'x', 'y', undefined);
    const key = fc.constantFrom('a', 'b', 'c');
    const some = fc.anything({ key, values: [leaf], maxDepth: 2, withMap: true });
    fc.assert(
      fc.property(some, some, (a, b) => {
        for (const name of ['deepEqual', 'deepStrictEqual']) expectSame(name, a, b);
      }),
    );
  });

  it('compares what contains itself', () => {
    const loop = (): unknown[] => {
      const list: unknown[] = [1];
      list.push(list);
      return list;
    };
    expectSame('deepStrictEqual', loop(), loop());
    expectSame('deepStrictEqual', loop(), [1, [1, [2]]]);
  });
});

const throwers = [
  () => undefined,
  () => {
    throw new Error('boom');
  },
  () => {
    throw new TypeError('boom');
  },
  () => {
    throw 'a text';
  },
  () => {
    throw Object.assign(new Error('boom'), { code: 'E1' });
  },
];
const expectations = [
  ...[undefined, TypeError, /boom/, /other/, { message: 'boom' }, { message: /oo/, name: 'Error' }],
  ...[{ code: 'E2' }, {}, 'boom', 'a message', () => true, () => false, new Error('boom'), 3],
];

describe('exceptions', () => {
  it.each(['throws', 'doesNotThrow'])('%s judges as Node does', (name) => {
    for (const thrower of throwers)
      for (const expected of expectations) {
        expectSame(name, thrower, expected);
        expectSame(name, thrower, expected, 'a message');
      }
  });

  it.each(['rejects', 'doesNotReject'])('%s judges as Node does', async (name) => {
    for (const thrower of [...throwers, 1])
      for (const expected of expectations) {
        const source = typeof thrower === 'function' ? async () => thrower() : thrower;
        const args = [source, expected];
        expect(await laterOutcome(engine, name, args)).toEqual(
          await laterOutcome(node, name, args),
        );
      }
  });
});

describe('the other assertions', () => {
  it.each([
    ['fail', []],
    ['fail', ['why']],
    ['fail', [new Error('mine')]],
    ['ok', [1]],
    ['ok', [0, 'zero']],
    ['ok', []],
    ['match', ['abc', /x/]],
    ['match', [1, /x/]],
    ['match', ['abc', 'b']],
    ['doesNotMatch', ['abc', /b/]],
    ['ifError', [null]],
    ['ifError', [new Error('e')]],
    ['ifError', ['text']],
  ])('%s%j', (name, args) => expectSame(name, ...args));

  it('has the members that Node has, but for the old tracker', () => {
    const members = (of: object): string[] =>
      Object.keys(of)
        .filter((name) => name !== 'CallTracker')
        .sort();
    expect(members(assert)).toEqual(members(nodeAssert));
    expect(members(strict)).toEqual(members(nodeAssert.strict));
  });
});

describe('the text of a call', () => {
  it.each([
    ['  assert(a > b);', 3, 'assert(a > b)'],
    ['assert.ok(has(")"));', 8, 'assert.ok(has(")"))'],
    ['if (x) assert.ok(a(b), 1); more()', 15, 'assert.ok(a(b), 1)'],
    ['assert.ok(', 8, 'assert.ok('],
    ['a?.b.ok(0)', 6, 'a?.b.ok(0)'],
  ])('of %s', (line, column, text) => expect(callExpression(line, column)).toBe(text));
});
