import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** How a command ended. */
export interface Outcome {
  readonly code: number;
  /** Both streams, in the order they came. */
  readonly output: string;
}

/** Runs a command in the root folder and keeps what it prints. A command never hangs past its limit. */
export function runCommand(
  command: readonly string[],
  limitMs: number,
  environment: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const [file = '', ...commandArguments] = command;
  const child = spawn(file, commandArguments, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    timeout: limitMs,
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (code: number, reason = ''): void => {
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + reason });
    };
    child.once('error', (error) => {
      end(1, error.message);
    });
    child.once('close', (code, signal) => {
      end(code ?? 1, signal === null ? '' : `\nEnded by ${signal} (limit: ${limitMs / 1000} s).`);
    });
  });
}

/**
 * The command line that runs a package's program on this very Node: the shims in node_modules/.bin
 * differ by system, this does not.
 *
 * @param packageName Such as `eslint`.
 * @param programName Name of the program, where it is not the package's.
 */
export function program(packageName: string, programName: string = packageName): string[] {
  const folder = join(ROOT, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === 'string' ? bin : bin[programName];
  if (path === undefined) throw new Error(`${packageName} has no program ${programName}.`);
  return [process.execPath, join(folder, path)];
}
