/**
 * The large files that packages need, compressed once: whoever serves the site need not compress
 * them, and the reader is told beforehand how much comes.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { runCommand } from '../steps/command.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = `${root}node_modules/.cache/engine-assets/`;
const imageLimitMs = 180_000;

/** One file: what it depends on, by paths from the root, and how it is written to a path. */
interface Source {
  readonly name: string;
  readonly from: readonly string[];
  write(path: string): Promise<void>;
}

interface Sources {
  readonly title: string;
  readonly files: readonly Source[];
}

const pglite = 'node_modules/@electric-sql/pglite/';
const imageScripts = [
  'scripts/build/database-image.ts',
  'playground/engines/embedded/packages/pglite/image.ts',
];

/** Package as programs name it → its files. */
const sources: Readonly<Record<string, Sources>> = {
  '@electric-sql/pglite': {
    title: 'PostgreSQL',
    files: [
      compressed('pglite.wasm'),
      compressed('pglite.data'),
      { name: 'database.image', from: imageScripts, write: writeImage },
    ],
  },
};

function compressed(name: string): Source {
  return {
    name,
    from: [],
    write: async (path) => {
      const whole = await readFile(`${root}${pglite}dist/${name}`);
      await writeFile(path, await promisify(gzip)(whole, { level: 9 }));
    },
  };
}

async function writeImage(path: string): Promise<void> {
  const [script = ''] = imageScripts;
  const { code, output } = await runCommand([process.execPath, root + script, path], imageLimitMs);
  if (code !== 0) throw new Error(`The image of the database was not made:\n${output}`);
}

export interface BuiltAsset {
  readonly name: string;
  readonly title: string;
  /** Compressed. */
  readonly bytes: number;
  /** Of the compressed file. */
  readonly path: string;
}

const made = new Map<Source, Promise<BuiltAsset>>();

/** @returns the files of a package that programs may import; none for most */
export function assetsOf(name: string): Promise<BuiltAsset[]> {
  const { title, files } = sources[name] ?? { title: '', files: [] };
  return Promise.all(
    files.map((source) => {
      const asset = made.get(source) ?? make(title, source);
      made.set(source, asset);
      return asset;
    }),
  );
}

async function make(title: string, { name, from, write }: Source): Promise<BuiltAsset> {
  const path = `${cache}${name}-${await keyOf(from)}.bin`;
  const about = async (): Promise<BuiltAsset> => {
    const { size } = await stat(path);
    return { name, title, bytes: size, path };
  };
  const known = await about().catch(() => undefined);
  if (known) return known;
  await mkdir(cache, { recursive: true });
  // Two builds may make it at once: each has a file of its own, whole before it gets its name.
  const draft = `${path}.${process.pid}`;
  await write(draft);
  await rename(draft, path);
  return about();
}

/** Changes with the package's version, and with what is ours of the file. */
async function keyOf(from: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of [`${pglite}package.json`, ...from]) hash.update(await readFile(root + path));
  return hash.digest('hex').slice(0, 12);
}

/** @returns path of a compressed file by its name */
export async function assetPath(name: string): Promise<string | undefined> {
  const all = await Promise.all(Object.keys(sources).map(assetsOf));
  return all.flat().find((one) => one.name === name)?.path;
}
