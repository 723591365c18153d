import type { Done } from '../modules/stream/core/types.ts';
import { Readable } from '../modules/stream/readable/readable.ts';

/**
 * `process.stdin`: nobody types into a page, so it is what Node has with `< /dev/null`, a stream of
 * a file that is at its end.
 */
export class ReadStream extends Readable {
  readonly fd = 0;
  readonly path = undefined;

  readonly #later: (run: () => void) => void;

  /** @param later does what takes Node a thread: closing a file */
  constructor(later: (run: () => void) => void) {
    super({ highWaterMark: 64 * 1024 });
    this.#later = later;
  }

  override _read(): void {
    this.push(null);
  }

  override _destroy(error: Error | null, done: Done): void {
    this.#later(() => done(error));
  }
}
