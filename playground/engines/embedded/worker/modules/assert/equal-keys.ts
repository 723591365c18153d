import type { Comparison, Mode } from './deep-equal.ts';

type Fields = Readonly<Record<PropertyKey, unknown>>;

const isIndex = (key: PropertyKey): boolean =>
  typeof key === 'string' && /^(?:0|[1-9]\d*)$/.test(key);

function isEnumerable(fields: Fields, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(fields, key);
}

/** Enumerable own keys that count in a mode; the elements of a view are compared as bytes. */
function keysOf(fields: Fields, mode: Mode): PropertyKey[] {
  const symbols = mode === 'loose' ? [] : Object.getOwnPropertySymbols(fields);
  const names = Object.keys(fields);
  const counted = ArrayBuffer.isView(fields) ? names.filter((name) => !isIndex(name)) : names;
  return [...counted, ...symbols.filter((key) => isEnumerable(fields, key))];
}

/** Whether the expected elements occur in this order, with others between them. */
function includesInOrder(
  actual: readonly unknown[],
  expected: readonly unknown[],
  comparison: Comparison,
): boolean {
  const rest = Object.values(actual);
  let position = 0;
  return Object.values(expected).every((wanted) => {
    const found = rest.findIndex(
      (value, index) => index >= position && comparison.equal(value, wanted),
    );
    position = found + 1;
    return found >= 0;
  });
}

function equalAt(actual: Fields, expected: Fields, key: PropertyKey, comparison: Comparison) {
  return isEnumerable(actual, key) && comparison.equal(actual[key], expected[key]);
}

/**
 * Whether elements are loosely equal. To Node, null in the expected array stands for anything, until
 * the array has a hole.
 */
function looselyEqualAt(actual: Fields, expected: Fields, index: number, comparison: Comparison) {
  const wanted = expected[index];
  if (wanted === null) return true;
  if (wanted === undefined)
    return actual[index] === null || (actual[index] === undefined && Object.hasOwn(actual, index));
  return actual[index] !== undefined && comparison.equal(actual[index], wanted);
}

function equalLooseArrays(
  actual: readonly unknown[],
  expected: readonly unknown[],
  comparison: Comparison,
): boolean {
  const [left, right] = [actual, expected] as unknown as [Fields, Fields];
  const named = (fields: Fields): PropertyKey[] =>
    keysOf(fields, 'loose').filter((key) => !isIndex(key));
  const wanted = named(right);
  const sameNamed =
    wanted.length === named(left).length &&
    wanted.every((key) => equalAt(left, right, key, comparison));
  if (!sameNamed) return false;
  const hole = expected.findIndex((_, index) => !Object.hasOwn(expected, index));
  const dense = hole === -1 ? expected.length : hole;
  for (let index = 0; index < dense; index++)
    if (!looselyEqualAt(left, right, index, comparison)) return false;
  if (hole === -1) return true;
  const rest = Object.keys(right).slice(dense);
  const sameCount = Object.keys(left).length === Object.keys(right).length;
  return sameCount && rest.every((key) => equalAt(left, right, key, comparison));
}

/** Compares enumerable own properties; of arrays the elements too. */
export function equalKeys(actual: Fields, expected: Fields, comparison: Comparison): boolean {
  const { mode } = comparison;
  if (mode === 'loose' && Array.isArray(actual) && Array.isArray(expected))
    return equalLooseArrays(actual, expected, comparison);
  const partial = mode === 'partial';
  const wanted = keysOf(expected, mode);
  if (!partial && wanted.length !== keysOf(actual, mode).length) return false;
  if (!partial || !Array.isArray(actual) || !Array.isArray(expected))
    return wanted.every((key) => equalAt(actual, expected, key, comparison));
  const named = wanted.filter((key) => !isIndex(key));
  return (
    named.every((key) => equalAt(actual, expected, key, comparison)) &&
    includesInOrder(actual, expected, comparison)
  );
}
