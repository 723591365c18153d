import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { npmPackageOf } from '../../playground/engines/embedded/packages/npm-packages.ts';
import { packageEntries } from '../../playground/engines/embedded/packages/table.ts';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The packages of npm that the built-in engine brings along → the exact version that it brings. */
export async function curatedVersions(): Promise<Record<string, string>> {
  const names = Object.keys(packageEntries)
    .filter((name) => !/^(?:#|node:)/.test(name))
    .map(npmPackageOf);
  const versions = [...new Set(names)].sort().map(async (name) => {
    const file = `${modules}${name}/package.json`;
    const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
    return [name, version] as const;
  });
  return Object.fromEntries(await Promise.all(versions));
}
