import type { ModuleSupport } from '../../../playground/engines/embedded/support-list.ts';
import { contextName } from '../../../playground/engines/embedded/worker/context/names.ts';

/** Module → names of its exports → their `typeof`. */
export type Exports = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Not counted: the module as a whole, and what Node or the engine keeps to itself (`_debug`). */
const isPublic = (name: string): boolean =>
  name !== contextName && !/^(?:_|default$|module\.exports$)/.test(name);

/** Uppercase before lowercase, everywhere alike. */
const sorted = (names: readonly string[]): readonly string[] => names.toSorted();

/**
 * An export of another type than Node's counts as missing.
 * @param refused module → names that the engine refuses by name
 */
export function compareExports(
  inNode: Exports,
  inEngine: Exports,
  refused: Readonly<Record<string, readonly string[]>>,
): Record<string, ModuleSupport> {
  const entries = Object.entries(inNode).map(([module, types]) => {
    const refuses = sorted(refused[module] ?? []);
    const counted = sorted(Object.keys(types).filter(isPublic));
    const isThere = (name: string): boolean => inEngine[module]?.[name] === types[name];
    const support = {
      has: counted.filter((name) => isThere(name) && !refuses.includes(name)),
      refused: refuses,
      missing: counted.filter((name) => !isThere(name)),
    };
    return [module, support] as const;
  });
  return Object.fromEntries(entries);
}

/** What the engine exports and Node does not, such as `fs.extra`. */
export function extraExports(inNode: Exports, inEngine: Exports): readonly string[] {
  return Object.entries(inEngine).flatMap(([module, types]) =>
    Object.keys(types)
      .filter((name) => isPublic(name) && inNode[module]?.[name] === undefined)
      .map((name) => `${module}.${name}`),
  );
}
