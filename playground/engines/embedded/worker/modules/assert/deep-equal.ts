import { isError, types } from '../util/types.ts';
import { equalBytes, equalFloats, partialBytes } from './equal-bytes.ts';
import { equalMaps, equalSets } from './equal-collections.ts';
import { equalKeys } from './equal-keys.ts';
import { equalLoosely } from './loose-equal.ts';

/**
 * Structural equality as `node:assert` means it.
 * - strict: same prototypes, `Object.is`, symbol keys too
 * - strict-shape: strict without prototypes
 * - loose: `==` for primitives, no prototypes, no symbol keys
 * - partial: everything of the expected value is found in the actual one
 */
export type Mode = 'strict' | 'strict-shape' | 'loose' | 'partial';

/** One comparison: its mode, and the pairs that it is in the middle of. */
export interface Comparison {
  readonly mode: Mode;
  equal(actual: unknown, expected: unknown): boolean;
  /** For two values known to be objects: keys of maps and members of sets. */
  equalObjects(actual: object, expected: object): boolean;
}

type Fields = Readonly<Record<PropertyKey, unknown>>;

/** Constructors whose name settles the class even where an object sets `constructor` itself. */
const builtIns = new Set<unknown>([
  ...[Array, ArrayBuffer, BigInt, Boolean, DataView, Date, Error, Function, Map, Number, Object],
  ...[Promise, RegExp, Set, String, Symbol, WeakMap, WeakSet],
]);

function sameClass(actual: object, expected: object): boolean {
  const { constructor } = actual;
  const byConstructor =
    builtIns.has(constructor) ||
    (constructor !== undefined && !Object.hasOwn(actual, 'constructor'));
  if (byConstructor) return constructor === expected.constructor;
  return Object.getPrototypeOf(actual) === Object.getPrototypeOf(expected);
}

const tagOf = (value: object): unknown => (value as Fields)[Symbol.toStringTag];
const sameTag = (actual: object, expected: object): boolean =>
  Object.prototype.toString.call(actual) === Object.prototype.toString.call(expected) &&
  tagOf(actual) === tagOf(expected);

type Test = (actual: never, expected: never, comparison: Comparison) => boolean;

/** A field that `keys` do not cover: compared unless it is enumerable, and so a key. */
function sameField(actual: Error, expected: Error, name: string, comparison: Comparison): boolean {
  if (Object.prototype.propertyIsEnumerable.call(expected, name)) return true;
  const wanted = Reflect.get(expected, name);
  const notAsked = wanted === undefined || (name === 'message' && wanted === '');
  if (comparison.mode === 'partial' && notAsked) return true;
  return comparison.equal(Reflect.get(actual, name), wanted);
}

function equalErrors(actual: Error, expected: Error, comparison: Comparison): boolean {
  const fields = ['message', 'name', 'cause', 'errors'];
  const causes = [Object.hasOwn(actual, 'cause'), Object.hasOwn(expected, 'cause')];
  const causeMatters = comparison.mode !== 'partial' || causes[1] === true;
  return (
    fields.every((name) => sameField(actual, expected, name, comparison)) &&
    (causes[0] === causes[1] || !causeMatters)
  );
}

function equalViews(a: ArrayBufferView, b: ArrayBufferView, { mode }: Comparison): boolean {
  if (tagOf(a) !== tagOf(b)) return false;
  if (mode === 'partial' && a.byteLength !== b.byteLength) return partialBytes(a, b);
  return mode === 'loose' && /^Float/.test(String(tagOf(a))) ? equalFloats(a, b) : equalBytes(a, b);
}

function equalBuffers(a: ArrayBuffer, b: ArrayBuffer, { mode }: Comparison): boolean {
  const views = [new Uint8Array(a), new Uint8Array(b)] as const;
  return mode === 'partial' ? partialBytes(...views) : equalBytes(...views);
}

function equalRegExps(a: RegExp, b: RegExp): boolean {
  return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
}

function equalLength(a: readonly unknown[], b: readonly unknown[], { mode }: Comparison): boolean {
  return mode === 'partial' ? a.length >= b.length : a.length === b.length;
}

/** What each kind compares beside its keys. The first kind that either value is of decides. */
const kinds: readonly (readonly [(value: unknown) => boolean, Test])[] = [
  [Array.isArray, equalLength satisfies Test],
  [types.isSet, equalSets satisfies Test],
  [types.isMap, equalMaps satisfies Test],
  [types.isArrayBufferView, equalViews satisfies Test],
  [types.isDate, (a: Date, b: Date) => Object.is(a.getTime(), b.getTime())],
  [types.isRegExp, equalRegExps satisfies Test],
  [types.isAnyArrayBuffer, equalBuffers satisfies Test],
  [isError, equalErrors satisfies Test],
  [types.isBoxedPrimitive, (a: object, b: object) => Object.is(a.valueOf(), b.valueOf())],
  [(value) => value instanceof URL, (a: URL, b: URL) => a.href === b.href],
  // These can only be told apart by identity.
  [types.isWeakMap, () => false],
  [types.isWeakSet, () => false],
  [types.isPromise, () => false],
];

function equalContents(actual: object, expected: object, comparison: Comparison): boolean {
  if (comparison.mode === 'strict' && !sameClass(actual, expected)) return false;
  if (!sameTag(actual, expected)) return false;
  const kind = kinds.find(([is]) => is(actual) || is(expected));
  if (kind !== undefined) {
    const [is, test] = kind;
    if (!is(actual) || !is(expected)) return false;
    if (!test(actual as never, expected as never, comparison)) return false;
  }
  return equalKeys(actual as Fields, expected as Fields, comparison);
}

function equalPrimitives(actual: unknown, expected: unknown, mode: Mode): boolean {
  return mode === 'loose' ? equalLoosely(actual, expected) : Object.is(actual, expected);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/**
 * A pair that is met again inside itself counts as equal: the rest of the structure decides.
 */
function compare(mode: Mode): Comparison {
  const underWay = new Map<object, Set<object>>();
  const comparison: Comparison = {
    mode,
    equal(actual, expected) {
      if (isObject(actual) && isObject(expected)) return comparison.equalObjects(actual, expected);
      return equalPrimitives(actual, expected, mode);
    },
    equalObjects(actual, expected) {
      if (actual === expected) return true;
      const partners = underWay.get(actual) ?? new Set();
      if (partners.has(expected)) return true;
      underWay.set(actual, partners.add(expected));
      const equal = equalContents(actual, expected, comparison);
      partners.delete(expected);
      return equal;
    },
  };
  return comparison;
}

/** @returns whether the two have the same structure, in the meaning of `mode` */
export function isDeepEqual(actual: unknown, expected: unknown, mode: Mode): boolean {
  return compare(mode).equal(actual, expected);
}
