// @ts-check
import { fileURLToPath } from 'node:url';
import { currentNode } from './current-node.mjs';
import { install } from './install.mjs';
import { run } from './run.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Types of examples are stripped by a function of Node's that calls itself experimental. */
const QUIET = '--disable-warning=ExperimentalWarning';

/**
 * From whatever Node.js a person has to the one that the scripts need: installs, then runs a
 * TypeScript file with it. This process ends with that file's exit code.
 *
 * @param {string} script path from the root of the repository
 * @param {readonly string[]} scriptArguments
 */
export async function handOverFromEntry(script, scriptArguments = []) {
  try {
    if (!(await install(ROOT))) {
      console.error('The packages could not be installed: see the message above.');
      process.exitCode = 1;
      return;
    }
    const node = currentNode(ROOT);
    process.exitCode = await run(node, [QUIET, script, ...scriptArguments], { cwd: ROOT });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
