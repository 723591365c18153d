import type { ModuleSupport } from '../../../playground/engines/embedded/support-list.ts';
import { contextName } from '../../../playground/engines/embedded/worker/context/names.ts';

/** Module → names of its exports. */
export type Exports = Readonly<Record<string, readonly string[]>>;

/** Not counted: the module as a whole, and what Node or the engine keeps to itself (`_debug`). */
const isPublic = (name: string): boolean =>
  name !== contextName && !/^(?:_|default$|module\.exports$)/.test(name);

/** Uppercase before lowercase, everywhere alike. */
const sorted = (names: readonly string[]): readonly string[] => names.toSorted();

/** @param refused module → names that the engine refuses by name */
export function compareExports(
  inNode: Exports,
  inEngine: Exports,
  refused: Exports,
): Record<string, ModuleSupport> {
  const entries = Object.entries(inNode).map(([module, names]) => {
    const own = new Set(inEngine[module]);
    const refuses = sorted(refused[module] ?? []);
    const counted = sorted(names.filter(isPublic));
    const support = {
      has: counted.filter((name) => own.has(name) && !refuses.includes(name)),
      refused: refuses,
      missing: counted.filter((name) => !own.has(name)),
    };
    return [module, support] as const;
  });
  return Object.fromEntries(entries);
}

/** What the engine exports and Node does not, such as `fs.extra`. */
export function extraExports(inNode: Exports, inEngine: Exports): readonly string[] {
  return Object.entries(inEngine).flatMap(([module, names]) => {
    const known = new Set(inNode[module]);
    return names
      .filter((name) => isPublic(name) && !known.has(name))
      .map((name) => `${module}.${name}`);
  });
}
