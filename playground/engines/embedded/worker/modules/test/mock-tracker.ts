import { invalidArgType, invalidArgValue } from '../errors/argument-errors.ts';
import {
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
} from '../errors/validate.ts';
import type { Timers } from '../timers/timers.ts';
import {
  MockFunctionContext,
  mocked,
  type AnyFunction,
  type MockedFunction,
} from './mock-function.ts';
import { MockPropertyContext } from './mock-property.ts';
import { MockTimers } from './mock-timers.ts';

/** `mock`: makes functions that record their calls, also in place of methods. */

interface MockOptions {
  /** How many calls go to the implementation; the rest go to the original. */
  readonly times?: unknown;
  readonly getter?: unknown;
  readonly setter?: unknown;
}

const nothing = (): AnyFunction => function () {};

/** The property's descriptor, wherever in the chain it is. */
function findDescriptor(object: object, name: PropertyKey): PropertyDescriptor | undefined {
  for (let each: object | null = object; each !== null; each = Object.getPrototypeOf(each)) {
    const descriptor = Object.getOwnPropertyDescriptor(each, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

function checkName(name: unknown, argument: string): asserts name is string | symbol {
  if (typeof name !== 'string' && typeof name !== 'symbol')
    throw invalidArgType(argument, ['string', 'symbol'], name);
}

function readTimes({ times = Infinity }: MockOptions): number {
  if (times !== Infinity) validateInteger(times, 'options.times', 1);
  return times;
}

/** An implementation and options, of which the first may be left out. */
function readRest(rest: readonly unknown[]): readonly [unknown, unknown] {
  const [first, second = {}] = rest;
  return typeof first === 'object' && first !== null ? [undefined, first] : [first, second];
}

/** Which function of a property is mocked. */
function partOf({ getter = false, setter = false }: MockOptions): 'get' | 'set' | 'value' {
  validateBoolean(getter, 'options.getter');
  validateBoolean(setter, 'options.setter');
  if (getter && setter)
    throw invalidArgValue('options.setter', setter, "cannot be used with 'options.getter'");
  return getter ? 'get' : setter ? 'set' : 'value';
}

/** Makes mocks and takes them back together. */
export class MockTracker {
  #mocks: { restore(): void }[] = [];
  #mockTimers: MockTimers | undefined;
  readonly #timers: Timers;

  /** @param timers the module that `timers` replaces functions of */
  constructor(timers: Timers) {
    this.#timers = timers;
  }

  get timers(): MockTimers {
    return (this.#mockTimers ??= new MockTimers(this.#timers));
  }

  /** @param rest an implementation and options, each of which may be left out */
  fn(original: unknown = nothing(), ...rest: readonly unknown[]): MockedFunction {
    const isOptions = original !== null && typeof original === 'object';
    const base = isOptions ? nothing() : original;
    const [implementation = base, options] = isOptions ? [base, original] : readRest(rest);
    validateFunction(base, 'original');
    validateFunction(implementation, 'implementation');
    validateObject(options, 'options');
    const times = readTimes(options);
    return this.#mock(base as AnyFunction, implementation as AnyFunction, times, undefined);
  }

  /** Puts a mock in a method's place until it is restored. */
  method(object: unknown, name: unknown, ...rest: readonly unknown[]): MockedFunction {
    checkName(name, 'methodName');
    if (typeof object !== 'function') validateObject(object, 'object');
    const [given, options] = readRest(rest);
    if (given !== undefined) validateFunction(given, 'implementation');
    validateObject(options, 'options');
    const part = partOf(options);
    const times = readTimes(options);
    const descriptor = findDescriptor(object, name) ?? {};
    const original: unknown = descriptor[part];
    if (typeof original !== 'function')
      throw invalidArgValue('methodName', original, 'must be a method');
    // Node puts an inherited method back as an own one, and a symbol's not at all.
    const putBack = (): unknown => Object.defineProperty(object, name, descriptor);
    const implementation = (given ?? original) as AnyFunction;
    const restore = typeof name === 'string' ? putBack : undefined;
    const mock = this.#mock(original as AnyFunction, implementation, times, restore);
    Object.defineProperty(object, name, { ...descriptor, [part]: mock });
    return mock;
  }

  getter(object: unknown, name: unknown, ...rest: readonly unknown[]): MockedFunction {
    return this.#accessor('getter', object, name, rest);
  }

  setter(object: unknown, name: unknown, ...rest: readonly unknown[]): MockedFunction {
    return this.#accessor('setter', object, name, rest);
  }

  /** Puts a value in a property's place, and records who reads and writes. */
  property(object: unknown, name: unknown, ...value: readonly unknown[]): object {
    validateObject(object, 'object');
    checkName(name, 'propertyName');
    const context = new MockPropertyContext(object, name, ...value);
    this.#mocks.push(context);
    return new Proxy(object, {
      get: (target, key, receiver): unknown =>
        key === 'mock' ? context : Reflect.get(target, key, receiver),
    });
  }

  /** A module that is linked cannot be replaced here. */
  module(): never {
    throw new Error(
      'mock.module() is not available in the playground: modules are linked before the program ' +
        'starts. Hand the function in as a parameter, or run the test with Node.js.',
    );
  }

  restoreAll(): void {
    for (const mock of this.#mocks) mock.restore();
  }

  /** Restores all mocks and forgets them. */
  reset(): void {
    this.restoreAll();
    this.#mockTimers?.reset();
    this.#mocks = [];
  }

  #accessor(kind: 'getter' | 'setter', object: unknown, name: unknown, rest: readonly unknown[]) {
    const [implementation, options] = readRest(rest);
    validateObject(options, 'options');
    const { [kind]: wanted = true } = options as MockOptions;
    if (wanted === false) throw invalidArgValue(`options.${kind}`, wanted, 'cannot be false');
    return this.method(object, name, implementation, { ...options, [kind]: wanted });
  }

  #mock(
    original: AnyFunction,
    implementation: AnyFunction,
    times: number,
    putBack: (() => unknown) | undefined,
  ): MockedFunction {
    const context = new MockFunctionContext(original, implementation, times, putBack);
    this.#mocks.push(context);
    return mocked(context, original);
  }
}
