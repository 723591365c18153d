import { validateFunction } from '../errors/validate.ts';

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
  readonly #putBack: () => void;

  constructor(
    original: AnyFunction,
    implementation: AnyFunction,
    times: number,
    putBack: () => void,
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
  mockImplementationOnce(implementation: AnyFunction, onCall = this.#calls.length): void {
    validateFunction(implementation, 'implementation');
    this.#once.set(onCall, implementation);
  }

  restore(): void {
    this.#implementation = this.#original;
    this.#putBack();
  }

  /** Answers a call, and records it. */
  answer(receiver: unknown, args: unknown[], target: CallableFunction | undefined): unknown {
    const number = this.#calls.length;
    const lasting = number < this.#times ? this.#implementation : this.#original;
    const implementation = this.#once.get(number) ?? lasting;
    const about = { arguments: args, stack: new Error(), target, this: receiver };
    try {
      const result: unknown =
        target === undefined
          ? Reflect.apply(implementation, receiver, args)
          : Reflect.construct(implementation, args, target);
      this.#calls.push({ ...about, error: undefined, result });
      return result;
    } catch (error) {
      this.#calls.push({ ...about, error, result: undefined });
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
