/** Serves the built site: `--dir <folder>` (dist), `--port <number>` (4321, or the next free one). */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { listenOnFreePort, type Listening } from './static-server/listen.ts';
import { siteHandler } from './static-server/respond.ts';

const USUAL_PORT = 4321;

/**
 * Serves a built site on the loopback addresses and prints where.
 *
 * @param folder Folder of the built site.
 * @param firstPort Tried first, then the following ones.
 * @throws {Error} When nothing is built there.
 */
export async function serveSite(folder: string, firstPort = USUAL_PORT): Promise<Listening> {
  const root = resolve(folder);
  if (!existsSync(join(root, 'index.html'))) {
    throw new Error(`There is no built site in ${root}: run npm run build first.`);
  }
  const listening = await listenOnFreePort(siteHandler(root), firstPort);
  if (listening.port !== firstPort) {
    console.log(`Port ${firstPort} is taken; using ${listening.port}.`);
  }
  console.log(`Backend Architect: http://localhost:${listening.port}`);
  return listening;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { dir: { type: 'string' }, port: { type: 'string' } },
  });
  const port = values.port === undefined ? USUAL_PORT : Number(values.port);
  await serveSite(values.dir ?? 'dist', port);
}
