// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './run.mjs';

/** From this version on, Node runs TypeScript without a flag and without a warning. */
const OLDEST_NODE = [22, 18];

/**
 * Finds a Node that runs our TypeScript: the one of the `node` package, which fetches the build for
 * this machine from the package registry, else the machine's own if it is new enough.
 *
 * @param {string} root Folder of package.json, with the packages installed.
 * @returns {Promise<string>} Path of the executable.
 * @throws {Error} When neither is to be had.
 */
export async function currentNode(root) {
  const packaged = join(root, 'node_modules/node');
  const executable = join(packaged, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (works(executable)) return executable;
  const fetcher = join(packaged, 'installArchSpecificPackage.js');
  if (existsSync(fetcher)) {
    console.log('Getting a current Node (package "node") …');
    await run(process.execPath, [fetcher], { cwd: packaged });
    // npm made no node_modules/.bin/node while there was nothing to link to.
    await npm(['rebuild', 'node', '--ignore-scripts', '--loglevel=error'], root);
    if (works(executable)) return executable;
  }
  if (isNewEnough(process.versions.node)) return process.execPath;
  throw new Error(
    `This needs Node ${OLDEST_NODE.join('.')} or newer: the package "node" could not be fetched and this machine has ${process.version}.`,
  );
}

/**
 * @param {string} version Such as `22.18.0`.
 * @returns {boolean} Whether that Node runs TypeScript by itself.
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * @param {string} executable
 * @returns {boolean} Whether it starts and is new enough.
 */
function works(executable) {
  if (!existsSync(executable)) return false;
  const { status, stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' });
  return status === 0 && isNewEnough(stdout.trim().slice(1));
}
