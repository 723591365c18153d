import { addAbortListener } from '../../events/any-emitter.ts';
import type { EventEmitter } from '../../events/event-emitter.ts';
import { AbortError } from '../../errors/abort-error.ts';
import { invalidArgType } from '../../errors/argument-errors.ts';
import {
  validateBoolean,
  validateFunction,
  validateObject,
  validateSignal,
} from '../../errors/validate.ts';
import { Ending, type FinishedCallback, type FinishedOptions } from './ending.ts';
import { isNodeStream, isReadableStream, isWritableStream } from './kind.ts';
import { context, nextTick, nop, once } from './ticks.ts';
import type { Maybe } from './types.ts';
import { webStreamClosed } from '../web/closed.ts';

export type { FinishedOptions };

/** Asks `finished` to call back at once where it can; for the adapters of web streams. */
export const atOnce = Symbol('kEosNodeSynchronousCallback');

type Options = FinishedOptions & { readonly [atOnce]?: boolean };

/**
 * Calls back when a stream is no longer readable or writable, has failed, or closed too early.
 * @returns a function that takes back all listeners
 */
export function finished(stream: unknown, ...rest: readonly unknown[]): () => void {
  const [first, second] = rest;
  const hasOptions = rest.length !== 1;
  if (hasOptions && first !== undefined && first !== null) validateObject(first, 'options');
  const options = ((hasOptions && first) || {}) as Options;
  const callback = hasOptions ? second : first;
  validateFunction(callback, 'callback');
  validateSignal(options.signal, 'options.signal');
  const bound = callback as unknown as FinishedCallback;
  if (isReadableStream(stream) || isWritableStream(stream))
    return finishedWeb(stream, options, bound);
  if (!isNodeStream(stream))
    throw invalidArgType('stream', ['ReadableStream', 'WritableStream', 'Stream'], stream);
  return finishedNode(stream, options, bound);
}

function finishedNode(
  stream: EventEmitter & Maybe,
  options: Options,
  callback: FinishedCallback,
): () => void {
  const ending = new Ending(stream, options);
  const known = ending.known();
  const hushed = known !== undefined && options.error !== false;
  if (hushed) stream.on('error', nop);
  const result =
    known === undefined && options.signal?.aborted ? new AbortError(options.signal.reason) : known;
  if (result === undefined) return ending.listen(context.binder.bind(callback));
  let call = callback;
  const tell = (): void => Reflect.apply(call, stream, result === null ? [] : [result as Error]);
  if (options[atOnce]) tell();
  else {
    call = context.binder.bind(callback);
    nextTick(tell);
  }
  return () => {
    call = nop;
    if (hushed) stream.removeListener('error', nop);
  };
}

function finishedWeb(
  stream: ReadableStream | WritableStream,
  { signal }: FinishedOptions,
  callback: FinishedCallback,
): () => void {
  let aborted = false;
  let listening: Disposable | undefined;
  const call = once<[error?: unknown]>((...args) => {
    listening?.[Symbol.dispose]();
    Reflect.apply(context.binder.bind(callback), stream, args);
  });
  if (signal) {
    const abort = (): void => {
      aborted = true;
      call(new AbortError(signal.reason));
    };
    if (signal.aborted) nextTick(abort);
    else listening = addAbortListener(signal, abort);
  }
  const settled = (...args: [] | [unknown]): void => {
    if (!aborted) nextTick(() => call(...args));
  };
  webStreamClosed(stream).then(() => settled(), settled);
  return nop;
}

Object.defineProperty(finished, 'length', { value: 3 });

/** @param options `cleanup`: takes back all listeners when it settles */
export function finishedPromise(
  stream: unknown,
  options?: (FinishedOptions & { readonly cleanup?: boolean }) | null,
): Promise<void> {
  if (options?.cleanup) validateBoolean(options.cleanup, 'cleanup');
  return new Promise((resolve, reject) => {
    const cleanUp = finished(stream, options ?? undefined, (error?: unknown) => {
      if (options?.cleanup) cleanUp();
      if (error) reject(error);
      else resolve();
    });
  });
}
