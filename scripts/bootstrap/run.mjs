// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a command with this terminal's input and output.
 *
 * Ctrl-C reaches the child by itself (same process group); a polite kill of this process is passed on.
 *
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {{ cwd?: string, shell?: boolean }} [options]
 * @returns {Promise<number>} Exit code; 1 when the command could not start or was killed.
 */
export function run(command, commandArguments, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, commandArguments, { stdio: 'inherit', ...options });
    const passOn = () => child.kill('SIGTERM');
    const wait = () => undefined;
    process.once('SIGTERM', passOn);
    process.on('SIGINT', wait);
    /** @param {number | null} code */
    const end = (code) => {
      process.off('SIGTERM', passOn);
      process.off('SIGINT', wait);
      resolve(code ?? 1);
    };
    child.once('error', () => end(1));
    child.once('close', end);
  });
}

/**
 * Runs npm: the very npm that started us where there is one, else the one on the PATH.
 *
 * @param {readonly string[]} npmArguments
 * @param {string} cwd
 * @returns {Promise<number>} Exit code.
 */
export function npm(npmArguments, cwd) {
  const ownNpm = process.env['npm_execpath'];
  return ownNpm?.endsWith('npm-cli.js') === true
    ? run(process.execPath, [ownNpm, ...npmArguments], { cwd })
    : run('npm', npmArguments, { cwd, shell: process.platform === 'win32' });
}
