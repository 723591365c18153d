import { isReadable, isWritable } from '../core/condition.ts';
import { destroyer } from '../core/destroyer.ts';
import { finished } from '../core/finished.ts';
import { plainAbort } from '../core/stream-errors.ts';
import type { Done, Readable as ReadableType, Writable } from '../core/types.ts';
import { Readable } from '../readable/readable.ts';
import { makeDuplexify } from './duplexify.ts';
import type { Duplex } from './duplex.ts';

/** Two streams as one: what is written goes to one, what is read comes from the other. */

interface Pair {
  readonly readable?: ReadableType | undefined;
  readonly writable?: Writable | undefined;
}

/** Callbacks that wait for something of the pair; each is called once. */
class Waiting {
  drain: Done | undefined;
  finish: Done | undefined;
  readable: (() => void) | undefined;
  /** Null once the pair is over. */
  close: Done | null | undefined;

  take(name: 'drain' | 'finish' | 'readable'): void {
    const call = this[name];
    this[name] = undefined;
    call?.();
  }
}

export function joinPair({ readable, writable }: Pair): Duplex {
  const source =
    readable && typeof readable.read !== 'function' ? Readable.wrap(readable) : readable;
  const waiting = new Waiting();
  const canRead = !!isReadable(source);
  const canWrite = !!isWritable(writable);
  const stream = new (makeDuplexify())({
    readableObjectMode: !!source?.readableObjectMode,
    writableObjectMode: !!writable?.writableObjectMode,
    readable: canRead,
    writable: canWrite,
  });
  const over = (error?: Error | null): void => {
    const close = waiting.close;
    waiting.close = null;
    if (close) close(error);
    else if (error) stream.destroy(error);
  };
  const endWith = (one: unknown, other: unknown): void =>
    void finished(one, (error?: Error) => {
      if (error) destroyer(other, error);
      over(error);
    });
  if (writable && canWrite) {
    endWith(writable, source);
    writeInto(stream, writable, waiting);
  }
  if (source && canRead) {
    endWith(source, writable);
    readFrom(stream, source, waiting);
  }
  stream._destroy = (given, done) => {
    const error = !given && waiting.close !== null ? plainAbort() : given;
    Object.assign(waiting, { drain: undefined, finish: undefined, readable: undefined });
    if (waiting.close === null) done(error);
    else {
      waiting.close = done;
      destroyer(writable, error);
      destroyer(source, error);
    }
  };
  return stream;
}

function writeInto(stream: Duplex, writable: Writable, waiting: Waiting): void {
  stream._write = (chunk, encoding, done) => {
    if (writable.write(chunk, encoding)) done();
    else waiting.drain = done;
  };
  stream._final = (done) => {
    writable.end();
    waiting.finish = done;
  };
  writable.on('drain', () => waiting.take('drain'));
  writable.on('finish', () => waiting.take('finish'));
}

function readFrom(stream: Duplex, source: ReadableType, waiting: Waiting): void {
  source.on('readable', () => waiting.take('readable'));
  source.on('end', () => stream.push(null));
  const readAll = (): void => {
    for (;;) {
      const chunk = source.read();
      if (chunk === null) {
        waiting.readable = readAll;
        return;
      }
      if (!stream.push(chunk)) return;
    }
  };
  stream._read = readAll;
}
