import type { Edit } from '../linker/scan.ts';

/** The stores of one moment. A store that changes makes a new frame. It prints as Node's does. */
class AsyncContextFrame extends Map<object, unknown> {}
export type Frame = AsyncContextFrame;

/** @param frame whose stores are taken over */
export function newFrame(frame?: Frame): Frame {
  return new AsyncContextFrame(frame);
}

type Function = (this: never, ...args: never[]) => unknown;

/** Which edits make a text restore the frame after each `await`. */
export type EditsOf = (text: string) => readonly Edit[];

/**
 * The async context of a program: what `AsyncLocalStorage` reads. It is one variable, set wherever
 * something runs later than it was asked for. Until a program names `node:async_hooks` nothing is
 * wrapped.
 */
export class AsyncContext {
  /** The frame of whatever runs now. */
  current = newFrame();
  /** The edits that a project's texts need; undefined where nothing is rewritten. */
  editsOf: EditsOf | undefined;
  readonly #whenEnabled: (() => void)[] = [];

  get enabled(): boolean {
    return this.editsOf !== undefined;
  }

  /** From now on functions are bound, and linked texts rewritten. */
  enable(editsOf: EditsOf): void {
    if (this.enabled) return;
    this.editsOf = editsOf;
    for (const call of this.#whenEnabled) call();
  }

  /** Nothing of the program runs. */
  reset(): void {
    this.current = newFrame();
  }

  onEnable(call: () => void): void {
    this.#whenEnabled.push(call);
  }

  /** Calls in a frame, and comes back to the present one. */
  run<Result>(frame: Frame, call: () => Result): Result {
    const before = this.current;
    this.current = frame;
    try {
      return call();
    } finally {
      this.current = before;
    }
  }

  /** A function that runs in the present frame, whenever it is called. */
  bind<Bound extends Function>(bound: Bound): Bound {
    if (!this.enabled) return bound;
    const frame = this.current;
    const run = (call: () => unknown): unknown => this.run(frame, call);
    return function (this: never, ...args: never[]) {
      return run(() => Reflect.apply(bound, this, args));
    } as Bound;
  }

  /**
   * Like `bind`, for what the event loop calls. Where it throws, its frame stays: whoever handles
   * the uncaught error must find it.
   */
  bindTask(task: () => void, frame = this.current): () => void {
    if (!this.enabled) return task;
    return () => {
      this.current = frame;
      task();
      this.reset();
    };
  }
}
