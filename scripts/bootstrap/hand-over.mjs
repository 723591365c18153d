// @ts-check
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { currentNode } from './current-node.mjs';
import { install } from './install.mjs';
import { run } from './run.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs one of our TypeScript scripts on a fresh clone as well as on a used one: installs what is
 * missing, then hands over to a current Node, which every process below it finds first on its PATH.
 *
 * @param {string} script Path from the root, such as `scripts/build.ts`.
 * @param {readonly string[]} scriptArguments
 * @returns {Promise<number>} The script's exit code.
 * @throws {Error} When packages or Node cannot be had.
 */
export async function handOver(script, scriptArguments) {
  await install(root);
  const node = await currentNode(root);
  process.env['PATH'] = [
    dirname(node),
    join(root, 'node_modules/.bin'),
    process.env['PATH'] ?? '',
  ].join(delimiter);
  return run(node, [join(root, script), ...scriptArguments], { cwd: root });
}

/**
 * As {@link handOver}, for an entry file: a failure is one sentence, not a stack, and an exit code.
 *
 * @param {string} script
 * @param {readonly string[]} scriptArguments
 */
export async function handOverFromEntry(script, scriptArguments) {
  try {
    process.exitCode = await handOver(script, scriptArguments);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
