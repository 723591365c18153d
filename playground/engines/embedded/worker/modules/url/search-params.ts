import { missingArgs } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { validateFunction } from '../errors/validate.ts';
import { iterate } from './params-iterator.ts';

/** The parameters of an address, failing as Node's do. */

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
  if (value instanceof NodeSearchParams) return;
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

type Method = (this: unknown, first?: unknown, ...more: unknown[]) => unknown;

function guarded(name: keyof typeof required): Method {
  const method = PlatformParams.prototype[name] as CallableFunction;
  const names = required[name];
  const checked = function (this: unknown, ...args: unknown[]): unknown {
    checkThis(this);
    if (args.length < names.length) throw missingArgs(...names);
    return Reflect.apply(method, this, args) as unknown;
  };
  return Object.defineProperties(checked, {
    name: { value: name },
    length: { value: names.length },
  });
}

const { forEach } = PlatformParams.prototype;

const iteration: Readonly<Record<string, Method>> = {
  entries() {
    checkThis(this);
    return iterate(this, 'entries');
  },
  forEach(callback, ...[thisArg]) {
    checkThis(this);
    validateFunction(callback, 'callback');
    forEach.call(this, (value, name) => {
      Reflect.apply(callback, thisArg, [value, name, this]);
    });
  },
  keys() {
    checkThis(this);
    return iterate(this, 'keys');
  },
  values() {
    checkThis(this);
    return iterate(this, 'values');
  },
};

class ParamsClass {
  declare readonly size: number;

  constructor(...[init]: readonly [init?: unknown]) {
    return Reflect.construct(PlatformParams, [checkedInit(init)], new.target) as ParamsClass;
  }

  /** What the platform itself made is of the class, too. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return [this, PlatformParams].some((Class) =>
      Function.prototype[Symbol.hasInstance].call(Class, value),
    );
  }
}

const { prototype } = ParamsClass;
const size = Object.getOwnPropertyDescriptor(PlatformParams.prototype, 'size');

Object.defineProperty(prototype, 'size', {
  ...size,
  get(this: unknown): unknown {
    checkThis(this);
    return size?.get?.call(this);
  },
});
for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'sort'] as const)
  Object.assign(prototype, { [name]: guarded(name) });
Object.assign(prototype, iteration, { toString: guarded('toString') });
Object.defineProperties(prototype, {
  [Symbol.iterator]: { value: iteration['entries'], writable: true, configurable: true },
  [Symbol.toStringTag]: { value: 'URLSearchParams', configurable: true },
});
Object.defineProperty(ParamsClass, 'name', { value: 'URLSearchParams', configurable: true });

/** The class URLSearchParams as Node has it, around the platform's. */
export const NodeSearchParams = ParamsClass as unknown as typeof URLSearchParams;
