/** What the WebContainer engine copies into a container beside the reader's files, made at build. */
import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { curatedVersions } from './build/curated-versions.ts';

const root = join(import.meta.dirname, '..');

async function textsOf(folder: string, ending: string): Promise<Record<string, string>> {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(ending));
  const texts = names.sort().map(async (name) => {
    const text = await readFile(join(root, folder, name), 'utf8');
    return [name, text] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
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
