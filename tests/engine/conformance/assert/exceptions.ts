import assert from 'node:assert';
const attempt = async (run: () => unknown) => {
  try {
    await run();
    console.log('holds');
  } catch (error) {
    console.log((error as Error).name, (error as { code?: string }).code, (error as Error).message);
  }
};
const boom = () => {
  throw Object.assign(new TypeError('Wrong value'), { code: 'E_WRONG' });
};
await attempt(() => assert.throws(boom));
await attempt(() => assert.throws(boom, TypeError));
await attempt(() => assert.throws(boom, RangeError));
await attempt(() => assert.throws(boom, /Wrong/));
await attempt(() => assert.throws(boom, /right/));
await attempt(() => assert.throws(boom, { name: 'TypeError', message: /value/, code: 'E_WRONG' }));
await attempt(() => assert.throws(boom, { code: 'E_OTHER' }));
await attempt(() => assert.throws(boom, (error: Error) => error instanceof TypeError));
await attempt(() => assert.throws(boom, () => false));
await attempt(() => assert.throws(() => {}, TypeError, 'nothing was thrown'));
await attempt(() => assert.throws(boom, 'Wrong value'));
await attempt(() => assert.throws('x' as never));
await attempt(() => assert.throws(boom, {}));
await attempt(() => assert.doesNotThrow(boom, 'quiet please'));
await attempt(() => assert.doesNotThrow(boom, RangeError));
await attempt(() => assert.rejects(Promise.reject(new Error('later')), /later/));
await attempt(() => assert.rejects(async () => 1));
await attempt(() => assert.rejects((() => 1) as never));
await attempt(() => assert.doesNotReject(Promise.reject(new Error('late'))));
await attempt(() => assert.ifError(null));
await attempt(() => assert.ifError(new Error('given')));
await attempt(() => assert.ifError('text'));
await attempt(() => assert.match('abc', /x/));
await attempt(() => assert.doesNotMatch('abc', /b/));
await attempt(() => assert.match(5 as never, /x/));
await attempt(() => assert.match('a', 'a' as never));
