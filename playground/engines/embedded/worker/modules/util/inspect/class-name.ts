import { typedArrayName, types } from '../types.ts';
import { isTooDeep, type Inspection } from './inspection.ts';
import { propertyText } from './properties.ts';

/** What kind of object something is: the name of its class, and its tag. */

/** Names that Node takes for the language's own. Those that the language got later are not among them. */
const builtInNames = new Set(
  `AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date
  Error EvalError FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array
  Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError
  Reflect RegExp Set String Symbol SyntaxError TypeError URIError Uint16Array Uint32Array Uint8Array
  Uint8ClampedArray WeakMap WeakRef WeakSet`.split(/\s+/),
);

export function isBuiltInName(name: string): boolean {
  return builtInNames.has(name);
}

type Class = CallableFunction & { readonly prototype: object };

/** Classes that are known by their prototype, even where `constructor` was changed. */
const wellKnown = new Map<object, Class>(
  (
    [
      ...[Array, ArrayBuffer, Function, Map, Set, Object],
      Object.getPrototypeOf(Uint8Array),
      ...[RegExp, Date, DataView, Error, AggregateError, RangeError, TypeError],
      ...[Boolean, Number, String, Promise, WeakMap, WeakSet],
    ] as Class[]
  ).map((each) => [each.prototype, each]),
);

const hasInstance = (each: Class, value: object): boolean =>
  Reflect.apply(Function.prototype[Symbol.hasInstance], each, [value]);

function isInstance(value: object, each: Class): boolean {
  try {
    return value instanceof (each as unknown as new () => object);
  } catch {
    return false;
  }
}

/** The class that an object of the prototype chain stands for. */
function classAt(owner: object, value: object): string | undefined {
  const known = wellKnown.get(owner);
  if (known !== undefined && hasInstance(known, value)) return known.name;
  const own: unknown = Object.getOwnPropertyDescriptor(owner, 'constructor')?.value;
  if (typeof own !== 'function' || own.name === '' || !isInstance(value, own as Class))
    return undefined;
  return String(own.name);
}

/** What an object without a class is by its slots. */
const slots: readonly (readonly [(value: unknown) => boolean, string])[] = [
  [(value) => typeof value === 'function', 'Function'],
  [Array.isArray, 'Array'],
  [types.isMap, 'Map'],
  [types.isSet, 'Set'],
  [types.isDate, 'Date'],
  [types.isRegExp, 'RegExp'],
  [types.isNativeError, 'Error'],
  [types.isWeakMap, 'WeakMap'],
  [types.isWeakSet, 'WeakSet'],
  [types.isArrayBuffer, 'ArrayBuffer'],
  [types.isDataView, 'DataView'],
  [types.isPromise, 'Promise'],
];

/** The name of an object's kind, whatever its prototype is. Code cannot see more than its slots. */
export function slotName(value: object): string {
  return typedArrayName(value) ?? slots.find(([is]) => is(value))?.[1] ?? 'Object';
}

/** A list for the properties that a class's prototypes have, which `showHidden` shows. */
export type Inherited = string[] | undefined;

/** The levels of prototypes whose properties are shown. */
const prototypeLevels = 3;

function addInherited(
  inspection: Inspection,
  value: object,
  first: object,
  level: number,
  output: string[],
): void {
  const shown = new Set<PropertyKey>();
  let owner: object | null = first;
  for (let depth = 0; depth < prototypeLevels; depth++) {
    if (depth !== 0 || value === owner) {
      owner = Object.getPrototypeOf(owner) as object | null;
      if (owner === null) return;
      const own: unknown = Object.getOwnPropertyDescriptor(owner, 'constructor')?.value;
      if (typeof own === 'function' && isBuiltInName(own.name)) return;
    }
    inspection.seen.push(value);
    for (const key of Reflect.ownKeys(owner)) {
      const hidden = key === 'constructor' || Object.hasOwn(value, key) || shown.has(key);
      const descriptor = Object.getOwnPropertyDescriptor(owner, key);
      if (hidden || typeof descriptor?.value === 'function') continue;
      const text = propertyText(inspection, owner, key, level, 'properties', value);
      output.push(inspection.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    for (const key of Reflect.ownKeys(owner)) shown.add(key);
    inspection.seen.pop();
  }
}

/** The name where no prototype up the chain is a class's. */
function nameBesideClasses(inspection: Inspection, value: object, level: number, to: Inherited) {
  const first = Object.getPrototypeOf(value) as object | null;
  if (first === null) return null;
  const name = slotName(value);
  if (isTooDeep(inspection, level)) return `${name} <Complex prototype>`;
  const above = className(inspection, first, level + 1, to);
  if (above !== null) return `${name} <${above}>`;
  const before = { customInspect: inspection.customInspect, depth: inspection.depth };
  Object.assign(inspection, { customInspect: false, depth: -1 });
  const shown = inspection.show(first, 0);
  Object.assign(inspection, before);
  return `${name} <${shown}>`;
}

/**
 * @param to takes the properties of prototypes that are no built-in ones
 * @returns null for an object without a prototype
 */
export function className(
  inspection: Inspection,
  value: object,
  level: number,
  to: Inherited,
): string | null {
  let first: object | null | undefined;
  for (let owner: object | null = value; owner !== null;) {
    const name = classAt(owner, value);
    if (name !== undefined) {
      const byPrototype = wellKnown.get(owner) !== undefined;
      const isOwn = first === owner && (byPrototype || isBuiltInName(name));
      if (to !== undefined && !isOwn) addInherited(inspection, value, first ?? value, level, to);
      return name;
    }
    owner = Object.getPrototypeOf(owner) as object | null;
    first ??= owner;
  }
  return nameBesideClasses(inspection, value, level, to);
}

/** An object's `Symbol.toStringTag`, unless it is shown as a property, too. */
export function tagOf(value: object, { showHidden }: Inspection): string {
  try {
    const tag: unknown = Reflect.get(value, Symbol.toStringTag);
    if (typeof tag !== 'string' || tag === '') return '';
    const shown = showHidden
      ? Object.hasOwn(value, Symbol.toStringTag)
      : Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag);
    return shown ? '' : tag;
  } catch {
    return '';
  }
}

/** Whether the class's name says what the tag says. */
function saysTag(name: string, tag: string): boolean {
  const at = name.indexOf(tag);
  if (at === -1) return false;
  const next = name[at + tag.length];
  return next === undefined || next !== next.toLowerCase();
}

/**
 * What stands before the braces: `Map(2) `, `[Object: null prototype] [tag] `.
 * @param fallback what the object is where it has no class
 */
export function prefix(name: string | null, tag: string, fallback: string, size = ''): string {
  if (name === null) {
    const tagged = tag !== '' && fallback !== tag ? `[${tag}] ` : '';
    return `[${fallback}${size}: null prototype] ${tagged}`;
  }
  return `${name}${size} ${tag === '' || saysTag(name, tag) ? '' : `[${tag}] `}`;
}

/** The same for an object that is nothing special. */
export function plainPrefix(value: object, name: string | null, tag: string): string {
  if (name !== null) return prefix(name, tag, '');
  const fallback = slotName(value);
  return prefix(name, tag, fallback === tag ? 'Object' : fallback);
}
