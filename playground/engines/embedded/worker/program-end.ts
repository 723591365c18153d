import type { Fault } from '../../../engine/contract.ts';
import type { Job } from '../protocol.ts';
import { appUrl } from './linker/address.ts';
import type { EventLoop } from './loop/event-loop.ts';
import type { Position } from './machine.ts';
import type { Ending, Outlet } from './output.ts';
import { crashReport } from './process/crash-report.ts';
import { faultOf } from './process/fault.ts';
import type { NodeProcess } from './process/process.ts';
import type { SourcePositions } from './source-position.ts';
import { tellError, type ThreadStart } from './thread.ts';

/** Thrown by what ends the program, so that nothing of it runs on. */
export class ExitSignal extends Error {}

/** Exit code after a top-level `await` that can never settle, as Node documents it. */
const unsettledCode = 13;

/** What the end of a program concerns. */
export interface EndParts {
  readonly job: Pick<Job, 'entry'>;
  readonly loop: EventLoop;
  readonly outlet: Outlet;
  readonly process: NodeProcess;
  readonly positions: SourcePositions;
  /** Whoever made this thread hears of its errors; the first thread prints them. */
  readonly thread: ThreadStart | undefined;
}

/** The ways in which a program ends; the first one counts. */
export class ProgramEnd {
  readonly #parts: EndParts;
  #state: 'running' | 'exiting' | 'over' = 'running';
  #fault: Fault | undefined;

  constructor(parts: EndParts) {
    this.#parts = parts;
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** `process.exit()`. */
  exit(): never {
    if (this.#state === 'running') this.#leave();
    throw new ExitSignal('The program ended.');
  }

  /**
   * An error ends the program.
   * @param thrownAt where it was thrown, if the browser knows
   */
  crash(error: unknown, thrownAt?: Position): void {
    if (!this.running) return;
    const { outlet, positions, thread } = this.#parts;
    if (thread) tellError(thread, error);
    else outlet.write('stderr', crashReport(error, positions, thrownAt));
    this.failed(faultOf(error, positions, thrownAt));
  }

  /** What went wrong is printed already. */
  failed(fault: Fault | undefined): void {
    this.#fault = fault;
    this.#parts.process.exitCode = 1;
    this.#leave();
  }

  /** Nothing is left to do. */
  finish(main: 'pending' | 'settled'): void {
    const { process, outlet, job } = this.#parts;
    const unsettled = main === 'pending' && (process.exitCode ?? undefined) === undefined;
    if (unsettled) {
      process.exitCode = unsettledCode;
      const url = appUrl + job.entry;
      outlet.write('stderr', `Warning: Detected unsettled top-level await at ${url}\n`);
    }
    this.#leave();
  }

  /** A module does not parse; the page finds out where. */
  unparsed(message: string): void {
    this.#say({ type: 'unparsed', message });
  }

  /** The program wants to print more than it may. */
  outputLimit(): never {
    this.#say({ type: 'end', reason: 'output-limit', code: 0 });
    throw new ExitSignal('The output reached its limit.');
  }

  /** Tells the program's own listeners, then the page. */
  #leave(): void {
    const { process, outlet, positions } = this.#parts;
    this.#state = 'exiting';
    process._exiting = true;
    try {
      process.emit('exit', process.exitCode || 0);
    } catch (error) {
      if (!(error instanceof ExitSignal)) {
        outlet.write('stderr', crashReport(error, positions));
        this.#fault = faultOf(error, positions);
        process.exitCode = 1;
      }
    }
    const code = Number(process.exitCode ?? 0) & 0xff;
    this.#say({ type: 'end', reason: 'exit', code, ...(this.#fault && { fault: this.#fault }) });
  }

  #say(ending: Ending): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#parts.loop.stop();
    this.#parts.outlet.end(ending);
  }
}
