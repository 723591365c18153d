import { invalidArgType } from '../../errors/argument-errors.ts';
import { validateBoolean, validateObject } from '../../errors/validate.ts';
import { isDestroyed, isReadable, isWritable, isWritableEnded } from '../core/condition.ts';
import { destroyer } from '../core/destroyer.ts';
import { streamErrors } from '../core/stream-errors.ts';
import type { Duplex as DuplexType, StreamOptions } from '../core/types.ts';
import { Duplex } from '../duplex/duplex.ts';
import { callBack } from './adapter-errors.ts';
import { checkEncoding, pullInto, throwLater, toWebReadable } from './readable-adapters.ts';
import { toWebWritable, WriterEnd } from './writable-adapters.ts';

/** Between `Duplex` and a pair of streams of the web. */

interface WebPair {
  readonly readable: ReadableStream;
  readonly writable: WritableStream;
}

export function toWebPair(
  duplex: DuplexType,
  options: { readonly type?: 'bytes'; readonly readableType?: 'bytes' } = {},
): WebPair {
  const given = duplex as Partial<DuplexType> | undefined;
  if (typeof given?._writableState !== 'object' || typeof given._readableState !== 'object')
    throw invalidArgType('duplex', 'stream.Duplex', duplex);
  validateObject(options, 'options');
  const type = options.readableType ?? options.type;
  const typed = type === undefined ? {} : { type };
  const gone = isDestroyed(duplex);
  const writable = !gone && isWritable(duplex) ? toWebWritable(duplex as never) : closedWritable();
  const readable =
    !gone && isReadable(duplex) ? toWebReadable(duplex, typed) : cancelledReadable(typed);
  return { writable, readable };
}

function closedWritable(): WritableStream {
  const writable = new WritableStream();
  void writable.close();
  return writable;
}

function cancelledReadable(source: UnderlyingDefaultSource | { readonly type?: 'bytes' }) {
  const readable = new ReadableStream(source as UnderlyingDefaultSource);
  void readable.cancel();
  return readable;
}

export function fromWebPair(pair: WebPair, options: StreamOptions = {}): DuplexType {
  validateObject(pair, 'pair');
  const { readable, writable } = pair;
  if (!(readable instanceof ReadableStream))
    throw invalidArgType('pair.readable', 'ReadableStream', readable);
  if (!(writable instanceof WritableStream))
    throw invalidArgType('pair.writable', 'WritableStream', writable);
  validateObject(options, 'options');
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true } = options;
  validateBoolean(objectMode, 'options.objectMode');
  checkEncoding(encoding);
  const end = new WriterEnd(writable.getWriter(), options, (error) => destroyer(duplex, error));
  const { writer } = end;
  const reader = readable.getReader();
  let readClosed = false;
  const duplex: DuplexType = new Duplex({
    ...options,
    allowHalfOpen,
    objectMode,
    decodeStrings,
    writev: (chunks, done) => end.writeAll(chunks, done),
    write: (chunk, code, done) => end.write(chunk, code, done),
    final: (done) => end.close(done),
    read: () => pullInto(duplex, reader),
    destroy(error, done) {
      const call = (): void => callBack(() => done(error), throwLater);
      if (end.closed && readClosed) {
        call();
        return;
      }
      const ends = [
        ...(end.closed ? [] : [writer.abort(error)]),
        ...(readClosed ? [] : [reader.cancel(error)]),
      ];
      Promise.all(ends).then(call, call);
    },
  });
  const fail = (error: unknown): void => {
    end.closed = true;
    readClosed = true;
    destroyer(duplex, error);
  };
  writer.closed.then(() => {
    end.closed = true;
    if (!isWritableEnded(duplex)) destroyer(duplex, streamErrors.prematureClose());
  }, fail);
  reader.closed.then(() => (readClosed = true), fail);
  return duplex;
}
