/**
 * Whether promises are settled. No code can ask a promise, so those are remembered that are made
 * settled, or by `Promise.withResolvers`; of others nothing is known. A replaced constructor would
 * tell more, but `promise.constructor` would no longer be `Promise`.
 */

interface Settled {
  readonly rejected: boolean;
  readonly value: unknown;
}

const states = new WeakMap<object, Settled>();

/** @returns undefined where the promise is pending, or nothing is known of it */
export function promiseState(promise: object): Settled | undefined {
  return states.get(promise);
}

/** Whether a promise would ask the value for its `then`. */
function isPlain(value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null;
  return !((isObject || typeof value === 'function') && 'then' in value);
}

function replace(name: 'resolve' | 'reject' | 'withResolvers', make: CallableFunction): void {
  const original = Promise[name] as CallableFunction;
  const value = make(original) as CallableFunction;
  Object.defineProperties(value, {
    name: { value: name, configurable: true },
    length: { value: original.length, configurable: true },
  });
  Object.defineProperty(Promise, name, { value, writable: true, configurable: true });
}

type Static = (this: unknown, value?: unknown) => object;

/** Remembers from now on which promises are made settled. */
export function watchPromises(): void {
  replace('resolve', (resolve: CallableFunction): Static => {
    return function (value) {
      const promise = Reflect.apply(resolve, this, [value]) as object;
      if (promise !== value && isPlain(value)) states.set(promise, { rejected: false, value });
      return promise;
    };
  });
  replace('reject', (reject: CallableFunction): Static => {
    return function (reason) {
      const promise = Reflect.apply(reject, this, [reason]) as object;
      states.set(promise, { rejected: true, value: reason });
      return promise;
    };
  });
  replace('withResolvers', (withResolvers: CallableFunction): Static => {
    return function () {
      const made = Reflect.apply(withResolvers, this, []) as PromiseWithResolvers<unknown>;
      return { ...made, ...watched(made) };
    };
  });
}

/** The functions that settle a promise: the first call counts. */
function watched({ promise, resolve, reject }: PromiseWithResolvers<unknown>) {
  let isOpen = true;
  const note = (rejected: boolean, value: unknown): void => {
    if (isOpen && (rejected || isPlain(value))) states.set(promise, { rejected, value });
    isOpen = false;
  };
  const settle = (run: (value: unknown) => void, rejected: boolean) => {
    const noted = (value: unknown): void => {
      note(rejected, value);
      run(value);
    };
    return Object.defineProperty(noted, 'name', { value: '' });
  };
  return { resolve: settle(resolve, false), reject: settle(reject, true) };
}
