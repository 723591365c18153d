import {
  isClosedMessage,
  isNodeStream,
  isReadableNodeStream,
  isServerResponse,
  isWritableNodeStream,
} from './kind.ts';
import type { Maybe } from './types.ts';

/**
 * In what condition a stream is. `null` where it is no stream of the kind in question. Classes that
 * are no streams answer through these symbols, which are Node's.
 */
export const isDestroyedKey = Symbol.for('nodejs.stream.destroyed');
const isErroredKey = Symbol.for('nodejs.stream.errored');
const isReadableKey = Symbol.for('nodejs.stream.readable');
const isWritableKey = Symbol.for('nodejs.stream.writable');
const isDisturbedKey = Symbol.for('nodejs.stream.disturbed');

function answer(stream: Maybe, key: symbol): unknown {
  return stream ? ((Reflect.get(Object(stream), key) as unknown) ?? undefined) : undefined;
}

function asMaybe(value: unknown): Maybe {
  return value as Maybe;
}

export function isDestroyed(value: unknown): boolean | null {
  if (!isNodeStream(value)) return null;
  const stream = asMaybe(value);
  const state = stream?._writableState || stream?._readableState;
  return !!(stream?.destroyed || answer(stream, isDestroyedKey) || state?.destroyed);
}

function isWritableEnded(stream: Maybe): boolean | null {
  if (!isWritableNodeStream(stream)) return null;
  if (stream.writableEnded === true) return true;
  const state = asMaybe(stream)?._writableState;
  if (state?.errored) return false;
  return typeof state?.ended === 'boolean' ? state.ended : null;
}

/** @param lenient whether an empty stream that was ended counts as finished */
export function isWritableFinished(value: unknown, lenient = false): boolean | null {
  if (!isWritableNodeStream(value)) return null;
  if (value.writableFinished === true) return true;
  const state = asMaybe(value)?._writableState;
  if (state?.errored) return false;
  if (typeof state?.finished !== 'boolean') return null;
  return state.finished || (lenient && state.ended === true && state.length === 0);
}

/** @param lenient whether an empty stream that reached its end counts as finished */
export function isReadableFinished(value: unknown, lenient = false): boolean | null {
  if (!isReadableNodeStream(value)) return null;
  const state = asMaybe(value)?._readableState;
  if (state?.errored) return false;
  if (typeof state?.endEmitted !== 'boolean') return null;
  return state.endEmitted || (lenient && state.ended === true && state.length === 0);
}

export function isReadable(value: unknown): boolean | null {
  const stream = asMaybe(value);
  const known = answer(stream, isReadableKey);
  if (known !== undefined) return known as boolean;
  if (typeof stream?.readable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isReadableNodeStream(stream) && stream.readable && !isReadableFinished(stream);
}

export function isWritable(value: unknown): boolean | null {
  const stream = asMaybe(value);
  const known = answer(stream, isWritableKey);
  if (known !== undefined) return known as boolean;
  if (typeof stream?.writable !== 'boolean') return null;
  if (isDestroyed(stream)) return false;
  return isWritableNodeStream(stream) && stream.writable && !isWritableEnded(stream);
}

export { isWritableEnded };

/** Whether neither side is open. */
export function isFinished(value: unknown): boolean | null {
  if (!isNodeStream(value)) return null;
  return isDestroyed(value) || !(isReadable(value) || isWritable(value));
}

/** @returns the error of the writable side, or of the readable one */
export function errorOf(value: unknown): unknown {
  const stream = asMaybe(value);
  if (!isNodeStream(value)) return null;
  const written = stream?.writableErrored || (stream?._writableState?.errored ?? null);
  const errored = written || stream?.readableErrored || (stream?._readableState?.errored ?? null);
  return (typeof errored !== 'boolean' && errored) || null;
}

export function isClosed(value: unknown): boolean | null {
  const stream = asMaybe(value);
  if (!isNodeStream(value) || !stream) return null;
  if (typeof stream.closed === 'boolean') return stream.closed;
  const states = [stream._writableState, stream._readableState];
  if (states.some((state) => typeof state?.closed === 'boolean'))
    return states.some((state) => state?.closed);
  return isClosedMessage(stream) ?? null;
}

/** Whether `close` is still to come. */
export function willEmitClose(value: unknown): boolean | null {
  const stream = asMaybe(value);
  if (!isNodeStream(value) || !stream) return null;
  const state = stream._writableState || stream._readableState;
  if (!state) return isServerResponse(stream);
  return !!(state.autoDestroy && state.emitClose && state.closed === false);
}

/** Whether somebody has read from it, or it was cut off. */
export function isDisturbed(value: unknown): boolean {
  const stream = asMaybe(value);
  return !!(answer(stream, isDisturbedKey) ?? (stream?.readableDidRead || stream?.readableAborted));
}

export function isErrored(value: unknown): boolean {
  const stream = asMaybe(value);
  return !!(
    answer(stream, isErroredKey) ??
    stream?.readableErrored ??
    stream?.writableErrored ??
    stream?._readableState?.errorEmitted ??
    stream?._writableState?.errorEmitted ??
    stream?._readableState?.errored ??
    stream?._writableState?.errored
  );
}
