/** What readable-stream takes of its own helpers, on the engine's. */

export { addAbortListener } from '../../events/any-emitter.ts';
export { inspect } from '../../util/inspect.ts';

export const kEmptyObject = Object.freeze({});

export const promisify = { custom: Symbol.for('nodejs.util.promisify.custom') };

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** A function that calls `callback` at its first call and does nothing later. */
export function once(callback: AnyFunction): AnyFunction {
  let called = false;
  return function (...args) {
    if (called) return;
    called = true;
    Reflect.apply(callback, this, args);
  };
}

export function createDeferredPromise<Value>(): PromiseWithResolvers<Value> {
  return Promise.withResolvers<Value>();
}

/** Streams log nothing here: `NODE_DEBUG=stream` is for who works on Node. */
export function debuglog(): () => void {
  return () => undefined;
}

/** What readable-stream calls deprecated Node has dropped; see `stream-module.ts`. */
export function deprecate<Original>(original: Original): Original {
  return original;
}

export function AbortSignalAny(signals: AbortSignal[]): AbortSignal {
  return AbortSignal.any(signals);
}
