import { Readable } from '../modules/stream/readable/readable.ts';

/**
 * `process.stdin`: nobody types into a page, so it is what Node has with `< /dev/null`, a stream of
 * a file that is at its end.
 */
export class ReadStream extends Readable {
  readonly fd = 0;
  readonly path = undefined;

  constructor() {
    super({ highWaterMark: 64 * 1024 });
  }

  override _read(): void {
    this.push(null);
  }
}
