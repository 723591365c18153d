import { readFile, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { builtFiles } from '../html/pages.ts';

const TEXT = new Set(['.css', '.html', '.js', '.json', '.md', '.svg', '.txt', '.wasm', '.xml']);

/** Below this a compressed copy saves less than its own bookkeeping. */
const SMALLEST_BYTES = 512;

/**
 * Compresses as a host would at its best setting.
 *
 * @returns The brotli form of some bytes, at quality 11.
 */
export function brotli(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** Lays a `.br` and a `.gz` beside every text file of a built site, for hosts that serve them. */
export async function precompress(root: string): Promise<void> {
  for (const file of await builtFiles(root)) {
    if (!TEXT.has(extname(file))) continue;
    const bytes = await readFile(file);
    if (bytes.length < SMALLEST_BYTES) continue;
    await writeFile(`${file}.br`, await brotli(bytes));
    await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}
