import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const astroPackage = createRequire(import.meta.url).resolve('astro/package.json');

/**
 * Runs Astro's command on this very Node, with the terminal as its own and its telemetry off.
 *
 * @returns Its exit code.
 */
export function astro(astroArguments: readonly string[]): Promise<number> {
  const child = spawn(
    process.execPath,
    [join(dirname(astroPackage), 'bin/astro.mjs'), ...astroArguments],
    { stdio: 'inherit', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
