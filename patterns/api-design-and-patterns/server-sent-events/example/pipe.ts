import type { CancelTimer, Clock } from '#lab';
import type { Sink } from './feed.ts';

export interface PipeOptions {
  readonly clock: Clock;
  /** Time of one write on its way, one after the other. */
  readonly writeMs: () => number;
  /** So many on their way, and the sender should wait. */
  readonly room: number;
  /** A proxy ends what was silent for so long. */
  readonly idleMs: number;
  /** Whether anything gets through now. */
  readonly reaches: () => boolean;
  readonly onWaiting: (count: number) => void;
  readonly onIdle: () => void;
  /** The sender hears of the end. */
  readonly onEnd: () => void;
}

/** The body of one answer, from a server by a proxy to a reader. */
export class Pipe implements Sink {
  readonly body: ReadableStream<Uint8Array>;
  readonly #options: PipeOptions;
  #to: ReadableStreamDefaultController<Uint8Array> | undefined;
  #waiting = 0;
  #freeAtMs = 0;
  #ended = false;
  #drain: (() => void) | undefined;
  #stopIdle: CancelTimer = () => {};

  constructor(options: PipeOptions) {
    this.#options = options;
    this.body = new ReadableStream({
      start: (controller) => {
        this.#to = controller;
      },
      cancel: () => this.#finish(),
    });
    this.#touch();
  }

  write(text: string): boolean {
    if (this.#ended) return false;
    this.#touch();
    const { clock, writeMs, room, onWaiting } = this.#options;
    const now = clock.now();
    this.#freeAtMs = Math.max(now, this.#freeAtMs) + writeMs();
    this.#waiting += 1;
    onWaiting(this.#waiting);
    clock.setTimer(this.#freeAtMs - now, () =>
      this.#arrive(text),
    );
    return this.#waiting < room;
  }

  once(_event: 'drain', go: () => void): void {
    this.#drain = go;
  }

  /** The reader hears of it, where anything gets through. */
  end(): void {
    if (this.#ended) return;
    if (this.#options.reaches()) this.#to?.close();
    this.#finish();
  }

  #arrive(text: string): void {
    this.#waiting -= 1;
    if (this.#ended) return;
    this.#touch();
    if (this.#options.reaches())
      this.#to?.enqueue(new TextEncoder().encode(text));
    if (this.#waiting > 0) return;
    const go = this.#drain;
    this.#drain = undefined;
    go?.();
  }

  #touch(): void {
    this.#stopIdle();
    const { clock, idleMs, onIdle } = this.#options;
    this.#stopIdle = clock.setTimer(idleMs, () => {
      onIdle();
      this.end();
    });
  }

  #finish(): void {
    this.#ended = true;
    this.#stopIdle();
    this.#options.onEnd();
  }
}
