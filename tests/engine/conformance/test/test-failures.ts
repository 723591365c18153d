import assert from 'node:assert';
import { describe, it } from 'node:test';
describe('failures', () => {
  it('shows a diff', () =>
    assert.deepStrictEqual({ id: 1, tags: ['a', 'b'] }, { id: 1, tags: ['a', 'c'] }));
  it('shows two texts', () => assert.strictEqual('hello', 'help'));
  it('shows an error with a cause', () => {
    throw new Error('outer', { cause: new TypeError('inner') });
  });
  it('shows what is no error', () => {
    throw 'a text';
  });
  it('shows fields', async () => {
    throw Object.assign(new RangeError('coded'), { code: 'E_X', detail: { a: 1 } });
  });
  it('shows an own message', () => assert.ok(false, 'should be true'));
  it('shows the expression', () => assert.ok([].length > 0));
});
