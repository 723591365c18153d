import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { builtFiles } from '../html/pages.ts';

const KINDS: Readonly<Record<string, string>> = {
  '.html': 'pages',
  '.css': 'styles',
  '.js': 'scripts',
  '.svg': 'drawings',
  '.br': 'precompressed',
  '.gz': 'precompressed',
};

/** @returns One line a kind of file: how many there are, and their size on the disk. */
export async function sizeLines(root: string): Promise<string[]> {
  const totals = new Map<string, { files: number; bytes: number }>();
  for (const file of await builtFiles(root)) {
    const kind = KINDS[extname(file)] ?? 'other files';
    const total = totals.get(kind) ?? { files: 0, bytes: 0 };
    const { size } = await stat(file);
    totals.set(kind, { files: total.files + 1, bytes: total.bytes + size });
  }
  return [...totals]
    .sort(([first], [second]) => first.localeCompare(second, 'en'))
    .map(([kind, { files, bytes }]) => `  ${kind}: ${files} (${(bytes / 1000).toFixed(1)} kB)`);
}
