import type { Project } from '../../../engine/contract.ts';
import type { Report } from './report.ts';

/** Files without types by path; or why a file cannot be stripped. */
export type Prepared =
  { readonly files: Readonly<Record<string, string>> } | { readonly report: Report };

/**
 * Strips the files that came without a prepared text, such as those that a reader edited. What
 * does that is fetched for the first of them. It runs on the page and only reads: nothing of
 * the program is executed here.
 */
export async function prepareTypeScript({ files, prepared, entry }: Project): Promise<Prepared> {
  const names = Object.keys(files).filter(
    (name) => /\.[cm]?ts$/.test(name) && prepared?.[name] === undefined,
  );
  if (names.length === 0) return { files: {} };
  const { stripFile } = await import('./typescript/strip-file.ts');
  const results = new Map(names.map((name) => [name, stripFile(name, files[name] ?? '')]));
  for (const name of namedFiles(files, entry)) {
    const report = results.get(name)?.report;
    if (report !== undefined) return { report };
  }
  const stripped = [...results].flatMap(([name, { text }]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  return { files: Object.fromEntries(stripped) };
}

/**
 * The entry first, then what its text names, and so on. Node reads no others: a file that nobody
 * imports may hold what it refuses. An import names its file with the extension.
 */
function namedFiles(files: Project['files'], entry: string): readonly string[] {
  const found = new Set([entry, ...Object.keys(files).filter((name) => name.endsWith('.json'))]);
  for (const name of found) {
    const text = files[name] ?? '';
    for (const other of Object.keys(files)) if (text.includes(baseName(other))) found.add(other);
  }
  return [...found];
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
