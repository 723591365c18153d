import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Makes a key of everything that a result is made of. */
export function hashOf(...inputs: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${input.length}:`).update(input);
  return hash.digest('hex').slice(0, 32);
}

/**
 * What `make` makes, kept between builds under `.cache/` for as long as its inputs are the same.
 * @param room Folder of results of one kind.
 * @param key From `hashOf`.
 * @param make Its result goes through JSON.
 * @param root Root of the repository.
 */
export async function cached<Result>(
  room: string,
  key: string,
  make: () => Promise<Result>,
  root: string = process.cwd(),
): Promise<Result> {
  const file = path.join(root, '.cache', room, `${key}.json`);
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined) return JSON.parse(kept) as Result;
  const result = await make();
  await writeWhole(file, JSON.stringify(result));
  return result;
}

/** Two builds at once must not read half a file. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, text);
  await rename(draft, file);
}
