/**
 * `npm run test:long`: the wizard's tests with far more random designs, links and answers, then
 * mutation testing of its solver and rules. Hours on two cores, so it stands beside `npm test`.
 * Its exit code is 0 where all of it passed.
 */
import { spawn } from 'node:child_process';
import { findPromtool } from './promtool.ts';
import { program } from './steps/command.ts';

/** @returns the exit code of a program that shows what it does */
function run(
  [command = '', ...rest]: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  const child = spawn(command, rest, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

await findPromtool();
const tests = await run([...program('vitest'), 'run', 'tests/unit/wizard/'], {
  LONG_RUN: '1',
  // Ten thousand designs are held with all that was written about them.
  NODE_OPTIONS: '--max-old-space-size=8192',
});
const mutants = await run([...program('@stryker-mutator/core', 'stryker'), 'run']);
console.log(`Tests: ${tests === 0 ? 'passed' : 'failed'}.`);
console.log(`Mutants: ${mutants === 0 ? 'at least 85 % killed' : 'too many survived'}.`);
process.exitCode = tests === 0 && mutants === 0 ? 0 : 1;
