import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { dirname, join } from 'node:path';
import { MiniShell } from './mini-shell.ts';

/** What the stand-in does for one program. */
export interface StandInProcess {
  readonly ended: Promise<unknown>;
  /** The page listens: from now on output is passed on. */
  follow(): void;
  write(text: string): void;
  kill(): void;
}

export interface ProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | number | boolean>>;
  readonly folder: string;
  output(text: string | null): void;
  exit(code: number): void;
  port(port: number, state: 'open' | 'close'): void;
}

/** A killed program has no code of its own; a shell would say 128 and the signal's number. */
const killedCode = 137;

/** Node.js and npm of this very process; npm may reach no registry. */
const commands: Readonly<Record<string, readonly string[]>> = {
  node: [process.execPath],
  npm: ['npm'],
};

/** Environment of the host that a program needs; the rest is not its business. */
const path = [dirname(process.execPath), process.env['PATH']].join(':');
const baseEnvironment = { PATH: path, npm_config_offline: 'true' };

/** Tells on a pipe of its own which ports a program opens and closes. */
const watcher = pathToFileURL(join(import.meta.dirname, 'watch-ports.mjs')).href;

/** @throws {Error} for a command that there is not */
export function startProcess(options: ProcessOptions): StandInProcess {
  return options.command === 'jsh' ? new MiniShell(options, startProgram) : startProgram(options);
}

function startProgram(options: ProcessOptions): StandInProcess {
  const { command, args, env, folder, output, exit, port } = options;
  const [file, ...first] = commands[command] ?? [];
  if (file === undefined) throw new Error(`jsh: command not found: ${command}`);
  const watch = command === 'node' ? ['--import', watcher] : [];
  const texts = Object.entries(env).map(([name, value]) => [name, String(value)] as const);
  const child = spawn(file, [...first, ...watch, ...args], {
    cwd: folder,
    env: { ...baseEnvironment, ...Object.fromEntries(texts), WATCH_PORTS: '3' },
    stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
  });
  const gate = Promise.withResolvers<undefined>();
  const ended = Promise.withResolvers<undefined>();
  const pass = (text: string | null): void => void gate.promise.then(() => output(text));
  child.stdout.setEncoding('utf8').on('data', pass);
  child.stderr.setEncoding('utf8').on('data', pass);
  child.stdio[3]?.on('data', (data: Buffer) => {
    for (const [, state, number] of String(data).matchAll(/(open|close) (\d+)\n/g)) {
      port(Number(number), state === 'open' ? 'open' : 'close');
    }
  });
  child.on('error', (error) => pass(`${error.message}\n`));
  child.on('close', (code) => {
    ended.resolve(undefined);
    pass(null);
    void gate.promise.then(() => exit(code ?? killedCode));
  });
  return {
    ended: ended.promise,
    follow: () => gate.resolve(undefined),
    write: (text) => void child.stdin.write(text),
    kill: () => void child.kill('SIGKILL'),
  };
}
