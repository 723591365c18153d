import { invalidArgValue } from '../errors/argument-errors.ts';
import {
  MockFunctionContext,
  mocked,
  type AnyFunction,
  type MockedFunction,
} from './mock-function.ts';

/** `mock`: makes functions that record their calls, also in place of methods. */

export interface MockOptions {
  /** How many calls go to the implementation; the rest go to the original. */
  readonly times?: number;
  readonly getter?: boolean;
  readonly setter?: boolean;
}

const nothing: AnyFunction = () => undefined;

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
