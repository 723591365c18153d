/** `util.types`: what a value is by its internal slots, which no property can fake. */

type Check = (value: unknown) => boolean;

/** Whether a built-in method or getter accepts the value as its own kind. */
function accepts(
  method: (this: never, ...values: never[]) => unknown,
  ...values: unknown[]
): Check {
  return (value) => {
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
  return get === undefined ? () => false : accepts(get);
}

const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const objectTagged =
  (...tags: readonly string[]): Check =>
  (value) =>
    isObject(value) && tags.includes(tagOf(value));
const functionTagged =
  (...tags: readonly string[]): Check =>
  (value) =>
    typeof value === 'function' && tags.includes(tagOf(value));
/** A primitive in its object wrapper. */
const boxed = (method: (this: never) => unknown): Check => {
  const unwraps = accepts(method);
  return (value) => isObject(value) && unwraps(value);
};

const typedArrayTag = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)?.get as (this: unknown) => string | undefined;
const isTypedArrayOf =
  (name: string): Check =>
  (value) =>
    Reflect.apply(typedArrayTag, value, []) === name;

const isArrayBuffer = getter(ArrayBuffer.prototype, 'byteLength');
const isSharedArrayBuffer =
  typeof SharedArrayBuffer === 'undefined'
    ? () => false
    : getter(SharedArrayBuffer.prototype, 'byteLength');
const isNumberObject = boxed(Number.prototype.valueOf);
const isStringObject = boxed(String.prototype.valueOf);
const isBooleanObject = boxed(Boolean.prototype.valueOf);
const isSymbolObject = boxed(Symbol.prototype.valueOf);
const isBigIntObject = boxed(BigInt.prototype.valueOf);
const boxes = [isNumberObject, isStringObject, isBooleanObject, isSymbolObject, isBigIntObject];

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

/** An error by its slots, or by its prototype. */
export function isError(value: unknown): value is Error {
  return value instanceof Error || types.isNativeError(value);
}

export const types = {
  // What no code can tell, or no example has.
  isExternal: never,
  isProxy: never,
  isKeyObject: never,
  isCryptoKey: objectTagged('CryptoKey'),

  isDate: accepts(Date.prototype.getTime),
  isRegExp: (value: unknown): value is RegExp => value !== RegExp.prototype && regExpSource(value),
  isMap: getter(Map.prototype, 'size'),
  isSet: getter(Set.prototype, 'size'),
  isWeakMap: accepts(WeakMap.prototype.has, {}),
  isWeakSet: accepts(WeakSet.prototype.has, {}),
  isMapIterator: objectTagged('Map Iterator'),
  isSetIterator: objectTagged('Set Iterator'),
  isPromise: (value: unknown): value is Promise<unknown> => value instanceof Promise,
  isNativeError: objectTagged('Error', 'DOMException'),
  isAsyncFunction: functionTagged('AsyncFunction', 'AsyncGeneratorFunction'),
  isGeneratorFunction: functionTagged('GeneratorFunction', 'AsyncGeneratorFunction'),
  isGeneratorObject: objectTagged('Generator', 'AsyncGenerator'),
  isModuleNamespaceObject: objectTagged('Module'),
  isArgumentsObject: objectTagged('Arguments'),

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
  isTypedArray: (value: unknown): boolean => Reflect.apply(typedArrayTag, value, []) !== undefined,
  ...(Object.fromEntries(
    typedArrayNames.map((name) => [`is${name}`, isTypedArrayOf(name)]),
  ) as Record<`is${(typeof typedArrayNames)[number]}`, Check>),
};
