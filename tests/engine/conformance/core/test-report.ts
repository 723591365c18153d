import { strict as assert } from 'node:assert';
import { describe, it, suite, test } from 'node:test';

class ShopError extends Error {
  code = 'E_SHOP';
}

test('passes', () => {});
test('passes later', async () => {
  await new Promise((resolve) => setTimeout(resolve, 5));
});
test('throws', () => {
  throw new TypeError('wrong type');
});
test('throws an error of its own', () => {
  throw new ShopError('closed', { cause: 'holiday' });
});
test('throws a text', () => {
  throw 'just a text';
});
test('throws an object', () => {
  throw { code: 1, nested: { deep: { deeper: {} } } };
});
test('compares', () => assert.deepEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }));
test('compares numbers', () => assert.equal(1, 2));
test('compares functions', () => assert.equal(() => 1, 2));
test('asserts', () => assert(1 > 2));
test('rejects', async () => {
  await Promise.reject(new RangeError('out of range'));
});
test('is skipped', { skip: true }, () => assert.fail());
test('is skipped for a reason', { skip: 'not today' }, () => assert.fail());
test.skip('skipped by its name', () => assert.fail());
test('is to do', { todo: true }, () => {});
test('is to do and fails', { todo: 'soon' }, () => assert.fail('not yet'));
test.todo('has no function');
test('takes too long', { timeout: 10 }, () => new Promise((resolve) => setTimeout(resolve, 200)));
test('calls back', (_, done) => setTimeout(done, 1));
test('calls back with an error', (_, done) => setTimeout(() => done(new Error('called back')), 1));
test('fails as expected', { expectFailure: true }, () => assert.fail('wanted'));
test(function namedByItsFunction() {});
test('aborts', { signal: AbortSignal.abort() }, () => {});

describe('a suite', () => {
  it('has a test', () => {});
  it('has one that fails', () => assert.equal('actual', 'expected'));
  describe('and a suite', () => {
    it('with a test', () => {});
    it.skip('with a skipped one', () => {});
  });
});
describe('a suite that fails itself', () => {
  it('is not reached', () => {});
  throw new Error('while declaring');
});
suite('empty');
describe.skip('a skipped suite', () => {
  it('does not run', () => assert.fail());
});
describe('a suite to do', { todo: true }, () => {
  it('may fail', () => assert.fail('as announced'));
});
