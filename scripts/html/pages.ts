import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** One HTML file of the built site. */
export interface BuiltPage {
  /** Absolute path of the file. */
  readonly file: string;
  /** Address below the site's root, such as `/catalogue/` or `/404.html`. */
  readonly pathname: string;
}

/** @returns Every HTML page below a built site's root, ordered by address. */
export async function builtPages(root: string): Promise<BuiltPage[]> {
  const files = await builtFiles(root);
  return files
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({
      file,
      pathname: pathnameOf(root, file).replace(/(^|\/)index\.html$/, '$1'),
    }));
}

/** @returns Every file below a folder, ordered by path. */
export async function builtFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** @returns The address of a built file, with slashes on every system. */
export function pathnameOf(root: string, file: string): string {
  return `/${relative(root, file).split(sep).join('/')}`;
}
