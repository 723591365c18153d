import { destroyer } from '../core/destroyer.ts';
import { finished } from '../core/finished.ts';
import { bothErrors } from '../core/stream-errors.ts';
import { nop } from '../core/ticks.ts';
import type { Duplex, Readable } from '../core/types.ts';
import { wrapOld, type OldReadable } from './wrap.ts';

/** `for await` over a stream. */

export interface IteratorOptions {
  readonly destroyOnReturn?: boolean;
}

export function iterate(
  source: Readable | OldReadable,
  options?: IteratorOptions,
): AsyncGenerator<unknown> {
  const canRead = typeof (source as Partial<Readable>).read === 'function';
  const stream = canRead
    ? (source as Readable)
    : wrapOld(source as OldReadable, { objectMode: true });
  return Object.assign(chunks(stream, options), { stream });
}

/** Lets a reader sleep until the stream has something, or has ended. */
class Bell {
  #wake: () => void = nop;
  readonly sleep = (resolve: () => void): void => {
    this.#wake = resolve;
  };
  readonly ring = (): void => {
    this.#wake();
    this.#wake = nop;
  };
}

async function* chunks(stream: Readable, options?: IteratorOptions): AsyncGenerator<unknown> {
  const bell = new Bell();
  stream.on('readable', bell.ring);
  /** Undefined: it goes on. Null: it came to its end. */
  let error: Error | null | undefined;
  const cleanUp = finished(stream, { writable: false }, (failure?: Error) => {
    error = failure ? bothErrors(error ?? undefined, failure) : null;
    bell.ring();
  });
  try {
    for (;;) {
      const chunk: unknown = stream.destroyed ? null : stream.read();
      if (chunk !== null) yield chunk;
      else if (error) throw error;
      else if (error === null) return;
      else await new Promise<void>(bell.sleep);
    }
  } catch (thrown) {
    error = bothErrors(error ?? undefined, thrown as Error);
    throw error;
  } finally {
    const goes = error || options?.destroyOnReturn !== false;
    const may = error === undefined || stream._readableState.autoDestroy;
    if (goes && may && !(error === null && isHalfOpen(stream as Duplex))) destroyer(stream, null);
    else {
      stream.off('readable', bell.ring);
      cleanUp();
    }
  }
}

/** Whether a duplex that was read to its end can still be written to. */
function isHalfOpen(stream: Duplex): boolean {
  return stream.allowHalfOpen === true && stream.writable === true && stream.writableEnded !== true;
}
