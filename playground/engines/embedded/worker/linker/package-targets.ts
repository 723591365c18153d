import type { PackageTarget } from './package-json.ts';

/** How a thing is asked for; `exports` and `imports` answer differently. */
export type Asking = 'import' | 'require';

/** What a key of `exports` or `imports` leads to. */
export interface Match {
  readonly target: PackageTarget;
  /** What the star of a pattern stands for; undefined for a key without one. */
  readonly star: string | undefined;
  readonly key: string;
}

/** Finds the key that a subpath names: the key itself, or the pattern that is the closest. */
export function matchKey(
  name: string,
  keys: Readonly<Record<string, PackageTarget>>,
): Match | undefined {
  const own = keys[name];
  if (Object.hasOwn(keys, name) && own !== undefined && !name.includes('*'))
    return { target: own, star: undefined, key: name };
  const [best] = Object.keys(keys)
    .filter((key) => key.includes('*') && fits(name, key))
    .sort((a, b) => b.indexOf('*') - a.indexOf('*') || b.length - a.length);
  if (best === undefined) return undefined;
  const [before = '', after = ''] = best.split('*');
  const star = name.slice(before.length, name.length - after.length);
  return { target: keys[best] ?? null, star, key: best };
}

function fits(name: string, pattern: string): boolean {
  const [before = '', after = ''] = pattern.split('*');
  return name.length >= pattern.length && name.startsWith(before) && name.endsWith(after);
}

/**
 * Chooses among conditions.
 * @returns the first text that applies; null where the package forbids; undefined where none does
 */
export function choose(target: PackageTarget, asking: Asking): string | null | undefined {
  if (typeof target === 'string' || target === null) return target;
  const choices = isList(target) ? target : applying(target, asking);
  let last: null | undefined;
  for (const choice of choices) {
    const chosen = choose(choice, asking);
    if (typeof chosen === 'string') return chosen;
    if (chosen === null && !isList(target)) return null;
    last = chosen;
  }
  return last;
}

function isList(target: PackageTarget): target is readonly PackageTarget[] {
  return Array.isArray(target);
}

function applying(
  target: { readonly [condition: string]: PackageTarget },
  asking: Asking,
): PackageTarget[] {
  const conditions = new Set([asking, 'node', 'module-sync', 'node-addons', 'default']);
  return Object.entries(target)
    .filter(([condition]) => conditions.has(condition))
    .map(([, choice]) => choice);
}

/** `exports` as a map by subpath, whatever short form it was written in. */
export function exportsMap(target: PackageTarget): Readonly<Record<string, PackageTarget>> {
  const isMap =
    typeof target === 'object' &&
    target !== null &&
    !isList(target) &&
    Object.keys(target).some((key) => key.startsWith('.'));
  return isMap ? (target as Readonly<Record<string, PackageTarget>>) : { '.': target };
}
