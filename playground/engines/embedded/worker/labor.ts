import { laborText, restText } from '../protocol.ts';
import type { Native } from './native.ts';

/** The browser's part. */
export type LaborHost = Pick<Native, 'post' | 'monotonicMs' | 'setTimeout'>;

/**
 * How often the end of labor is told at once, on average and in a burst. A program may do much that
 * is short, and each message counts. A later end waits for a timer, which an endless loop would keep
 * from ever coming: so the burst has room for all that programs commonly do.
 */
const tellEveryMs = 20;
const burst = 50;

/**
 * Asks the frame for patience while the engine itself holds the thread: a database that starts, a
 * password that is hashed. An endless loop of the program is no labor.
 */
export class Labor {
  readonly #host: LaborHost;
  #depth = 0;
  #isTold = false;
  #isArmed = false;
  #allowance = burst;
  #countedAtMs = -Infinity;

  constructor(host: LaborHost) {
    this.#host = host;
  }

  /** Does what may take long, at once. */
  readonly during = <Result>(work: () => Result): Result => {
    const end = this.begin();
    try {
      return work();
    } finally {
      end();
    }
  };

  /** From now on the engine works. @returns a function that ends it, to be called once */
  readonly begin = (): (() => void) => {
    this.#depth += 1;
    if (!this.#isTold) this.#host.post(laborText);
    this.#isTold = true;
    return () => {
      this.#depth -= 1;
      if (this.#depth === 0) this.#end();
    };
  };

  #end(): void {
    const nowMs = this.#host.monotonicMs();
    const earned = (nowMs - this.#countedAtMs) / tellEveryMs;
    this.#allowance = Math.min(burst, this.#allowance + earned);
    this.#countedAtMs = nowMs;
    if (this.#allowance >= 1) this.#tell();
    else this.#endSoon();
  }

  #endSoon(): void {
    if (this.#isArmed) return;
    this.#isArmed = true;
    this.#host.setTimeout(() => {
      this.#isArmed = false;
      if (this.#depth === 0 && this.#isTold) this.#tell();
    }, tellEveryMs);
  }

  #tell(): void {
    this.#allowance -= 1;
    this.#isTold = false;
    this.#host.post(restText);
  }
}
