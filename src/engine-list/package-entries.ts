import {
  npmEntries,
  npmPackageOf,
} from '../../playground/engines/embedded/packages/npm-packages.ts';

/** Everything that a program may import of a package of npm: `hono`, `hono/cors`. */
export function entriesOf(name: string): readonly string[] {
  return Object.keys(npmEntries).filter((entry) => npmPackageOf(entry) === name);
}
