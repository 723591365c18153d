import type { Job } from '../protocol.ts';
import { installGlobals } from './globals.ts';
import { appUrl } from './linker/resolve.ts';
import { Linker } from './linker/linker.ts';
import { EventLoop } from './loop/event-loop.ts';
import type { Machine } from './machine.ts';
import { createBuiltins } from './modules/builtins.ts';
import type { Native } from './native.ts';
import { Outlet, type Ending } from './output.ts';
import { crashReport, rejectionError } from './process/crash-report.ts';
import { NodeProcess } from './process/process.ts';
import { SourcePositions } from './source-position.ts';

/** Thrown by `process.exit`, so that nothing of the program runs on. */
class ExitSignal extends Error {}

/** Exit code after a top-level `await` that can never settle, as Node documents it. */
const unsettledCode = 13;

/** A project that runs: its loop, its modules, its end. */
export class Program {
  readonly #job: Job;
  readonly #positions = new SourcePositions();
  readonly #loop: EventLoop;
  readonly #outlet: Outlet;
  readonly #process: NodeProcess;
  readonly #linker: Linker;
  readonly #idleCalls: (() => Promise<void> | void)[] = [];
  #main: 'pending' | 'settled' = 'pending';
  #state: 'running' | 'exiting' | 'over' = 'running';

  constructor(job: Job, native: Native) {
    this.#job = job;
    this.#loop = new EventLoop(native, {
      failed: (error) => this.fail(error, 'uncaughtException'),
      idle: () => this.#idle(),
    });
    this.#outlet = new Outlet(native, job.limits, () => this.#stopAtLimit());
    const write: Machine['write'] = (stream, text) => this.#outlet.write(stream, text);
    const exit = (): never => this.#exit();
    this.#process = new NodeProcess({ ...job, loop: this.#loop, write, exit });
    const machine = this.#machine(native, write);
    this.#linker = new Linker({
      job,
      builtins: createBuiltins(machine),
      positions: this.#positions,
      native: { ...native, importModule: (url) => this.#held(native.importModule(url)) },
    });
    this.#positions.install();
    installGlobals(machine, (event) => this.#outlet.trace(event));
  }

  /** Runs the entry. The end comes through the loop, or through `fail`. */
  async start(): Promise<void> {
    try {
      await this.#linker.load(appUrl + this.#job.entry, this.#job.entry);
    } catch (error) {
      this.#failMain(error);
    }
    this.#main = 'settled';
    this.#loop.wake();
  }

  /** An error that nobody caught, or a rejection that nobody handled. */
  fail(error: unknown, origin: 'uncaughtException' | 'unhandledRejection'): void {
    if (this.#state !== 'running' || error instanceof ExitSignal) return;
    try {
      this.#process.emit('uncaughtExceptionMonitor', error, origin);
      if (this.#process.emit('uncaughtException', error, origin)) return;
    } catch (another) {
      if (another instanceof ExitSignal) return;
    }
    this.#crash(error);
  }

  /** A promise was rejected and nobody handled it, as the browser tells. */
  rejected(reason: unknown, promise: Promise<unknown>): void {
    if (this.#state !== 'running' || reason instanceof ExitSignal) return;
    try {
      if (this.#process.emit('unhandledRejection', reason, promise)) return;
    } catch (error) {
      this.fail(error, 'uncaughtException');
      return;
    }
    this.fail(reason instanceof Error ? reason : rejectionError(reason), 'unhandledRejection');
  }

  #machine(native: Native, write: Machine['write']): Machine {
    return {
      loop: this.#loop,
      process: this.#process,
      native,
      write,
      crash: (error) => this.fail(error, 'uncaughtException'),
      position: (error) => this.#positions.of(error),
      source: (file) => this.#positions.text(file),
      onIdle: (run) => void this.#idleCalls.push(run),
    };
  }

  /** What the browser links, keeps the program alive. */
  async #held<Value>(work: Promise<Value>): Promise<Value> {
    const release = this.#loop.hold();
    try {
      return await work;
    } finally {
      release();
    }
  }
}
