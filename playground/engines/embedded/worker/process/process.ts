import { nodeVersion } from '../../node-version.ts';
import type { Loop } from '../machine.ts';
import { EventEmitter } from '../modules/events/event-emitter.ts';
import { validateFunction, validateInteger } from '../modules/errors/validate.ts';
import { ReadStream } from './input-stream.ts';
import { OutputStream } from './output-stream.ts';
import { warningText } from './warning.ts';

/** What `process` needs of the program. */
export interface ProcessParts {
  readonly loop: Loop;
  readonly entry: string;
  readonly mode: 'script' | 'tests';
  readonly env: Readonly<Record<string, string>>;
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Ends the program; it does not return. */
  exit(): never;
}

export type ExitCode = number | string | null | undefined;

/** `node:process`, as far as a program in a page can have one. */
export class NodeProcess extends EventEmitter {
  readonly argv: string[];
  readonly argv0 = 'node';
  readonly execArgv: string[];
  readonly execPath = '/usr/local/bin/node';
  readonly env: Record<string, string | undefined>;
  readonly pid = 1;
  readonly ppid = 0;
  readonly platform = 'linux';
  readonly arch = 'x64';
  readonly version = nodeVersion;
  readonly versions: Readonly<Record<string, string>> = { node: nodeVersion.slice(1) };
  readonly release = { name: 'node' };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  #stdin: ReadStream | undefined;
  readonly hrtime: ((since?: readonly [number, number]) => [number, number]) & {
    bigint(): bigint;
  };
  title = 'node';
  readonly #parts: ProcessParts;
  #exitCode: ExitCode;
  #warned = false;

  constructor(parts: ProcessParts) {
    super();
    this.#parts = parts;
    const { loop, entry, mode, env } = parts;
    this.argv = [this.execPath, `/app/${entry}`];
    this.execArgv = mode === 'tests' ? ['--test'] : [];
    this.env = { ...env };
    this.stdout = new OutputStream(1, (text) => parts.write('stdout', text));
    this.stderr = new OutputStream(2, (text) => parts.write('stderr', text));
    const nanoseconds = (): bigint => BigInt(Math.round(loop.now() * 1e6));
    this.hrtime = Object.assign(
      (since?: readonly [number, number]) => secondsAndRest(nanoseconds(), since),
      { bigint: nanoseconds },
    );
  }

  /** Made when somebody asks for it. */
  get stdin(): ReadStream {
    return (this.#stdin ??= new ReadStream((run) => void this.#parts.loop.immediate(run)));
  }

  get [Symbol.toStringTag](): string {
    return 'process';
  }

  get exitCode(): ExitCode {
    return this.#exitCode;
  }

  /** @throws for anything but a whole number, or a text that is one */
  set exitCode(code: ExitCode) {
    if (code !== undefined && code !== null) {
      const isNumber = typeof code === 'string' && code !== '' && !Number.isNaN(Number(code));
      validateInteger(isNumber ? Number(code) : code, 'code');
    }
    this.#exitCode = code;
  }

  cwd(): string {
    return '/app';
  }

  /** Seconds since the program began. */
  uptime(): number {
    return this.#parts.loop.now() / 1000;
  }

  /** A page does not learn how much memory it has: all are 0. */
  memoryUsage(): Record<string, number> {
    return { rss: 0, heapTotal: 0, heapUsed: 0, external: 0, arrayBuffers: 0 };
  }

  nextTick(run: (...args: unknown[]) => void, ...args: unknown[]): void {
    validateFunction(run, 'callback');
    this.#parts.loop.nextTick(() => run(...args));
  }

  /** Prints a warning in the next tick, as Node does, and tells who listens. */
  emitWarning(warning: string | Error, options?: unknown, code?: string): void {
    const { error, text } = warningText(warning, options, code, this.pid);
    this.nextTick(() => {
      const flag = error.name === 'DeprecationWarning' ? 'deprecation' : 'warnings';
      const hint = `(Use \`node --trace-${flag} ...\` to show where the warning was created)\n`;
      this.#parts.write('stderr', this.#warned ? text : text + hint);
      this.#warned = true;
      this.emit('warning', error);
    });
  }

  exit(code?: ExitCode): never {
    if (code !== undefined) this.exitCode = code;
    return this.#parts.exit();
  }
}

function secondsAndRest(now: bigint, since?: readonly [number, number]): [number, number] {
  const [seconds, rest] = since ?? [0, 0];
  const passed = now - (BigInt(seconds) * 1_000_000_000n + BigInt(rest));
  return [Number(passed / 1_000_000_000n), Number(passed % 1_000_000_000n)];
}
