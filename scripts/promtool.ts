import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { unpackWithApt } from './browser.ts';

/** Where Debian's package puts it. */
const debianPath = '/usr/bin/promtool';

const cacheFolder = join(import.meta.dirname, '../.cache/prometheus');
const cachedPath = join(cacheFolder, debianPath);

/** The promtool of this machine; undefined where there is none yet. */
export function installedPromtool(): string | undefined {
  return [process.env['PROMTOOL_PATH'], debianPath, cachedPath].find(
    (path) => path !== undefined && existsSync(path),
  );
}

/**
 * Finds Prometheus' promtool, or gets it out of Debian's package. The package is unpacked and not
 * installed, since installing it would start a server. Tests of rules are left out without it.
 *
 * @returns path of the executable; undefined where none can be had
 */
export async function findPromtool(): Promise<string | undefined> {
  if (installedPromtool() === undefined) await unpackWithApt('prometheus', cacheFolder);
  return installedPromtool();
}

if (process.argv[1] === import.meta.filename) {
  console.log((await findPromtool()) ?? 'No promtool: set PROMTOOL_PATH to the executable of one.');
}
