import { existsSync } from 'node:fs';
import { installWithApt } from './browser.ts';

/** Where Debian's package puts it. */
const debianPath = '/usr/bin/firefox-esr';

/**
 * Finds Firefox, or gets Debian's. The tests of the walls run in it, too; without it they run in
 * Chromium alone.
 *
 * @returns path of the executable; undefined where none can be had
 */
export async function findFirefox(): Promise<string | undefined> {
  const given = process.env['FIREFOX_PATH'];
  if (given !== undefined) return given;
  if (!existsSync(debianPath)) await installWithApt('firefox-esr');
  return existsSync(debianPath) ? debianPath : undefined;
}

if (process.argv[1] === import.meta.filename) {
  console.log((await findFirefox()) ?? 'No Firefox: set FIREFOX_PATH to the executable of one.');
}
