import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { builtFiles } from '../../scripts/html/pages.ts';
import type { BuiltPage } from '../../scripts/html/pages.ts';

/** A script as a page names it. */
const IN_PAGE = /\/_astro\/([\w.-]+\.js)/g;
/** A script as another one names it, to load it at once or later. */
const IN_SCRIPT = /["'`](?:\.\/|\/?_astro\/)([\w.-]+\.js)["'`]/g;

/** @returns file names of all scripts that pages load, at once or ever */
export async function reachedScripts(
  root: string,
  pages: readonly BuiltPage[],
): Promise<ReadonlySet<string>> {
  const folder = join(root, '_astro');
  const existing = new Set((await builtFiles(folder)).map((file) => basename(file)));
  const reached = new Set<string>();
  const open = (await Promise.all(pages.map(({ file }) => namesIn(file, IN_PAGE)))).flat();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name) || !existing.has(name)) continue;
    reached.add(name);
    open.push(...(await namesIn(join(folder, name), IN_SCRIPT)));
  }
  return reached;
}

async function namesIn(file: string, pattern: RegExp): Promise<readonly string[]> {
  return [...(await readFile(file, 'utf8')).matchAll(pattern)].flatMap(([, name]) => name ?? []);
}
