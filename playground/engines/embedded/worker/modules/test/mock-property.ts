import { invalidArgValue } from '../errors/argument-errors.ts';
import { validateInteger } from '../errors/validate.ts';

interface Access {
  readonly type: 'get' | 'set';
  readonly value: unknown;
  readonly stack: Error;
}

/** The `mock` of a mocked property: it records who reads and writes. */
export class MockPropertyContext {
  readonly #object: object;
  readonly #name: PropertyKey;
  readonly #original: PropertyDescriptor;
  readonly #originalValue: unknown;
  readonly #once = new Map<number, unknown>();
  #value: unknown;
  #accesses: Access[] = [];

  /** @param value empty: the property keeps its own */
  constructor(object: object, name: PropertyKey, ...value: readonly unknown[]) {
    this.#object = object;
    this.#name = name;
    this.#originalValue = Reflect.get(object, name);
    this.#value = value.length > 0 ? value[0] : this.#originalValue;
    const original = Object.getOwnPropertyDescriptor(object, name);
    if (original === undefined)
      throw invalidArgValue('propertyName', name, 'is not a property of the object');
    this.#original = original;
    const { configurable = false, enumerable = false } = original;
    Object.defineProperty(object, name, {
      configurable,
      enumerable,
      get: () => this.#record('get', this.#value),
      set: (next) => this.mockImplementation(next),
    });
  }

  get accesses(): readonly Access[] {
    return [...this.#accesses];
  }

  accessCount(): number {
    return this.#accesses.length;
  }

  mockImplementation(value: unknown): void {
    if (!this.#original.writable)
      throw invalidArgValue('propertyName', this.#name, 'cannot be set');
    this.#value = this.#record('set', value);
  }

  /** @param onAccess which access, from 0; the next one by default */
  mockImplementationOnce(value: unknown, onAccess?: unknown): void {
    const next = this.#accesses.length;
    const access = onAccess ?? next;
    validateInteger(access, 'onAccess', next);
    this.#once.set(access, value);
  }

  resetAccesses(): void {
    this.#accesses = [];
  }

  restore(): void {
    const { configurable = false, enumerable = false, writable = false } = this.#original;
    const value = this.#originalValue;
    Object.defineProperty(this.#object, this.#name, { configurable, enumerable, writable, value });
  }

  #record(type: Access['type'], usual: unknown): unknown {
    const access = this.#accesses.length;
    const value = this.#once.has(access) ? this.#once.get(access) : usual;
    this.#once.delete(access);
    this.#accesses.push({ type, value, stack: new Error() });
    return value;
  }
}
