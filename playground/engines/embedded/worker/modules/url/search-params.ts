import { missingArgs } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { validateFunction } from '../errors/validate.ts';
import { iterate } from './params-iterator.ts';

/** The platform's URLSearchParams, failing as Node's does. */

const PlatformParams = URLSearchParams;

function badTuple(): Error {
  const message = 'Each query pair must be an iterable [name, value] tuple';
  return nodeError(TypeError, 'ERR_INVALID_TUPLE', message, badTuple);
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function pairOf(pair: unknown): string[] {
  if (!isObject(pair) || typeof Reflect.get(pair, Symbol.iterator) !== 'function') throw badTuple();
  const items = Array.from(pair as Iterable<unknown>);
  if (items.length !== 2) throw badTuple();
  return items.map((item) => `${item as string}`);
}

/** What the platform is given in the place of what the program gave. */
function checkedInit(init: unknown): string | string[][] {
  if (!isObject(init)) return init === undefined ? '' : `${init as string}`;
  const iterator: unknown = Reflect.get(init, Symbol.iterator);
  if (iterator !== null && iterator !== undefined) {
    if (typeof iterator === 'function') return Array.from(init as Iterable<unknown>, pairOf);
    const message = 'Query pairs must be iterable';
    throw nodeError(TypeError, 'ERR_ARG_NOT_ITERABLE', message, checkedInit);
  }
  const shown = Reflect.ownKeys(init).filter((key) =>
    Object.prototype.propertyIsEnumerable.call(init, key),
  );
  return shown.map((key) => [`${key as string}`, `${Reflect.get(init, key) as string}`]);
}

function checkThis(value: unknown): asserts value is URLSearchParams {
  if (value instanceof PlatformParams) return;
  const message = 'Value of "this" must be of type URLSearchParams';
  throw nodeError(TypeError, 'ERR_INVALID_THIS', message, checkThis);
}

/** Method → the arguments that it must have. */
const required = {
  append: ['name', 'value'],
  delete: ['name'],
  get: ['name'],
  getAll: ['name'],
  has: ['name'],
  set: ['name', 'value'],
  sort: [],
  toString: [],
} as const satisfies Partial<Record<keyof URLSearchParams, readonly string[]>>;

type Method = (this: unknown, ...args: unknown[]) => unknown;

function guarded(name: keyof typeof required): Method {
  const method = PlatformParams.prototype[name] as Method;
  const names = required[name];
  const checked: Method = function (...args) {
    checkThis(this);
    if (args.length < names.length) throw missingArgs(...names);
    return Reflect.apply(method, this, args);
  };
  return Object.defineProperties(checked, {
    name: { value: name },
    length: { value: names.length },
  });
}

const iteration = {
  entries(this: unknown): Iterator<unknown> {
    checkThis(this);
    return iterate(this, 'entries');
  },
  forEach(this: unknown, callback: unknown, thisArg?: unknown): void {
    checkThis(this);
    validateFunction(callback, 'callback');
    const { forEach } = platformMethods;
    forEach.call(this, (value, name, all) => {
      Reflect.apply(callback, thisArg, [value, name, all]);
    });
  },
  keys(this: unknown): Iterator<unknown> {
    checkThis(this);
    return iterate(this, 'keys');
  },
  values(this: unknown): Iterator<unknown> {
    checkThis(this);
    return iterate(this, 'values');
  },
};

const platformMethods = { forEach: PlatformParams.prototype.forEach };

function guardSize(prototype: URLSearchParams): void {
  const descriptor = Object.getOwnPropertyDescriptor(prototype, 'size');
  Object.defineProperty(prototype, 'size', {
    ...descriptor,
    get(this: unknown): unknown {
      checkThis(this);
      return descriptor?.get?.call(this);
    },
  });
}

/** The same class and the same prototype, so that the parameters of an address are of it, too. */
export const NodeSearchParams = new Proxy(PlatformParams, {
  construct(target, [init]: unknown[], newTarget) {
    return Reflect.construct(target, [checkedInit(init)], newTarget) as URLSearchParams;
  },
});

/** Makes the global URLSearchParams fail as Node's does. */
export function installSearchParams(): void {
  const { prototype } = PlatformParams;
  const names = Object.keys(required) as (keyof typeof required)[];
  const methods = Object.fromEntries(names.map((name) => [name, guarded(name)]));
  Object.assign(prototype, methods, iteration);
  guardSize(prototype);
  for (const [key, value] of [
    [Symbol.iterator, iteration.entries],
    ['constructor', NodeSearchParams],
  ] as const)
    Object.defineProperty(prototype, key, { value, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'URLSearchParams', {
    value: NodeSearchParams,
    writable: true,
    configurable: true,
  });
}
