import assert from 'node:assert';
import strict from 'node:assert/strict';

/** Runs an assertion and prints what a failure looks like. */
function show(title: string, run: () => void): void {
  try {
    run();
    console.log(`${title}: holds`);
  } catch (error) {
    console.log(`${title}:`, error);
  }
}

async function showLater(title: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
    console.log(`${title}: holds`);
  } catch (error) {
    console.log(`${title}:`, error);
  }
}

class Money {
  amount: number;
  constructor(amount: number) {
    this.amount = amount;
  }
}

show('equal', () => assert.equal(1, '1'));
show('equal fails', () => assert.equal(1, 2));
show('strictEqual of short values', () => strict.equal(1, 2));
show('strictEqual of long values', () =>
  strict.equal('the quick brown fox', 'the quick brawn fox'),
);
show('strictEqual of lines', () => strict.equal('a\nb\nc', 'a\nx\nc'));
show('strictEqual of objects', () => strict.equal({ a: 1 }, { a: 1 }));
show('with a message', () => strict.equal(1, 2, 'the sum'));
show('with an error', () => strict.equal(1, 2, new RangeError('mine')));
show('deepEqual', () => assert.deepEqual({ a: [1, '2'] }, { a: ['1', 2] }));
show('deepStrictEqual', () =>
  strict.deepEqual({ a: 1, b: [1, 2, { c: 3 }] }, { a: 1, b: [1, 2, { c: 4 }] }),
);
show('classes', () => strict.deepEqual(new Money(1), { amount: 1 }));
show('many lines', () => {
  const actual = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  strict.deepEqual(actual, actual.with(20, 'another'));
});
show('maps and sets', () =>
  strict.deepEqual(new Map([['a', new Set([1, 2])]]), new Map([['a', new Set([1, 3])]])),
);
show('in any order', () =>
  strict.deepEqual(new Set([{ a: 1 }, { b: 2 }]), new Set([{ b: 2 }, { a: 1 }])),
);
show('partialDeepStrictEqual', () => assert.partialDeepStrictEqual({ a: 1, b: 2 }, { a: 1 }));
show('partially different', () => assert.partialDeepStrictEqual({ a: 1, b: 2 }, { a: 2 }));
show('notStrictEqual', () => assert.notStrictEqual('same', 'same'));
show('notDeepStrictEqual', () => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }));
show('ok', () => assert.ok(0, 'zero is falsy'));
show('an expression', () => assert(1 > 2));
show('another expression', () => assert.ok(['a'].includes('b')));
show('no value', () => (assert as unknown as () => void)());
show('fail', () => assert.fail());
show('fail with a message', () => assert.fail('on purpose'));
show('match', () => assert.match('abc', /x/));
show('doesNotMatch', () => assert.doesNotMatch('abc', /b/));
show('ifError', () => assert.ifError(null));
show('throws', () => assert.throws(() => {}, /x/));
show('throws by class', () =>
  assert.throws(() => {
    throw new TypeError('bad');
  }, RangeError),
);
show('throws by object', () =>
  assert.throws(
    () => {
      throw Object.assign(new Error('bad'), { code: 'E1' });
    },
    { code: 'E2', message: /bad/ },
  ),
);
show('throws by function', () =>
  assert.throws(
    () => {
      throw new Error('bad');
    },
    () => false,
  ),
);
show('doesNotThrow', () =>
  assert.doesNotThrow(() => {
    throw new Error('bad');
  }),
);
await showLater('rejects', () => assert.rejects(Promise.resolve(1)));
await showLater('rejects as expected', () =>
  assert.rejects(Promise.reject(new Error('bad')), { message: 'bad' }),
);
await showLater('doesNotReject', () => assert.doesNotReject(Promise.reject(new Error('bad'))));
show('a missing argument', () => (assert.equal as (value: number) => void)(1));
show('errors', () => strict.deepEqual(new Error('a', { cause: 1 }), new Error('a', { cause: 2 })));
console.log(new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' }).message);
