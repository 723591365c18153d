// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The first version whose type stripping and test runner the scripts and the examples need. */
const OLDEST = /** @type {const} */ ([24, 0]);

/**
 * @param {string} version such as `v22.11.0`
 * @returns whether the scripts run on it
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * The Node.js for the scripts: the machine's own where it is new enough, else the one that the
 * `node` package has put into `node_modules`.
 *
 * @param {string} root folder of the repository, installed
 * @returns {string} path of the executable
 */
export function currentNode(root) {
  if (isNewEnough(process.version)) return process.execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = join(root, 'node_modules/node/bin', name);
  if (existsSync(bundled)) return bundled;
  throw new Error(
    `Node.js ${process.version} is too old for the scripts, and the package "node" has brought no ` +
      'newer one: delete node_modules and try again, or install Node.js 24.',
  );
}
