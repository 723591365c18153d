/** What the WebContainer engine copies into a container beside the reader's files, made at build. */
import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { packageEntries } from '../playground/engines/embedded/packages/table.ts';

const root = join(import.meta.dirname, '..');

async function textsOf(folder: string, ending: string): Promise<Record<string, string>> {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(ending));
  const texts = names.sort().map(async (name) => {
    const text = await readFile(join(root, folder, name), 'utf8');
    return [name, text] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

/** `hono` for `hono/cors`, `@scope/name` for `@scope/name/part`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** The npm packages that the embedded engine brings along, in the versions that it brings. */
async function curatedVersions(): Promise<Record<string, string>> {
  const names = Object.keys(packageEntries)
    .filter((name) => !/^(?:#|node:)/.test(name))
    .map(packageOf);
  const versions = [...new Set(names)].map(async (name) => {
    const file = join(root, 'node_modules', name, 'package.json');
    const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
    return [name, version] as const;
  });
  return Object.fromEntries(await Promise.all(versions));
}

/** A module whose default export is what `container-files.d.ts` says. */
export async function containerFilesModule(): Promise<string> {
  const files = await textsOf('playground/lab', '.ts');
  const prepared = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, stripTypeScriptTypes(text)]),
  );
  const inside = await textsOf('playground/engines/webcontainer/inside', '.mjs');
  const versions = await curatedVersions();
  return `export default ${JSON.stringify({ lab: { files, prepared }, inside, versions })};\n`;
}
