import { addAbortListener } from '../../events/any-emitter.ts';
import { AbortError } from '../../errors/abort-error.ts';
import { invalidArgType } from '../../errors/argument-errors.ts';
import { failWebStream } from '../web/closed.ts';
import { finished } from './finished.ts';
import { isNodeStream, isWebStream } from './kind.ts';

/** Destroys a stream when a signal aborts. @returns the stream */
export function addAbortSignal<Stream>(signal: unknown, stream: Stream): Stream {
  if (typeof signal !== 'object' || !('aborted' in (signal as object)))
    throw invalidArgType('signal', 'AbortSignal', signal);
  if (!isNodeStream(stream) && !isWebStream(stream))
    throw invalidArgType('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  return destroyOnAbort(signal as AbortSignal, stream);
}

/** Like `addAbortSignal`, for arguments that were checked. */
export function destroyOnAbort<Stream>(signal: AbortSignal, stream: Stream): Stream {
  const abort = (): void => {
    const error = new AbortError(signal.reason);
    if (isNodeStream(stream)) stream.destroy(error);
    else failWebStream(stream as object, error);
  };
  if (signal.aborted) abort();
  else {
    const listening = addAbortListener(signal, abort);
    finished(stream, () => listening[Symbol.dispose]());
  }
  return stream;
}
