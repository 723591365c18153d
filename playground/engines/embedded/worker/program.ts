import type { Job, ToVisitor } from '../protocol.ts';
import { AsyncContext } from './context/async-context.ts';
import { AsyncIds } from './context/async-ids.ts';
import { installAwaitHooks } from './context/await-hooks.ts';
import { BoundLoop } from './context/bound-loop.ts';
import { installGlobals } from './globals.ts';
import { Linker } from './linker/linker.ts';
import { Labor } from './labor.ts';
import { linkFailure } from './linker/link-failure.ts';
import { appFolder, appUrl } from './linker/address.ts';
import { EventLoop } from './loop/event-loop.ts';
import type { Loop, Machine, Position } from './machine.ts';
import { createBuiltins } from './modules/builtins.ts';
import type { Native } from './native.ts';
import { Outlet } from './output.ts';
import { rejectionError } from './process/crash-report.ts';
import { NodeProcess } from './process/process.ts';
import { ExitSignal, ProgramEnd } from './program-end.ts';
import { Rejections } from './rejections.ts';
import { SourcePositions } from './source-position.ts';
import type { ThreadNews, ThreadStart } from './thread.ts';

/** The first rewrites the others, so it comes before them; these define globals. */
const firstPackages = [
  'node:async_hooks',
  'node:internal/fetch',
  'node:internal/minimatch',
  'node:internal/webcrypto',
];

/** A project that runs. */
export class Program {
  readonly #entry: string;
  readonly #packages: Job['packages'];
  readonly #job: Job;
  readonly #thread: ThreadStart | undefined;
  readonly #native: Pick<Native, 'guarded'>;
  readonly #positions = new SourcePositions();
  readonly #loop: EventLoop;
  readonly #outlet: Outlet;
  readonly #process: NodeProcess;
  readonly #linker: Linker;
  readonly #end: ProgramEnd;
  readonly #context = new AsyncContext();
  readonly #asyncIds = new AsyncIds();
  readonly #boundLoop: Loop;
  readonly #promises = installAwaitHooks(this.#context);
  readonly #rejections = new Rejections();
  readonly #idleCalls: (() => Promise<void> | void)[] = [];
  #main: 'pending' | 'settled' = 'pending';
  /** What `loop.livelyTurns` was at the last `beforeExit`. */
  #livelyBeforeExit: number | undefined;
  #takeVisit: (message: ToVisitor) => void = () => undefined;

  /** @param thread absent for the first thread */
  constructor(job: Job, native: Native, thread?: ThreadStart) {
    this.#entry = job.entry;
    this.#packages = job.packages;
    this.#job = job;
    this.#thread = thread;
    this.#native = native;
    this.#loop = new EventLoop(native, {
      between: () => this.#reportRejections(),
      idle: () => this.#idle(),
    });
    this.#boundLoop = new BoundLoop(this.#loop, this.#context, this.#asyncIds);
    this.#outlet = new Outlet(native, job.limits, () => this.#end.outputLimit());
    this.#process = new NodeProcess({
      ...job,
      loop: this.#boundLoop,
      write: (stream, text) => this.#outlet.write(stream, text),
      exit: () => this.#end.exit(),
      builtin: (name) => (this.#linker.isBuiltin(name) ? this.#linker.builtin(name) : undefined),
    });
    this.#process.argv.push(...(thread?.argv ?? []));
    const parts = {
      job,
      loop: this.#loop,
      outlet: this.#outlet,
      positions: this.#positions,
      thread,
    };
    this.#end = new ProgramEnd({ ...parts, process: this.#process });
    const machine = this.#machine(native);
    this.#linker = new Linker({
      job,
      builtins: createBuiltins(machine),
      positions: this.#positions,
      native,
      process: this.#process,
      labor: machine.labor,
      hold: () => this.#loop.hold(),
      holdAtWork: () => {
        const ends = [this.#loop.hold(), machine.beginLabor()];
        return () => ends.forEach((end) => end());
      },
      editsOf: (text) => this.#context.editsOf?.(text) ?? [],
    });
    this.#positions.install();
    installGlobals(machine, (event) => this.#outlet.trace(event));
  }

  /** Runs the entry. Its end comes later, through the loop. */
  async start(): Promise<void> {
    const online: ThreadNews = { type: 'online' };
    this.#thread?.control.postMessage(online);
    try {
      for (const name of firstPackages)
        if (Object.hasOwn(this.#packages, name)) await this.#linker.loadPackage(name);
      await this.#linker.prepare();
      if (this.#linker.formatOf(this.#entry) === 'commonjs')
        this.#boundLoop.first(() => this.#linker.commonJs.runMain(appFolder + this.#entry));
      else await this.#linker.load(appUrl + this.#entry, this.#entry);
    } catch (error) {
      this.#failMain(error);
    }
    this.#main = 'settled';
    this.#loop.wake();
  }

  /** The page asks a server of the program. */
  visit(message: ToVisitor): void {
    this.#takeVisit(message);
  }

  /** The browser found an error that nobody caught, and where it was thrown. */
  uncaught(error: unknown, url: string, line: number, column: number): void {
    const file = this.#linker.originOf(url);
    const place = file && this.#positions.originalOf({ file, line, column });
    if (this.#linker.unparsed(error) !== undefined && error instanceof Error) {
      this.#end.unparsed(error.message);
      return;
    }
    const inside = error instanceof Error && this.#positions.madeInside(error);
    const thrownAt = place && !inside ? this.#positions.throwBefore(place) : undefined;
    this.#fail(error, 'uncaughtException', thrownAt);
  }

  /** The browser found a rejection that nobody handled yet. */
  rejected(promise: Promise<unknown>, reason: unknown): void {
    this.#rejections.add({ promise, reason, frame: this.#promises.rejectedIn(promise) });
    this.#loop.wake();
  }

  /** Somebody handled a rejection late. */
  handled(promise: Promise<unknown>): void {
    this.#rejections.remove(promise);
  }

  #fail(
    error: unknown,
    origin: 'uncaughtException' | 'unhandledRejection',
    thrownAt?: Position,
  ): void {
    if (!this.#end.running || error instanceof ExitSignal) return;
    try {
      if (this.#process.uncaughtCapture) {
        this.#process.uncaughtCapture(error);
        return;
      }
      this.#process.emit('uncaughtExceptionMonitor', error, origin);
      if (!this.#process.emit('uncaughtException', error, origin)) this.#end.crash(error, thrownAt);
    } catch (another) {
      if (!(another instanceof ExitSignal)) this.#end.crash(another);
    }
  }

  #reportRejections(): void {
    for (const { promise, reason, frame } of this.#rejections.takeAll()) {
      if (!this.#end.running || reason instanceof ExitSignal) continue;
      this.#context.current = frame;
      if (this.#process.emit('unhandledRejection', reason, promise)) continue;
      this.#fail(reason instanceof Error ? reason : rejectionError(reason), 'unhandledRejection');
    }
  }

  #machine(native: Native): Machine {
    const labor = new Labor(native);
    return {
      labor: labor.during,
      beginLabor: labor.begin,
      page: {
        tell: (message) => this.#outlet.tell(message),
        receive: (take) => void (this.#takeVisit = take),
      },
      loop: this.#boundLoop,
      context: this.#context,
      asyncIds: this.#asyncIds,
      process: this.#process,
      job: this.#job,
      thread: this.#thread,
      native,
      write: (stream, text) => this.#outlet.write(stream, text),
      crash: (error) => this.#fail(error, 'uncaughtException'),
      position: (error) => this.#positions.of(error),
      source: (file) => this.#positions.text(file),
      moduleClass: () => this.#linker.commonJs.Module,
      onIdle: (run) => void this.#idleCalls.push(run),
    };
  }

  #failMain(error: unknown): void {
    const failure = this.#end.running && linkFailure(error, this.#linker, this.#positions);
    if (!failure) {
      this.#fail(error, 'unhandledRejection');
    } else if (failure.found === undefined) {
      this.#end.unparsed(failure.message);
    } else {
      this.#outlet.write('stderr', failure.found.report);
      this.#end.failed(failure.found.fault);
    }
  }

  /**
   * The loop has nothing to do: what waits for that comes first, then `beforeExit`, then the end.
   * Ticks and reactions of a `beforeExit` run, and may begin something; then that comes again.
   */
  #idle(): void {
    this.#context.reset();
    const next = this.#idleCalls.shift();
    if (next) {
      void this.#runIdle(next);
    } else if (this.#livelyBeforeExit === this.#loop.livelyTurns) {
      this.#end.finish(this.#main);
    } else {
      this.#livelyBeforeExit = this.#loop.livelyTurns;
      this.#native.guarded(() => this.#process.emit('beforeExit', this.#process.exitCode || 0));
      this.#loop.wake();
    }
  }

  async #runIdle(run: () => Promise<void> | void): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.#fail(error, 'uncaughtException');
    }
    this.#loop.wake();
  }
}
