import { captureRejectionSymbol, type EventName } from '../../events/emitter-state.ts';
import { validateObject } from '../../errors/validate.ts';
import { addAbortSignal } from '../core/abort-signal.ts';
import { construct } from '../core/construct.ts';
import { destroy, undestroy } from '../core/destroy.ts';
import { finished } from '../core/finished.ts';
import { has, R } from '../core/flags.ts';
import { mentionEvents, Stream } from '../core/legacy.ts';
import { plainAbort, streamErrors } from '../core/stream-errors.ts';
import type { Done, Readable as ReadableType, StreamOptions } from '../core/types.ts';
import { fromWebReadable, toWebReadable } from '../web/readable-adapters.ts';
import { readableAccessors } from './accessors.ts';
import { flowMethods } from './flow.ts';
import { readableFrom } from './from.ts';
import { iterate, type IteratorOptions } from './iterate.ts';
import { makeReadablesBy } from './make.ts';
import { addOperators } from './operators.ts';
import { pipeMethods } from './pipe.ts';
import { push, unshift } from './push.ts';
import { maybeReadMore, read } from './read.ts';
import { ReadableState } from './readable-state.ts';
import { takeFromBuffer } from './take.ts';
import { wrap, wrapOld } from './wrap.ts';

/** The class `Readable`; a function, since old classes call it without `new`. */

export type Readable = ReadableType;

export interface ReadableClass {
  new (options?: StreamOptions): Readable;
  (this: unknown, options?: StreamOptions): void;
  readonly prototype: Readable;
  readonly ReadableState: typeof ReadableState;
  from(iterable: unknown, options?: StreamOptions): Readable;
  fromWeb: typeof fromWebReadable;
  toWeb: typeof toWebReadable;
  wrap: typeof wrapOld;
}

/** Options that stand for a method of a class. */
export const methodOptions = {
  readable: ['read', 'destroy', 'construct'],
  writable: ['write', 'writev', 'destroy', 'final', 'construct'],
} as const satisfies Readonly<Record<string, readonly (keyof StreamOptions)[]>>;

/** Takes the methods that options name: `read` becomes `_read`. */
export function takeMethods(
  stream: object,
  options: StreamOptions,
  names: readonly (keyof StreamOptions)[],
): void {
  for (const name of names) {
    if (typeof options[name] === 'function') Reflect.set(stream, `_${name}`, options[name]);
  }
}

export const Readable = function Readable(
  this: Readable | undefined,
  options?: StreamOptions,
): Readable | undefined {
  if (!(this instanceof Readable)) return Reflect.construct(Readable, [options]) as Readable;
  mentionEvents(this, ['close', 'error', 'data', 'end', 'readable']);
  this._readableState = new ReadableState(options, this, false);
  if (options) {
    takeMethods(this, options, methodOptions.readable);
    if (options.signal) addAbortSignal(options.signal, this);
  }
  Stream.call(this, options);
  construct(this, () => readableConstructed(this));
  return undefined;
} as unknown as ReadableClass;

/** Somebody may have asked for something before it was constructed. */
export function readableConstructed(stream: Readable): void {
  const state = stream._readableState;
  if (has(state, R.needReadable)) maybeReadMore(stream, state);
}

Object.setPrototypeOf(Readable.prototype, Stream.prototype);
Object.setPrototypeOf(Readable, Stream);

Object.assign(Readable.prototype, {
  destroy,
  _undestroy: undestroy,
  _destroy(error: Error | null, done: Done): void {
    done(error);
  },
  [captureRejectionSymbol](this: Readable, error: unknown, _event: EventName): void {
    this.destroy(error as Error);
  },
  async [Symbol.asyncDispose](this: Readable): Promise<void> {
    let error: Error | null | undefined;
    if (!this.destroyed) {
      error = this.readableEnded ? null : plainAbort();
      this.destroy(error);
    }
    await new Promise<void>((resolve, reject) =>
      finished(this, (failure?: Error) => {
        if (failure && failure !== error) reject(failure);
        else resolve();
      }),
    );
  },
  push,
  unshift,
  ...flowMethods,
  ...pipeMethods,
  read,
  _read(): void {
    throw streamErrors.notImplemented('_read()');
  },
  wrap,
  [Symbol.asyncIterator](this: Readable) {
    return iterate(this);
  },
  iterator(this: Readable, options?: IteratorOptions) {
    if (options !== undefined) validateObject(options, 'options');
    return iterate(this, options);
  },
});
Object.defineProperties(Readable.prototype, readableAccessors);
addOperators(Readable.prototype);
makeReadablesBy((options) => new Readable(options));

Object.assign(Readable, {
  ReadableState,
  _fromList: takeFromBuffer,
  from: (iterable: unknown, options?: StreamOptions) => readableFrom(Readable, iterable, options),
  fromWeb: fromWebReadable,
  toWeb: toWebReadable,
  wrap: wrapOld,
});
