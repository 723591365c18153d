import { addAbortListener } from '../../events/any-emitter.ts';
import type { EventEmitter } from '../../events/event-emitter.ts';
import { AbortError } from '../../errors/abort-error.ts';
import {
  errorOf,
  isClosed,
  isReadable,
  isReadableFinished,
  isWritable,
  isWritableFinished,
  willEmitClose,
} from './condition.ts';
import { isReadableNodeStream, isRequest, isWritableNodeStream } from './kind.ts';
import { streamErrors } from './stream-errors.ts';
import { nop, once } from './ticks.ts';
import type { Maybe } from './types.ts';

export interface FinishedOptions {
  readonly readable?: boolean;
  readonly writable?: boolean;
  readonly error?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export type FinishedCallback = (this: unknown, error?: unknown) => void;

type Subject = EventEmitter & NonNullable<Maybe>;

/** How one stream comes to its end, as `finished` watches it. */
export class Ending {
  readonly #stream: Subject;
  readonly #options: FinishedOptions;
  readonly #readable: boolean;
  readonly #writable: boolean;
  #willClose: boolean;
  #writableFinished: boolean | null;
  #readableFinished: boolean | null;

  constructor(stream: EventEmitter & Maybe, options: FinishedOptions) {
    this.#stream = stream;
    this.#options = options;
    const canRead = isReadableNodeStream(stream);
    const canWrite = isWritableNodeStream(stream);
    this.#readable = options.readable ?? canRead;
    this.#writable = options.writable ?? canWrite;
    this.#willClose =
      !!willEmitClose(stream) && canRead === this.#readable && canWrite === this.#writable;
    this.#writableFinished = isWritableFinished(stream, true);
    this.#readableFinished = isReadableFinished(stream, true);
  }

  /** @returns how it ended, an error or null; undefined where it has not */
  known(): unknown {
    const stream = this.#stream;
    const { _writableState: written, _readableState: read } = stream;
    if (isClosed(stream)) return this.#errorAtClose();
    if (written?.errorEmitted || read?.errorEmitted)
      return this.#willClose ? undefined : errorOf(stream);
    const isOver = this.#isWritableOver() || this.#isReadableOver();
    const aborted = !!read && !!stream.req && !!stream.aborted;
    return isOver || aborted ? errorOf(stream) : undefined;
  }

  /** @returns the function that ends the listening */
  listen(callback: FinishedCallback): () => void {
    const stream = this.#stream;
    const { signal } = this.#options;
    let listening: Disposable | undefined;
    let call: FinishedCallback = once<[error?: unknown]>((...args) => {
      listening?.[Symbol.dispose]();
      Reflect.apply(callback, stream, args);
    });
    const tell = (...args: [] | [unknown]): void => Reflect.apply(call, stream, args);
    const take = this.#subscribe(tell);
    const cleanUp = (): void => {
      call = nop;
      take();
    };
    if (signal)
      listening = addAbortListener(signal, () => {
        const last = call;
        cleanUp();
        Reflect.apply(last, stream, [new AbortError(signal.reason)]);
      });
    return cleanUp;
  }

  #isWritableOver(): boolean {
    const stream = this.#stream;
    const pending = stream._writableState?.pendingcb ?? 0;
    return (
      !this.#readable &&
      (!this.#willClose || !!isReadable(stream)) &&
      (!!this.#writableFinished || isWritable(stream) === false) &&
      pending === 0
    );
  }

  #isReadableOver(): boolean {
    const stream = this.#stream;
    return (
      !this.#writable &&
      (!this.#willClose || !!isWritable(stream)) &&
      (!!this.#readableFinished || isReadable(stream) === false)
    );
  }

  /** What is wrong with a stream that closed: its error, or that it closed too early. */
  #errorAtClose(): unknown {
    const stream = this.#stream;
    const errored = errorOf(stream);
    if (errored) return errored;
    const unread =
      this.#readable &&
      !this.#readableFinished &&
      isReadableNodeStream(stream, true) &&
      !isReadableFinished(stream, true);
    const unwritten =
      this.#writable && !this.#writableFinished && !isWritableFinished(stream, true);
    return unread || unwritten ? streamErrors.prematureClose() : null;
  }

  #subscribe(tell: (...args: [] | [unknown]) => void): () => void {
    const stream = this.#stream;
    const all: [emitter: EventEmitter, name: string, listener: (...args: never[]) => void][] = [];
    const on = (name: string, listener: (...args: never[]) => void, emitter = stream): void => {
      all.push([emitter, name, listener]);
      emitter.on(name, listener);
    };
    const onFinish = (): void => this.#onFinish(tell);
    const onClose = (): void => {
      const error = this.#errorAtClose();
      if (error === null) tell();
      else tell(error);
    };
    const onOldFinish = (): void => {
      if (!stream.writable) onFinish();
    };
    const onRequest = (): void => on('finish', onFinish, stream.req as Subject);
    if (isRequest(stream)) {
      on('complete', onFinish);
      if (!this.#willClose) on('abort', onClose);
      if (stream.req) onRequest();
      else on('request', onRequest);
    } else if (this.#writable && !stream._writableState) {
      on('end', onOldFinish);
      on('close', onOldFinish);
    }
    if (!this.#willClose && typeof stream.aborted === 'boolean') on('aborted', onClose);
    on('end', () => this.#onEnd(tell));
    on('finish', onFinish);
    if (this.#options.error !== false) on('error', (error: unknown) => tell(error));
    on('close', onClose);
    return () => {
      for (const [emitter, name, listener] of all) emitter.removeListener(name, listener);
    };
  }

  #onFinish(tell: () => void): void {
    const stream = this.#stream;
    this.#writableFinished = true;
    // A stream that was destroyed may have lost its `close` by now.
    if (stream.destroyed) this.#willClose = false;
    if (this.#willClose && (!stream.readable || this.#readable)) return;
    if (!this.#readable || this.#readableFinished) tell();
  }

  #onEnd(tell: () => void): void {
    const stream = this.#stream;
    this.#readableFinished = true;
    if (stream.destroyed) this.#willClose = false;
    if (this.#willClose && (!stream.writable || this.#writable)) return;
    if (!this.#writable || this.#writableFinished) tell();
  }
}
