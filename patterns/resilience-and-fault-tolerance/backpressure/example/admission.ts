import { checkOptions } from './admission-options.ts';
import type {
  AdmissionOptions,
  Caller,
} from './admission-options.ts';
import { OverloadedError } from './overloaded-error.ts';

interface Waiting {
  readonly deadlineMs: number;
  start(): void;
  refuse(reason: 'full' | 'late'): void;
}

/** The door of a service: so many at work, so many in line. */
export class Admission {
  #working = 0;
  readonly #line: Waiting[] = []; // oldest first
  readonly #options: AdmissionOptions;

  constructor(options: AdmissionOptions) {
    this.#options = checkOptions(options);
  }

  /** `work` should stop when the caller's signal aborts. */
  async run<T>(work: () => Promise<T>, caller: Caller = {}) {
    caller.signal?.throwIfAborted();
    await this.#admit(caller);
    try {
      caller.signal?.throwIfAborted();
      return await work();
    } finally {
      this.#next();
    }
  }

  async #admit(caller: Caller): Promise<void> {
    const { workers, queue, order } = this.#options;
    if (this.#working < workers) {
      this.#working += 1; // no `await` since it was compared
      return;
    }
    if (this.#line.length >= queue) {
      // Where the newest is served, the oldest has no hope.
      const oldest = order === 'newest' ? this.#line[0] : null;
      if (!oldest) throw this.#refusal('full');
      oldest.refuse('full');
    }
    await this.#standInLine(caller);
  }

  #standInLine({ signal, deadlineMs = Infinity }: Caller) {
    return new Promise<void>((resolve, reject) => {
      const leave = (then: () => void) => (): void => {
        signal?.removeEventListener('abort', hangUp);
        this.#line.splice(this.#line.indexOf(waiting), 1);
        this.#tell();
        then();
      };
      const hangUp = leave(() => reject(signal?.reason));
      const waiting: Waiting = {
        deadlineMs,
        start: leave(resolve),
        refuse: (reason) =>
          leave(() => reject(this.#refusal(reason)))(),
      };
      signal?.addEventListener('abort', hangUp, { once: true });
      this.#line.push(waiting);
      this.#tell();
    });
  }

  /** A worker is free: for the next who can be served in time. */
  #next(): void {
    const { clock, order, workMs } = this.#options;
    const doneMs = clock.now() + workMs;
    for (;;) {
      const at = order === 'newest' ? -1 : 0;
      const next = this.#line.at(at);
      if (!next) break;
      if (next.deadlineMs >= doneMs) return next.start();
      next.refuse('late');
    }
    this.#working -= 1;
  }

  #refusal(reason: 'full' | 'late'): OverloadedError {
    const { workers, workMs } = this.#options;
    const ahead = this.#line.length + 1;
    const waitMs = (ahead / workers) * workMs;
    return new OverloadedError(reason, waitMs);
  }

  #tell(): void {
    this.#options.onLine?.(this.#line.length);
  }
}
