import { validateFunction, validateInteger } from '../errors/validate.ts';

/** Functions that record their calls. */

export type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** One call of a mocked function. */
interface Call {
  readonly arguments: unknown[];
  readonly error: unknown;
  readonly result: unknown;
  readonly stack: Error;
  readonly target: unknown;
  readonly this: unknown;
}

/** The `mock` of a mocked function. */
export class MockFunctionContext {
  #calls: Call[] = [];
  #implementation: AnyFunction;
  readonly #original: AnyFunction;
  readonly #once = new Map<number, AnyFunction>();
  readonly #times: number;
  readonly #putBack: (() => void) | undefined;

  /** @param putBack puts the mocked method back; undefined where there is none */
  constructor(
    original: AnyFunction,
    implementation: AnyFunction,
    times: number,
    putBack: (() => void) | undefined,
  ) {
    this.#original = original;
    this.#implementation = implementation;
    this.#times = times;
    this.#putBack = putBack;
  }

  get calls(): readonly Call[] {
    return [...this.#calls];
  }

  callCount(): number {
    return this.#calls.length;
  }

  resetCalls(): void {
    this.#calls = [];
  }

  mockImplementation(implementation: AnyFunction): void {
    validateFunction(implementation, 'implementation');
    this.#implementation = implementation;
  }

  /** @param onCall which call, from 0; the next one by default */
  mockImplementationOnce(implementation: AnyFunction, onCall?: unknown): void {
    validateFunction(implementation, 'implementation');
    const next = this.#calls.length;
    const call = onCall ?? next;
    validateInteger(call, 'onCall', next);
    this.#once.set(call, implementation);
  }

  restore(): void {
    if (this.#putBack === undefined) this.#implementation = this.#original;
    else this.#putBack();
  }

  /** What the next call runs. The last call that is mocked ends the mock. */
  #next(): AnyFunction {
    const call = this.#calls.length;
    const implementation = this.#once.get(call) ?? this.#implementation;
    if (call + 1 === this.#times) this.restore();
    this.#once.delete(call);
    return implementation;
  }

  /** Answers a call, and records it. */
  answer(receiver: unknown, args: unknown[], newTarget: CallableFunction | undefined): unknown {
    const implementation = this.#next();
    const target = newTarget === undefined ? undefined : this.#original;
    const about = { arguments: args, stack: new Error(), target };
    try {
      const result: unknown =
        newTarget === undefined
          ? Reflect.apply(implementation, receiver, args)
          : Reflect.construct(implementation, args, newTarget);
      const self = newTarget === undefined ? receiver : result;
      this.#calls.push({ ...about, error: undefined, result, this: self });
      return result;
    } catch (error) {
      this.#calls.push({ ...about, error, result: undefined, this: receiver });
      throw error;
    }
  }
}

export type MockedFunction = AnyFunction & { readonly mock: MockFunctionContext };

/** A function in place of `original` that answers through the context. */
export function mocked(context: MockFunctionContext, original: AnyFunction): MockedFunction {
  return new Proxy(original, {
    apply: (_, receiver, args: unknown[]) => context.answer(receiver, args, undefined),
    construct: (_, args: unknown[], target) => context.answer(undefined, args, target) as object,
    get: (target, key, receiver) =>
      key === 'mock' ? context : (Reflect.get(target, key, receiver) as unknown),
  }) as MockedFunction;
}
