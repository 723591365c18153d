import { zipSync } from 'fflate';

/** A text file within a zip. */
export interface ZipFile {
  readonly path: string;
  readonly text: string;
}

/** Letters, digits, dots, dashes and underscores, in folders: nothing that could leave the folder. */
export const pathPattern = /^(?:[a-z0-9][a-z0-9_-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*$/u;

/** The earliest time that a zip can hold, so that the same files always give the same bytes. */
const fixedTime = new Date(1980, 0, 1);

/**
 * Packs files into a zip: sorted by path, without times, so that equal files give equal bytes.
 * @throws when a path is not allowed or occurs twice: that is a mistake of ours, never of a user
 */
export function zip(files: readonly ZipFile[]): Uint8Array {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const encoder = new TextEncoder();
  const entries: Record<string, Uint8Array> = {};
  for (const { path, text } of sorted) {
    if (!pathPattern.test(path)) throw new Error(`The path "${path}" is not allowed in a zip.`);
    if (Object.hasOwn(entries, path)) throw new Error(`The path "${path}" occurs twice.`);
    entries[path] = encoder.encode(text);
  }
  return zipSync(entries, { level: 9, mtime: fixedTime, os: 3, attrs: 0o644 << 16 });
}
