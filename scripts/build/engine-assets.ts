/**
 * The large files that packages need, compressed once: whoever serves the site need not compress
 * them, and the reader is told beforehand how much comes.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const cache = `${modules}.cache/engine-assets/`;

interface Source {
  readonly title: string;
  /** Of npm. */
  readonly from: string;
  /** Paths in it. */
  readonly files: readonly string[];
}

/** Package as programs name it → its files. */
const sources: Readonly<Record<string, Source>> = {
  '@electric-sql/pglite': {
    title: 'PostgreSQL',
    from: '@electric-sql/pglite',
    files: ['dist/pglite.wasm', 'dist/initdb.wasm', 'dist/pglite.data'],
  },
};

export interface BuiltAsset {
  readonly name: string;
  readonly title: string;
  /** Compressed. */
  readonly bytes: number;
  /** Of the compressed file. */
  readonly path: string;
}

const made = new Map<string, Promise<BuiltAsset>>();

/** @returns the files of a package that programs may import; none for most */
export function assetsOf(name: string): Promise<BuiltAsset[]> {
  const source = sources[name];
  const files = source?.files.map((file) => {
    const known = made.get(file) ?? make(source, file);
    made.set(file, known);
    return known;
  });
  return Promise.all(files ?? []);
}

async function make({ title, from }: Source, file: string): Promise<BuiltAsset> {
  const { version } = JSON.parse(await readFile(`${modules}${from}/package.json`, 'utf8')) as {
    version: string;
  };
  const name = file.slice(file.lastIndexOf('/') + 1);
  const path = `${cache}${name}-${version}.bin`;
  const size = (): Promise<number> => stat(path).then((found) => found.size);
  const known = await size().catch(() => undefined);
  if (known !== undefined) return { name, title, bytes: known, path };
  await mkdir(cache, { recursive: true });
  await writeFile(
    path,
    await promisify(gzip)(await readFile(`${modules}${from}/${file}`), { level: 9 }),
  );
  return { name, title, bytes: await size(), path };
}

/** @returns path of a compressed file by its name */
export async function assetPath(name: string): Promise<string | undefined> {
  const all = await Promise.all(Object.keys(sources).map(assetsOf));
  return all.flat().find((one) => one.name === name)?.path;
}
