import { invalidArgValue } from '../errors/argument-errors.ts';
import { validateInteger } from '../errors/validate.ts';
import { AssertionError, type FailureDetail } from './assertion-error.ts';

/** `assert.CallTracker`: whether functions are called as often as they should be. Deprecated. */

interface TrackedCall {
  readonly thisArg: unknown;
  readonly arguments: readonly unknown[];
}

interface Tracked {
  readonly name: string;
  readonly expected: number;
  readonly stack: Error;
  calls: TrackedCall[];
}

const nothing = Function.prototype as CallableFunction;

function detailOf({ name, expected, stack, calls }: Tracked): FailureDetail[] {
  const { length: actual } = calls;
  if (actual === expected) return [];
  const message =
    `Expected the ${name} function to be executed ${expected} time(s) but was ` +
    `executed ${actual} time(s).`;
  return [{ message, actual, expected, operator: name, stack }];
}

export class CallTracker {
  readonly #all: Tracked[] = [];
  readonly #byFunction = new WeakMap<object, Tracked>();

  /** @param tracked one of them; all by default */
  reset(tracked?: unknown): void {
    const meant = tracked === undefined ? this.#all : [this.#find(tracked)];
    for (const each of meant) each.calls = [];
  }

  getCalls(tracked: unknown): readonly TrackedCall[] {
    return Object.freeze([...this.#find(tracked).calls]);
  }

  /** @param rest a function, which may be left out, and how often it is to be called */
  calls(...rest: readonly unknown[]): CallableFunction {
    const [first, second] = typeof rest[0] === 'number' ? [undefined, rest[0]] : rest;
    const fn = (first ?? nothing) as CallableFunction;
    const expected = second ?? 1;
    validateInteger(expected, 'expected', 1, 2 ** 32 - 1);
    const about: Tracked = { name: fn.name || 'calls', expected, stack: new Error(), calls: [] };
    const tracked = new Proxy(fn, {
      apply(target, thisArg, args: unknown[]): unknown {
        about.calls.push(Object.freeze({ thisArg, arguments: Object.freeze([...args]) }));
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#all.push(about);
    this.#byFunction.set(tracked, about);
    return tracked;
  }

  report(): FailureDetail[] {
    return this.#all.flatMap(detailOf);
  }

  verify(): void {
    const details = this.report();
    const [first] = details;
    if (first === undefined) return;
    const several = 'Functions were not called the expected number of times';
    throw new AssertionError({ message: details.length === 1 ? first.message : several, details });
  }

  #find(tracked: unknown): Tracked {
    const found = this.#byFunction.get(Object(tracked) as object);
    if (found === undefined) throw invalidArgValue('tracked', tracked, 'is not a tracked function');
    return found;
  }
}
