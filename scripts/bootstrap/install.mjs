// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** What was installed: a hash of the lockfile, kept where a deleted node_modules takes it along. */
const STAMP = 'node_modules/.installed-lockfile';

/**
 * @param {string} root folder of the repository
 * @returns {string} fingerprint of what should be installed
 */
export function lockfileHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * @param {string} root folder of the repository
 * @returns {boolean} whether node_modules is what the lockfile says
 */
export function isInstalled(root) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash(root);
}

/**
 * Installs exactly what the lockfile names, unless that has been done.
 *
 * @param {string} root folder of the repository
 * @returns {Promise<boolean>} whether everything is installed now
 */
export async function install(root) {
  if (isInstalled(root)) return true;
  console.log('Installing packages: npm ci');
  // On Windows npm is a command file, which only a shell starts.
  const shell = process.platform === 'win32';
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    shell,
  });
  if (code !== 0) return false;
  writeFileSync(join(root, STAMP), lockfileHash(root));
  return true;
}
