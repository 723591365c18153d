// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './run.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */

/**
 * Installs what package-lock.json asks for, unless it is all there already.
 *
 * Install scripts stay off: the one that is needed, the current Node's, is run by current-node.mjs,
 * so that its failure is not the end of the install.
 *
 * @param {string} root Folder of package.json.
 * @throws {Error} When npm fails; npm has then said why.
 */
export async function install(root) {
  if (isInstalled(root)) return;
  console.log('Installing the packages (npm ci) …');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  if ((await npm(['ci', ...quiet], root)) === 0) return;
  // npm ci refuses a lockfile that lacks a package of another platform; npm install does not mind.
  console.log('npm ci failed, trying npm install with the same lockfile …');
  if ((await npm(['install', '--no-save', ...quiet], root)) === 0) return;
  throw new Error('The packages could not be installed: see the message of npm above.');
}

/**
 * npm writes its own record, node_modules/.package-lock.json, as the last act of an install; that is
 * the stamp. What it lists must be what the lockfile lists, and must still be on the disk.
 *
 * @param {string} root Folder of package.json.
 * @returns {boolean} Whether node_modules is complete and fits the lockfile.
 */
export function isInstalled(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const present = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, locked]) => {
    if (!path.startsWith('node_modules/')) return true;
    if (locked.optional === true && !(path in present)) return true;
    return present[path]?.version === locked.version && existsSync(join(root, path));
  });
}

/**
 * @param {string} lockfile
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}
