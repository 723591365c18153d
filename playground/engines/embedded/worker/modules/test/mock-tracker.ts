import { validateFunction } from '../errors/validate.ts';
import { invalidArgValue } from '../errors/argument-errors.ts';

/** `mock`: functions that record their calls, and put themselves in place of methods. */

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** One call of a mocked function. */
interface Call {
  readonly arguments: unknown[];
  readonly error: unknown;
  readonly result: unknown;
  readonly stack: Error;
  readonly target: unknown;
  readonly this: unknown;
}

export interface MockOptions {
  /** How many calls go to the implementation; the rest go to the original. */
  readonly times?: number;
  readonly getter?: boolean;
  readonly setter?: boolean;
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

const nothing: AnyFunction = () => undefined;

function mocked(context: MockFunctionContext, original: AnyFunction): MockedFunction {
  return new Proxy(original, {
    apply: (_, receiver, args: unknown[]) => context.answer(receiver, args, undefined),
    construct: (_, args: unknown[], target) => context.answer(undefined, args, target) as object,
    get: (target, key, receiver) =>
      key === 'mock' ? context : (Reflect.get(target, key, receiver) as unknown),
  }) as MockedFunction;
}

/** The property's descriptor, wherever in the chain it is. */
function findDescriptor(object: object, name: PropertyKey): PropertyDescriptor | undefined {
  for (let each: object | null = object; each !== null; each = Object.getPrototypeOf(each)) {
    const descriptor = Object.getOwnPropertyDescriptor(each, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

/** Makes mocks and takes them back together. */
export class MockTracker {
  #mocks: MockFunctionContext[] = [];

  /** @param rest an implementation and options, each of which may be left out */
  fn(original: unknown = nothing, ...rest: readonly unknown[]): MockedFunction {
    const [first, second] = typeof original === 'function' ? rest : [undefined, original];
    const base = (typeof original === 'function' ? original : nothing) as AnyFunction;
    const implementation = typeof first === 'function' ? (first as AnyFunction) : base;
    const options = (typeof first === 'function' ? second : (second ?? first)) as MockOptions;
    return mocked(
      this.#track(base, implementation, options ?? {}, () => undefined),
      base,
    );
  }

  /** Puts a mock in a method's place until it is restored. */
  method(object: object, name: PropertyKey, ...rest: readonly unknown[]): MockedFunction {
    const given = rest.find((each) => typeof each === 'function') as AnyFunction | undefined;
    const options = (rest.find((each) => typeof each === 'object') ?? {}) as MockOptions;
    const descriptor = findDescriptor(object, name) ?? {};
    const part = options.getter ? 'get' : options.setter ? 'set' : 'value';
    const original: unknown = descriptor[part];
    if (typeof original !== 'function')
      throw invalidArgValue('methodName', original, 'must be a method');
    const own = Object.getOwnPropertyDescriptor(object, name);
    const context = this.#track(
      original as AnyFunction,
      given ?? (original as AnyFunction),
      options,
      () => {
        if (own === undefined) Reflect.deleteProperty(object, name);
        else Object.defineProperty(object, name, own);
      },
    );
    const mock = mocked(context, original as AnyFunction);
    Object.defineProperty(object, name, { ...descriptor, [part]: mock, configurable: true });
    return mock;
  }

  getter(object: object, name: PropertyKey, ...rest: readonly unknown[]): MockedFunction {
    return this.method(object, name, ...rest.filter((each) => typeof each === 'function'), {
      ...(rest.find((each) => typeof each === 'object') ?? {}),
      getter: true,
    });
  }

  setter(object: object, name: PropertyKey, ...rest: readonly unknown[]): MockedFunction {
    return this.method(object, name, ...rest.filter((each) => typeof each === 'function'), {
      ...(rest.find((each) => typeof each === 'object') ?? {}),
      setter: true,
    });
  }

  restoreAll(): void {
    for (const mock of this.#mocks) mock.restore();
  }

  /** Restores all mocks and forgets them. */
  reset(): void {
    this.restoreAll();
    this.#mocks = [];
  }

  #track(
    original: AnyFunction,
    implementation: AnyFunction,
    { times = Infinity }: MockOptions,
    putBack: () => void,
  ): MockFunctionContext {
    const context = new MockFunctionContext(original, implementation, times, putBack);
    this.#mocks.push(context);
    return context;
  }
}
