import { types } from '../util/types.ts';
import type { TestFunction } from './declaration.ts';
import { testFailure } from './failure.ts';

/** A callback for tests that end with `done(error)`, and the promise of its call. */
function deferredCallback(): { promise: Promise<unknown>; done: (error?: unknown) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let calls = 0;
  const done = (error?: unknown): void => {
    calls++;
    if (calls === 2)
      throw testFailure('callback invoked multiple times', 'multipleCallbackInvocations');
    if (calls > 1) return;
    if (error) reject(error);
    else resolve(undefined);
  };
  return { promise, done };
}

/**
 * Calls a test or a hook. One with a parameter more than it is given ends by its callback.
 * @param context its `this`, and its argument
 */
export async function callTest(fn: TestFunction, context: object): Promise<void> {
  if (fn.length !== 2) {
    await Reflect.apply(fn, context, [context]);
    return;
  }
  const { promise, done } = deferredCallback();
  const result: unknown = Reflect.apply(fn, context, [context, done]);
  if (types.isPromise(result)) {
    result.catch(() => undefined);
    throw testFailure('passed a callback but also returned a Promise', 'callbackAndPromisePresent');
  }
  await promise;
}
