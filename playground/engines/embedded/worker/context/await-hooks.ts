import type { AsyncContext, Frame } from './async-context.ts';
import { contextName } from './names.ts';
import { ContextPromises } from './context-promises.ts';

/**
 * What rewritten texts call; see `packages/async-hooks/rewrite-awaits.ts`. They find it under a
 * global name, as a module made of a text knows nothing else.
 */
export interface AwaitHooks {
  /** The frame that must come back after an `await`. */
  now(): Frame;
  /** Gives the awaited value on. A thenable's `then` is to run in the present frame. */
  ask(value: unknown, held?: unknown): unknown;
  /** After an `await`: back in the frame. */
  got(value: unknown, held: Frame): unknown;
  /** In `catch` and `finally`, and in loops: back in the frame where an `await` threw. */
  back(held: Frame | undefined): undefined;
  /** The first of its arguments. */
  first(value: unknown): unknown;
  /** What `for await` and `yield*` iterate over; `hold` is told the frame of each step. */
  each(iterable: unknown, hold: (frame: Frame) => void): unknown;
  /** The constructor of promises whose `resolve` keeps the frame for a thenable. */
  promise(constructor: unknown): unknown;
}

type Iterators = Partial<Record<symbol, () => Iterator<unknown>>>;

export function installAwaitHooks(context: AsyncContext): ContextPromises {
  const promises = new ContextPromises(context);
  const hooks: AwaitHooks = {
    now: () => context.current,
    ask: (value) => promises.keepThenable(value),
    got: (value, held) => {
      context.current = held;
      return value;
    },
    back: (held) => {
      if (held !== undefined) context.current = held;
      return undefined;
    },
    first: (value) => value,
    each: (iterable, hold) => each(context, iterable as Iterators, hold),
    promise: (constructor) => promises.constructorFor(constructor),
  };
  Object.defineProperty(globalThis, contextName, { value: hooks });
  return promises;
}

function each(context: AsyncContext, iterable: Iterators, hold: (frame: Frame) => void): unknown {
  if (!context.enabled) return iterable;
  for (const symbol of [Symbol.asyncIterator, Symbol.iterator]) {
    const method = (iterable as Iterators | undefined | null)?.[symbol];
    if (typeof method !== 'function') continue;
    return {
      [symbol]: () => steps(context, Reflect.apply(method, iterable, []), hold),
    };
  }
  return iterable;
}

/** The same iterator; each step says in which frame it was asked for. */
function steps(
  context: AsyncContext,
  iterator: Iterator<unknown>,
  hold: (frame: Frame) => void,
): object {
  const { next } = iterator;
  const told =
    (method: CallableFunction) =>
    (...args: unknown[]): unknown => {
      hold(context.current);
      return Reflect.apply(method, iterator, args);
    };
  return {
    next: told(next),
    get return() {
      return iterator.return && told(iterator.return);
    },
    get throw() {
      return iterator.throw && told(iterator.throw);
    },
  };
}
