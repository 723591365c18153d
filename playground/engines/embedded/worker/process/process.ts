import { nodeVersion } from '../../node-version.ts';
import { appFolder } from '../linker/address.ts';
import { ProjectFiles, resolvePath } from '../linker/commonjs/project-files.ts';
import type { Loop } from '../machine.ts';
import { EventEmitter } from '../modules/events/event-emitter.ts';
import { invalidArgType } from '../modules/errors/argument-errors.ts';
import { nodeError } from '../modules/errors/node-error.ts';
import { validateFunction, validateInteger, validateString } from '../modules/errors/validate.ts';
import { environmentOf, parseEnvironment, type Environment } from './environment.ts';
import { config, features, release, versions } from './facts.ts';
import { ReadStream } from './input-stream.ts';
import { measuresOf } from './measures.ts';
import { OutputStream } from './output-stream.ts';
import { systemOf } from './system.ts';
import { warningOf, warningText, type Warning } from './warning.ts';

/** What `process` needs of the program. */
export interface ProcessParts {
  readonly loop: Loop;
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly mode: 'script' | 'tests';
  readonly env: Readonly<Record<string, string>>;
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Ends the program; it does not return. */
  exit(): never;
  /** A module of Node; undefined for what is none. */
  builtin(name: string): unknown;
}

export type ExitCode = number | string | null | undefined;

type Run = (...args: unknown[]) => void;
type Capture = (error: unknown) => void;

/** `node:process`, as far as a program in a page can have one. */
export class NodeProcess extends EventEmitter {
  readonly version = nodeVersion;
  readonly versions = versions;
  readonly arch = 'x64';
  readonly platform = 'linux';
  readonly release = release;
  readonly config = config;
  readonly features = features;
  readonly argv: string[];
  readonly argv0 = 'node';
  readonly execArgv: string[];
  readonly execPath = '/usr/local/bin/node';
  readonly env: Environment;
  readonly pid = 1;
  readonly ppid = 0;
  readonly debugPort = 9229;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  #stdin: ReadStream | undefined;
  readonly allowedNodeEnvironmentFlags: ReadonlySet<string> = new Set();
  readonly cwd: () => string;
  declare readonly uptime: () => number;
  readonly hrtime: ReturnType<typeof measuresOf>['hrtime'];
  readonly nextTick = (run: Run, ...args: unknown[]): void => {
    validateFunction(run, 'callback');
    const tick = { callback: run, args };
    this.#parts.loop.nextTick(() => Reflect.apply(run, undefined, args), tick);
  };
  title = 'node';
  domain = null;
  _exiting = false;
  /** Who takes uncaught errors in the place of everybody else. */
  uncaughtCapture: Capture | null = null;
  readonly #parts: ProcessParts;
  #exitCode: ExitCode;
  #warned = false;

  constructor(parts: ProcessParts) {
    super();
    this.#parts = parts;
    const { loop, entry, mode, env } = parts;
    this.argv = [this.execPath, appFolder + entry];
    this.execArgv = mode === 'tests' ? ['--test'] : [];
    this.env = environmentOf(env);
    this.stdout = new OutputStream(1, (text) => parts.write('stdout', text));
    this.stderr = new OutputStream(2, (text) => parts.write('stderr', text));
    const files = new ProjectFiles(parts.files);
    const system = systemOf(this.pid, (path) => files.kind(path) === 'folder', resolvePath);
    const measures = measuresOf(loop);
    this.cwd = system.cwd;
    this.hrtime = measures.hrtime;
    Object.assign(this, measures, system, this.#functions(files));
    Object.defineProperty(this, 'uncaughtCapture', { enumerable: false });
    for (const name of ['version', 'versions', 'arch', 'platform', 'argv0', 'pid'])
      Object.defineProperty(this, name, { writable: false });
    this.on('warning', (warning: unknown) => this.#printWarning(warning as Warning));
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
    if (code === undefined || code === null) {
      this.#exitCode = undefined;
      return;
    }
    const isNumber = typeof code === 'string' && code !== '' && !Number.isNaN(Number(code));
    const number = isNumber ? Number(code) : code;
    validateInteger(number, 'code');
    this.#exitCode = number;
  }

  /** Prints a warning in the next tick, as Node does, and tells who listens. */
  emitWarning(warning: unknown, options?: unknown, code?: unknown): void {
    const error = warningOf(warning, options, code);
    if (error.name === 'DeprecationWarning' && Reflect.get(this, 'noDeprecation')) return;
    const isThrown = error.name === 'DeprecationWarning' && Reflect.get(this, 'throwDeprecation');
    this.nextTick(() => {
      if (isThrown) throw error;
      this.emit('warning', error);
    });
  }

  exit(code?: ExitCode): never {
    if (code !== undefined) this.exitCode = code;
    return this.#parts.exit();
  }

  #printWarning(error: Warning): void {
    const isDeprecation = error.name === 'DeprecationWarning';
    if (isDeprecation && Reflect.get(this, 'noDeprecation')) return;
    const flag = isDeprecation ? 'deprecation' : 'warnings';
    const hint = `(Use \`node --trace-${flag} ...\` to show where the warning was created)\n`;
    const text = warningText(error, this.pid);
    this.#parts.write('stderr', this.#warned ? text : text + hint);
    this.#warned = true;
  }

  /** Functions that work without their `this`, as Node's do. */
  #functions(files: ProjectFiles) {
    return {
      emitWarning: this.emitWarning.bind(this),
      exit: this.exit.bind(this),
      reallyExit: this.exit.bind(this),
      getBuiltinModule: (id: unknown): unknown => {
        validateString(id, 'id');
        return this.#parts.builtin(id);
      },
      loadEnvFile: (path: unknown = '.env'): void => this.#loadEnvFile(path, files),
      setUncaughtExceptionCaptureCallback: (fn: unknown): void => this.#setCapture(fn),
      hasUncaughtExceptionCaptureCallback: (): boolean => this.uncaughtCapture !== null,
      setSourceMapsEnabled: (): void => undefined,
      ref: (): void => undefined,
      unref: (): void => undefined,
      openStdin: (): unknown => Reflect.get(this, 'stdin'),
    };
  }

  #setCapture(fn: unknown): void {
    if (fn === null) {
      this.uncaughtCapture = null;
      return;
    }
    if (typeof fn !== 'function') throw invalidArgType('fn', ['Function', 'null'], fn);
    if (this.uncaughtCapture) {
      const message =
        '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active';
      throw nodeError(Error, 'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET', message);
    }
    this.uncaughtCapture = fn as Capture;
  }

  #loadEnvFile(path: unknown, files: ProjectFiles): void {
    if (typeof path !== 'string' && !(path instanceof URL) && !(path instanceof Uint8Array))
      throw invalidArgType('path', ['string', 'Buffer', 'URL'], path);
    const name = path instanceof URL ? path.pathname : String(path);
    const text = files.read(resolvePath(this.cwd(), name));
    if (text === undefined) {
      const message = `ENOENT: no such file or directory, open '${name}'`;
      throw Object.assign(new Error(message), {
        code: 'ENOENT',
        errno: -2,
        syscall: 'open',
        path: name,
      });
    }
    for (const [key, value] of Object.entries(parseEnvironment(text))) this.env[key] ??= value;
  }
}

// `Object.getPrototypeOf(process).constructor` is named so in Node.
Object.defineProperty(NodeProcess, 'name', { value: 'process' });
