import { customInspect, inspect } from '../util/inspect.ts';

/**
 * `node --test` runs each file in a process of its own, so errors reach the report as copies.
 * They lose their class below the built-in one, their functions and symbols, and it shows.
 */

const classes = { Error, TypeError, RangeError, URIError, SyntaxError, ReferenceError, EvalError };

export type Clone = (value: unknown) => unknown;

function prototypes(value: object): object[] {
  const chain: object[] = [];
  for (let each: object | null = value; each !== null; each = Object.getPrototypeOf(each))
    chain.push(each);
  return chain;
}

/** The nearest built-in error class that a value is of. */
function builtInClass(error: object): ErrorConstructor | undefined {
  for (const each of prototypes(error)) {
    const constructor: unknown = Object.getOwnPropertyDescriptor(each, 'constructor')?.value;
    const name = typeof constructor === 'function' ? constructor.name : '';
    if (Object.hasOwn(classes, name)) return classes[name as keyof typeof classes];
  }
  return undefined;
}

/** A property with its value in place of its getter, or undefined where it cannot cross. */
function dataOf(target: object, descriptor: PropertyDescriptor): PropertyDescriptor | undefined {
  const { enumerable = false, configurable = false, writable = true } = descriptor;
  try {
    const value: unknown = descriptor.get
      ? Reflect.apply(descriptor.get, target, [])
      : descriptor.value;
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    return { value, enumerable, configurable, writable };
  } catch {
    return undefined;
  }
}

function propertiesOf(error: object, clone: Clone, seen: Set<object>): PropertyDescriptorMap {
  const all: PropertyDescriptorMap = {};
  for (const owner of prototypes(error).reverse()) {
    for (const key of Object.getOwnPropertyNames(owner)) {
      const descriptor = Object.getOwnPropertyDescriptor(owner, key);
      if (descriptor === undefined || key === '__proto__') continue;
      const data = dataOf(error, descriptor);
      if (data === undefined) continue;
      const value: unknown = key === 'cause' ? copy(data.value, clone, seen) : clone(data.value);
      all[key] = { ...data, value };
    }
  }
  return all;
}

function showAs(text: string): object {
  return Object.assign(Object.create(null) as object, { [customInspect]: () => text });
}

function copyOfError(error: object, clone: Clone, seen: Set<object>): object | undefined {
  if (seen.has(error)) return showAs('[Circular object]');
  seen.add(error);
  const Base = builtInClass(error);
  if (Base === undefined) return undefined;
  const properties = propertiesOf(error, clone, seen);
  const tag = { value: 'Error', configurable: true };
  return Object.create(Base.prototype as object, {
    ...properties,
    [Symbol.toStringTag]: tag,
  }) as object;
}

function tryTo<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** A platform's exception arrives as an error with its name, and nothing else. */
function copyOfException({ name, message }: DOMException): Error {
  const copied = new Error(message);
  return Object.defineProperty(copied, 'stack', { value: `${name}: ${message}\n    at ${name}` });
}

function copy(error: unknown, clone: Clone, seen: Set<object>): unknown {
  if (error instanceof DOMException) return copyOfException(error);
  if (typeof error === 'symbol') return Symbol.for(error.description ?? '');
  if (typeof error === 'object' && error !== null) {
    const isError = Object.prototype.toString.call(error) === '[object Error]';
    const copied = isError ? tryTo(() => copyOfError(error, clone, seen)) : undefined;
    if (copied !== undefined) return copied;
    if (tryTo(() => customInspect in error) === true) return showAs(inspect(error));
  }
  const cloned = tryTo(() => ({ value: clone(error) }));
  return cloned === undefined ? inspect(error) : cloned.value;
}

/** @param clone copies a value as between processes, and throws where it cannot */
export function copyError(error: unknown, clone: Clone): unknown {
  return copy(error, clone, new Set());
}
