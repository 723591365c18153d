import type { Assets, FromVisitor, Job, ToVisitor } from '../protocol.ts';
import type { AsyncContext } from './context/async-context.ts';
import type { AsyncIds, Tracked } from './context/async-ids.ts';
import type { Native } from './native.ts';
import type { ThreadStart } from './thread.ts';
import type { NodeProcess } from './process/process.ts';

/** Something that was scheduled, or is open. It keeps the program alive while it has a reference. */
export interface Handle {
  cancel(): void;
  ref(): void;
  unref(): void;
  hasRef(): boolean;
}

/** A timer that can be set back to its full delay. */
export interface TimerHandle extends Handle {
  refresh(): void;
}

/** Node's event loop, as the built-in modules use it. */
export interface Loop {
  /** Milliseconds since the program began; monotonic. */
  now(): number;
  /** Milliseconds of these in which nothing could run. */
  idleMs(): number;
  /** Turns that found something that keeps the program alive. */
  readonly livelyTurns: number;
  /**
   * Calls `run` after `delayMs`. `repeatMs` undefined: once. The program lives while a handle with
   * a reference is pending. `tracked` is what async hooks see in the place of the function.
   */
  timer(run: () => void, delayMs: number, repeatMs?: number, tracked?: Tracked): TimerHandle;
  /** Calls `run` in the next check phase, after the timers that are due. */
  immediate(run: () => void, tracked?: Tracked): Handle;
  /**
   * Calls `run` in the next poll phase: after the timers that are due, before the immediates. So
   * arrives what Node gets from the system. The program lives until it ran.
   */
  poll(run: () => void): void;
  /** Calls `run` before anything else: the main module. The program lives until it ran. */
  first(run: () => void): void;
  /** Keeps the program alive until the returned function is called, once. */
  hold(): () => void;
  /** Calls `run` when the running callback has returned, before any promise reaction. */
  nextTick(run: () => void, resource?: object): void;
}

/** A place in user code: `file` as `file:///app/…`, line and column from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The page, as a visitor of the program's servers. */
export interface PageDoor {
  tell(message: FromVisitor): void;
  /** Registers who takes the page's requests. */
  receive(take: (message: ToVisitor) => void): void;
}

/** What the built-in modules may ask of the machine they run on. */
export interface Machine {
  readonly loop: Loop;
  readonly page: PageDoor;
  /**
   * The async context. What the loop runs has that of whoever scheduled it; a callback that comes
   * another way is bound: `context.bind(callback)`.
   */
  readonly context: AsyncContext;
  readonly asyncIds: AsyncIds;
  /** As user code sees it. */
  readonly process: NodeProcess;
  /** What the program was started with; further threads get the same. */
  readonly job: Job;
  /** Undefined in the first thread. */
  readonly thread: ThreadStart | undefined;
  /** Wall clock and natives saved before the prelude took them away. */
  readonly native: Native;
  /** Files that packages need, as they were fetched. */
  readonly assets: Assets;
  /** Does at once what may hold the thread for longer than a program may; the page is told. */
  labor<Result>(work: () => Result): Result;
  /** The same for work with pauses. @returns a function that ends it, to be called once */
  beginLabor(): () => void;
  /** Writes to the program's stdout or stderr. */
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** An error nobody caught: prints as Node does and ends the program with code 1. */
  crash(error: unknown): void;
  /** Where in user code an error was made; for `node:test` and `assert`. */
  position(error: Error): Position | undefined;
  /** Text of a file of the project by its `file:///app/…` address, as the program runs it. */
  source(file: string): string | undefined;
  /** `Module` of `node:module`. */
  moduleClass(): object;
  /** Registers what is called when nothing is left to do, before `exit`; `node:test` runs from it. */
  onIdle(run: () => Promise<void> | void): void;
}
