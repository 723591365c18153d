import type { EventEmitter } from '../../events/event-emitter.ts';
import type { ReadableState } from '../readable/readable-state.ts';
import type { WritableState } from '../writable/writable-state.ts';

/** What the parts of this folder know of streams, their own and other people's. */

/** Tells that something is done, or why it is not. */
export type Done = (error?: Error | null) => void;

/** An emitter that may be destroyed; `_undestroy` brings it back. */
export interface StreamBase extends EventEmitter {
  _readableState?: ReadableState;
  _writableState?: WritableState;
  destroyed: boolean;
  _construct?(done: Done): void;
  _destroy(error: Error | null, done: Done): void;
  destroy(error?: Error | null, done?: Done): this;
  pipe(destination: unknown, options?: { readonly end?: boolean }): unknown;
}

export interface Readable extends StreamBase {
  _readableState: ReadableState;
  readable: boolean;
  readonly readableEnded: boolean;
  readonly readableObjectMode: boolean;
  readonly readableHighWaterMark: number;
  readonly closed: boolean;
  _read(size: number): void;
  read(size?: number): unknown;
  push(chunk: unknown, encoding?: string): boolean;
  unshift(chunk: unknown, encoding?: string): boolean;
  pause(): this;
  resume(): this;
  unpipe(destination?: unknown): this;
  [Symbol.asyncIterator](): AsyncGenerator<unknown>;
}

/** What a Duplex has beside a Readable. */
export interface WritableSide {
  writable: boolean;
  readonly writableEnded: boolean;
  readonly writableFinished: boolean;
  readonly writableNeedDrain: boolean;
  readonly writableObjectMode: boolean;
  readonly writableHighWaterMark: number;
  _write(chunk: unknown, encoding: string, done: Done): void;
  _writev: ((chunks: readonly WriteRequest[], done: Done) => void) | null | undefined;
  _final?(done: Done): void;
  write(chunk: unknown, encoding?: unknown, done?: unknown): boolean;
  end(chunk?: unknown, encoding?: unknown, done?: unknown): this;
  cork(): void;
  uncork(): void;
}

export interface Writable extends StreamBase, WritableSide {
  _writableState: WritableState;
  readonly closed: boolean;
}

export interface Duplex extends Readable, WritableSide {
  _readableState: ReadableState;
  _writableState: WritableState;
  allowHalfOpen: boolean;
}

/** A chunk that waits to be written. */
export interface WriteRequest {
  readonly chunk: unknown;
  readonly encoding: string;
  readonly callback: Done;
}

/** Options of all constructors; each takes those that concern it. */
export interface StreamOptions {
  readonly highWaterMark?: number | null;
  readonly readableHighWaterMark?: number | null;
  readonly writableHighWaterMark?: number | null;
  readonly objectMode?: boolean;
  readonly readableObjectMode?: boolean;
  readonly writableObjectMode?: boolean;
  readonly encoding?: string | undefined;
  readonly defaultEncoding?: string | null;
  readonly decodeStrings?: boolean;
  readonly emitClose?: boolean;
  readonly autoDestroy?: boolean;
  readonly allowHalfOpen?: boolean;
  readonly readable?: boolean;
  readonly writable?: boolean;
  readonly captureRejections?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly read?: (this: Readable, size: number) => void;
  readonly write?: (this: Writable, chunk: unknown, encoding: string, done: Done) => void;
  readonly writev?: (this: Writable, chunks: readonly WriteRequest[], done: Done) => void;
  readonly final?: (this: Writable, done: Done) => void;
  readonly construct?: (this: StreamBase, done: Done) => void;
  readonly destroy?: (this: StreamBase, error: Error | null, done: Done) => void;
}

/** A stream that somebody else may have made: everything in it may be missing. */
export interface MaybeStream {
  _readableState?: Partial<ReadableState> | null;
  _writableState?: Partial<WritableState> | null;
  readonly readable?: unknown;
  readonly writable?: unknown;
  readonly destroyed?: unknown;
  readonly closed?: unknown;
  readonly aborted?: unknown;
  readonly req?: MaybeStream | null;
  readonly readableEnded?: unknown;
  readonly readableErrored?: unknown;
  readonly readableDidRead?: unknown;
  readonly readableAborted?: unknown;
  readonly writableEnded?: unknown;
  readonly writableFinished?: unknown;
  readonly writableErrored?: unknown;
  readonly upgradeOrConnect?: unknown;
  readonly setHeader?: unknown;
  readonly abort?: unknown;
  readonly on?: unknown;
  readonly pipe?: unknown;
  readonly pause?: unknown;
  readonly resume?: unknown;
  readonly write?: unknown;
  readonly destroy?: unknown;
  readonly close?: unknown;
  readonly pipeThrough?: unknown;
  readonly getReader?: unknown;
  readonly getWriter?: unknown;
  readonly cancel?: unknown;
  readonly _closed?: unknown;
  readonly _defaultKeepAlive?: unknown;
  readonly _removedConnection?: unknown;
  readonly _removedContLen?: unknown;
  readonly _sent100?: unknown;
  readonly _consuming?: unknown;
  readonly _dumped?: unknown;
  readonly [Symbol.asyncIterator]?: unknown;
  readonly [Symbol.iterator]?: unknown;
}

export type Maybe = MaybeStream | null | undefined;
