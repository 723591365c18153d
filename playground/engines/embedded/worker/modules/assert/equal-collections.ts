import type { Comparison } from './deep-equal.ts';

/** Equality of maps and sets: their order does not matter, their members are compared deeply. */

/** Takes a partner for every expected one out of the actual ones, each of which serves once. */
function allFound<Item>(
  actual: readonly Item[],
  expected: readonly Item[],
  matches: (actual: Item, expected: Item) => boolean,
): boolean {
  const rest = [...actual];
  return expected.every((wanted) => {
    const found = rest.findIndex((item) => matches(item, wanted));
    if (found < 0) return false;
    rest.splice(found, 1);
    return true;
  });
}

function sizesFit(actual: number, expected: number, { mode }: Comparison): boolean {
  return mode === 'partial' ? actual >= expected : actual === expected;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Whether a value that is not there as such could still equal another one. */
function mayMatchDeeply(value: unknown, { mode }: Comparison): boolean {
  return mode === 'loose' || isObject(value);
}

export function equalSets(
  actual: ReadonlySet<unknown>,
  expected: ReadonlySet<unknown>,
  comparison: Comparison,
): boolean {
  if (!sizesFit(actual.size, expected.size, comparison)) return false;
  const missing = [...expected].filter((value) => !actual.has(value));
  if (missing.some((value) => !mayMatchDeeply(value, comparison))) return false;
  const candidates = [...actual].filter((value) => !expected.has(value));
  return allFound(candidates, missing, (a, b) => comparison.equal(a, b));
}

type Entry = readonly [unknown, unknown];

export function equalMaps(
  actual: ReadonlyMap<unknown, unknown>,
  expected: ReadonlyMap<unknown, unknown>,
  comparison: Comparison,
): boolean {
  if (!sizesFit(actual.size, expected.size, comparison)) return false;
  const settled = new Set<unknown>();
  const open: Entry[] = [];
  for (const [key, value] of expected) {
    const same = actual.has(key) && comparison.equal(actual.get(key), value);
    if (same) settled.add(key);
    else if (mayMatchDeeply(key, comparison)) open.push([key, value]);
    else return false;
  }
  const candidates: Entry[] = [...actual].filter(([key]) => !settled.has(key));
  return allFound(
    candidates,
    open,
    (a, b) => comparison.equal(a[0], b[0]) && comparison.equal(a[1], b[1]),
  );
}
