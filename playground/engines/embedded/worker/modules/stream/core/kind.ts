import type { Duplex, Maybe, Readable, Writable } from './types.ts';

/** What kind of stream a value is, told by what it can do: it may be of somebody else's making. */

const isFunction = (value: unknown): boolean => typeof value === 'function';

/** @param strict whether it must know how to pause, as well */
export function isReadableNodeStream(value: unknown, strict = false): value is Readable {
  const stream = value as Maybe;
  if (!stream || !isFunction(stream.pipe) || !isFunction(stream.on)) return false;
  if (strict && !(isFunction(stream.pause) && isFunction(stream.resume))) return false;
  const { _writableState: writable, _readableState: readable } = stream;
  // Of a duplex whose readable side is off, or a Writable, which has a `pipe` too.
  return !writable || (!!readable && readable.readable !== false);
}

export function isWritableNodeStream(value: unknown): value is Writable {
  const stream = value as Maybe;
  if (!stream || !isFunction(stream.write) || !isFunction(stream.on)) return false;
  return !stream._readableState || stream._writableState?.writable !== false;
}

export function isDuplexNodeStream(value: unknown): value is Duplex {
  const stream = value as Maybe;
  return (
    !!stream &&
    isFunction(stream.pipe) &&
    !!stream._readableState &&
    isFunction(stream.on) &&
    isFunction(stream.write)
  );
}

export function isNodeStream(value: unknown): value is Readable | Writable {
  const stream = value as Maybe;
  if (!stream) return false;
  if (stream._readableState || stream._writableState) return true;
  return isFunction(stream.on) && (isFunction(stream.write) || isFunction(stream.pipe));
}

/** The web's. */
export function isReadableStream(value: unknown): value is ReadableStream {
  const stream = value as Maybe;
  return (
    !!stream &&
    !isNodeStream(stream) &&
    isFunction(stream.pipeThrough) &&
    isFunction(stream.getReader) &&
    isFunction(stream.cancel)
  );
}

/** The web's. */
export function isWritableStream(value: unknown): value is WritableStream {
  const stream = value as Maybe;
  return (
    !!stream && !isNodeStream(stream) && isFunction(stream.getWriter) && isFunction(stream.abort)
  );
}

/** The web's: any pair of a readable and a writable. */
export function isTransformStream(value: unknown): value is TransformStream {
  const stream = value as Maybe;
  return (
    !!stream &&
    !isNodeStream(stream) &&
    typeof stream.readable === 'object' &&
    typeof stream.writable === 'object'
  );
}

export function isWebStream(
  value: unknown,
): value is ReadableStream | WritableStream | TransformStream {
  return isReadableStream(value) || isWritableStream(value) || isTransformStream(value);
}

export function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return isFunction((value as Maybe)?.[Symbol.asyncIterator]);
}

export function isIterable(value: unknown): value is Iterable<unknown> | AsyncIterable<unknown> {
  return isAsyncIterable(value) || isFunction((value as Maybe)?.[Symbol.iterator]);
}

/** A request of `node:http` that a client makes, old or of a library. */
export function isRequest<Value>(value: Value): value is Value & { abort(): void } {
  const stream = value as Maybe;
  return !!stream?.setHeader && isFunction(stream.abort);
}

function isOutgoingMessage(stream: NonNullable<Maybe>): boolean {
  const fields = [
    stream._closed,
    stream._defaultKeepAlive,
    stream._removedConnection,
    stream._removedContLen,
  ];
  return fields.every((field) => typeof field === 'boolean');
}

/** @returns whether an outgoing message is closed; undefined for anything else */
export function isClosedMessage(stream: NonNullable<Maybe>): boolean | undefined {
  return isOutgoingMessage(stream) ? stream._closed === true : undefined;
}

export function isServerResponse(stream: NonNullable<Maybe>): boolean {
  return typeof stream._sent100 === 'boolean' && isOutgoingMessage(stream);
}

export function isServerRequest(stream: NonNullable<Maybe>): boolean {
  return (
    typeof stream._consuming === 'boolean' &&
    typeof stream._dumped === 'boolean' &&
    stream.req?.upgradeOrConnect === undefined
  );
}
