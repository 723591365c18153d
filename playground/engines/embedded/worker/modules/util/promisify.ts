import { nodeError } from '../errors/node-error.ts';
import { validateFunction } from '../errors/validate.ts';
import { types } from './types.ts';

/** Between callbacks and promises. */

/** Where a function says what `promisify` makes of it. */
export const customPromisify: unique symbol = Symbol.for('nodejs.util.promisify.custom');

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

function marked(promised: AnyFunction): AnyFunction {
  return Object.defineProperty(promised, customPromisify, { value: promised, configurable: true });
}

function warnOfPromise(): void {
  const message = 'Calling promisify on a function that returns a Promise is likely a mistake.';
  process.emitWarning(message, 'DeprecationWarning', 'DEP0174');
}

/** Turns a function whose last parameter is `(error, value) => …` into one that gives a promise. */
export function promisify(original: unknown): AnyFunction {
  validateFunction(original, 'original');
  const custom: unknown = Reflect.get(original, customPromisify);
  if (custom) {
    validateFunction(custom, 'util.promisify.custom');
    return marked(custom as unknown as AnyFunction);
  }
  const promised: AnyFunction = function (...args) {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, value: unknown): void => {
        if (error) reject(error);
        else resolve(value);
      };
      if (types.isPromise(Reflect.apply(original, this, [...args, done]))) warnOfPromise();
    });
  };
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
  return marked(promised);
}

/** A rejection with nothing would look like success to a callback. */
function asError(reason: unknown): unknown {
  if (reason) return reason;
  const message = 'Promise was rejected with falsy value';
  return nodeError(Error, 'ERR_FALSY_VALUE_REJECTION', message, asError, { reason });
}

/** Turns a function that gives a promise into one that takes a callback last. */
export function callbackify(original: unknown): AnyFunction {
  validateFunction(original, 'original');
  const taking: AnyFunction = function (...args) {
    const callback = args.pop();
    validateFunction(callback, 'last argument');
    const call = callback.bind(this);
    (Reflect.apply(original, this, args) as Promise<unknown>).then(
      (value) => process.nextTick(call, null, value),
      (reason: unknown) => process.nextTick(call, asError(reason)),
    );
    return undefined;
  };
  const { length, name, ...others } = Object.getOwnPropertyDescriptors(original);
  return Object.defineProperties(taking, {
    ...others,
    length: { ...length, value: Number(length.value) + 1 },
    name: { ...name, value: `${String(name.value)}Callbackified` },
  });
}
