// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a command with this terminal as its own. Ctrl-C reaches the child by itself; this process
 * waits for it to end.
 *
 * @param {string} file
 * @param {readonly string[]} commandArguments
 * @param {{ cwd: string, shell?: boolean }} options
 * @returns {Promise<number>} its exit code; 1 where it could not start or a signal ended it
 */
export function run(file, commandArguments, { cwd, shell = false }) {
  const child = spawn(file, [...commandArguments], { cwd, shell, stdio: 'inherit' });
  const stay = () => undefined;
  process.on('SIGINT', stay);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', (code) => {
      process.off('SIGINT', stay);
      resolve(code ?? 1);
    });
  });
}
