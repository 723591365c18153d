import { isProxy } from './proxies.ts';

/** `util.types`: what a value is by its internal slots, which no property can fake. */

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const inChainOf = (prototype: object, value: unknown): boolean =>
  Object.prototype.isPrototypeOf.call(prototype, value as object);

/** An object that lost its prototype is no longer of a class, but still of its kind. */
const isOrphan = (value: unknown): boolean =>
  isObject(value) && !inChainOf(Object.prototype, value) && value !== Object.prototype;

/**
 * Whether a built-in method accepts the value as its own kind. To be refused takes long, so only
 * those are tried that descend from the class, or from none.
 */
function accepts(
  prototype: object,
  method: (this: never, ...values: never[]) => unknown,
  ...values: unknown[]
): Check {
  return (value) => {
    if (!inChainOf(prototype, value) && !isOrphan(value)) return false;
    try {
      Reflect.apply(method, value, values);
      return true;
    } catch {
      return false;
    }
  };
}

function getter(prototype: object, key: PropertyKey): Check {
  const get = Object.getOwnPropertyDescriptor(prototype, key)?.get;
  return get === undefined ? () => false : accepts(prototype, get);
}

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
const objectTagged =
  (...tags: readonly string[]): Check =>
  (value) =>
    isObject(value) && tags.includes(tagOf(value));

/** Whether the value has one of the prototypes in its chain: its slots cannot be asked for. */
const descends =
  (...samples: readonly object[]): Check =>
  (value) =>
    samples.some((prototype) => inChainOf(prototype, value));

const prototypeOf = (value: object): object => Object.getPrototypeOf(value) as object;
const generator = function* (): Generator {};
const asyncGenerator = async function* (): AsyncGenerator {};
const generatorFunctions = [prototypeOf(generator), prototypeOf(asyncGenerator)] as const;
const asyncFunction = prototypeOf(async () => undefined);
const generatorObjects = [generator, asyncGenerator].map(
  (fn) => Reflect.get(prototypeOf(fn), 'prototype') as object,
);
const isFunctionOf = (...prototypes: readonly object[]): Check => {
  const check = descends(...prototypes);
  return (value) => typeof value === 'function' && check(value);
};
/** A primitive in its object wrapper. */
const boxed = (prototype: object): Check => {
  const unwraps = accepts(prototype, prototype.valueOf);
  return (value) => isObject(value) && unwraps(value);
};

const typedArrayTag = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)?.get as (this: unknown) => string | undefined;

/** `Uint8Array` and its like, or undefined. */
export function typedArrayName(value: unknown): string | undefined {
  return Reflect.apply(typedArrayTag, value, []);
}

const isTypedArrayOf =
  (name: string): Check =>
  (value) =>
    typedArrayName(value) === name;

const isArrayBuffer = getter(ArrayBuffer.prototype, 'byteLength');
const isSharedArrayBuffer =
  typeof SharedArrayBuffer === 'undefined'
    ? () => false
    : getter(SharedArrayBuffer.prototype, 'byteLength');
const isNumberObject = boxed(Number.prototype);
const isStringObject = boxed(String.prototype);
const isBooleanObject = boxed(Boolean.prototype);
const isSymbolObject = boxed(Symbol.prototype);
const isBigIntObject = boxed(BigInt.prototype);
const boxes = [isNumberObject, isStringObject, isBooleanObject, isSymbolObject, isBigIntObject];

/** What is in a boxed primitive, whatever its class made of `valueOf`. */
export function unbox(value: object): unknown {
  const methods = [Number, String, Boolean, Symbol, BigInt].map(
    ({ prototype }) => prototype.valueOf as () => unknown,
  );
  const box = boxes.findIndex((isBox) => isBox(value));
  return Reflect.apply(methods[box] ?? Object.prototype.valueOf, value, []);
}

const regExpSource = getter(RegExp.prototype, 'source');

const typedArrayNames = [
  'Uint8Array',
  'Uint8ClampedArray',
  'Uint16Array',
  'Uint32Array',
  'Int8Array',
  'Int16Array',
  'Int32Array',
  'Float16Array',
  'Float32Array',
  'Float64Array',
  'BigInt64Array',
  'BigUint64Array',
] as const;

const never: Check = () => false;

/** Where the language can tell an error by its slots, it is asked. */
const isNativeError: Check =
  (Error as unknown as { isError?: Check }).isError ?? objectTagged('Error', 'DOMException');

/** An error by its slots, or by its prototype. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

export const types = {
  // What only native code makes, and keys, which `node:crypto` has not yet.
  isExternal: never,
  isKeyObject: never,
  isProxy,
  isCryptoKey: objectTagged('CryptoKey'),

  isDate: accepts(Date.prototype, Date.prototype.getTime),
  isRegExp: (value: unknown): value is RegExp => value !== RegExp.prototype && regExpSource(value),
  isMap: getter(Map.prototype, 'size'),
  isSet: getter(Set.prototype, 'size'),
  isWeakMap: accepts(WeakMap.prototype, WeakMap.prototype.has, {}),
  isWeakSet: accepts(WeakSet.prototype, WeakSet.prototype.has, {}),
  isMapIterator: descends(prototypeOf(new Map().keys())),
  isSetIterator: descends(prototypeOf(new Set().keys())),
  isPromise: (value: unknown): value is Promise<unknown> => value instanceof Promise,
  isNativeError,
  isAsyncFunction: isFunctionOf(asyncFunction, generatorFunctions[1]),
  isGeneratorFunction: isFunctionOf(...generatorFunctions),
  isGeneratorObject: descends(...generatorObjects),
  isModuleNamespaceObject: objectTagged('Module'),
  isArgumentsObject: (value: unknown): boolean =>
    isObject(value) && !(Symbol.toStringTag in value) && tagOf(value) === 'Arguments',

  isNumberObject,
  isStringObject,
  isBooleanObject,
  isSymbolObject,
  isBigIntObject,
  isBoxedPrimitive: (value: unknown): boolean => boxes.some((isBox) => isBox(value)),

  isArrayBuffer,
  isSharedArrayBuffer,
  isAnyArrayBuffer: (value: unknown): boolean => isArrayBuffer(value) || isSharedArrayBuffer(value),
  isDataView: getter(DataView.prototype, 'byteLength'),
  isArrayBufferView: (value: unknown): value is ArrayBufferView => ArrayBuffer.isView(value),
  isTypedArray: (value: unknown): boolean => typedArrayName(value) !== undefined,
  ...(Object.fromEntries(
    typedArrayNames.map((name) => [`is${name}`, isTypedArrayOf(name)]),
  ) as Record<`is${(typeof typedArrayNames)[number]}`, Check>),
};
