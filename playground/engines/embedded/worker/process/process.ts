/** stdout or stderr as `process` shows it. */
export interface OutputStream {
  readonly fd: 1 | 2;
  readonly isTTY: false;
  readonly writable: true;
  write(text: string | Uint8Array, ...rest: readonly unknown[]): boolean;
}

/** `process` with its events; the emitter's methods come from `node:events`. */
export interface NodeProcess {
  readonly argv: string[];
  readonly argv0: string;
  readonly execArgv: string[];
  readonly execPath: string;
  readonly env: Record<string, string | undefined>;
  readonly pid: number;
  readonly ppid: number;
  readonly platform: 'linux';
  readonly arch: 'x64';
  readonly version: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly release: { readonly name: 'node' };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  title: string;
  exitCode: number | string | null | undefined;
  cwd(): string;
  /** Seconds since the program began. */
  uptime(): number;
  readonly hrtime: ((since?: [number, number]) => [number, number]) & { bigint(): bigint };
  memoryUsage(): Record<string, number>;
  nextTick(run: (...args: unknown[]) => void, ...args: unknown[]): void;
  emitWarning(warning: string | Error, type?: string | object, code?: string): void;
  exit(code?: number | string | null): never;
  on(event: string | symbol, listener: (...args: never[]) => void): this;
  once(event: string | symbol, listener: (...args: never[]) => void): this;
  off(event: string | symbol, listener: (...args: never[]) => void): this;
  emit(event: string | symbol, ...args: unknown[]): boolean;
  listenerCount(event: string | symbol): number;
}
