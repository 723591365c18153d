import { captureRejectionSymbol, type EventName } from '../../events/emitter-state.ts';
import { addAbortSignal } from '../core/abort-signal.ts';
import { construct } from '../core/construct.ts';
import { destroy, errorOrDestroy, undestroy } from '../core/destroy.ts';
import { finished } from '../core/finished.ts';
import { has, W } from '../core/flags.ts';
import { mentionEvents, Stream } from '../core/legacy.ts';
import { plainAbort, streamErrors } from '../core/stream-errors.ts';
import { nextTick } from '../core/ticks.ts';
import type { Done, StreamOptions, Writable as WritableType } from '../core/types.ts';
import { methodOptions, takeMethods } from '../readable/readable.ts';
import { fromWebWritable, toWebWritable } from '../web/writable-adapters.ts';
import { writableAccessors } from './accessors.ts';
import { giveUp, writeBuffered } from './buffered.ts';
import { end, finishMaybe } from './finish.ts';
import { WritableState } from './writable-state.ts';
import { writeMethods } from './write.ts';

/** The class `Writable`; a function, since old classes call it without `new`. */

export type Writable = WritableType;

export interface WritableClass {
  new (options?: StreamOptions): Writable;
  (this: unknown, options?: StreamOptions): void;
  readonly prototype: Writable;
  readonly WritableState: typeof WritableState;
  fromWeb: typeof fromWebWritable;
  toWeb: typeof toWebWritable;
}

export const Writable = function Writable(
  this: Writable | undefined,
  options?: StreamOptions,
): Writable | undefined {
  if (!(this instanceof Writable)) return Reflect.construct(Writable, [options]) as Writable;
  mentionEvents(this, ['close', 'error', 'prefinish', 'finish', 'drain']);
  this._writableState = new WritableState(options, this, false);
  if (options) {
    takeMethods(this, options, methodOptions.writable);
    if (options.signal) addAbortSignal(options.signal, this);
  }
  Stream.call(this, options);
  construct(this, () => writableConstructed(this));
  return undefined;
} as unknown as WritableClass;

/** Somebody may have written, or ended it, before it was constructed. */
export function writableConstructed(stream: Writable): void {
  const state = stream._writableState;
  if (!has(state, W.writing)) writeBuffered(stream, state);
  if (has(state, W.ending)) finishMaybe(stream, state);
}

Object.setPrototypeOf(Writable.prototype, Stream.prototype);
Object.setPrototypeOf(Writable, Stream);
const isInstance = Function.prototype[Symbol.hasInstance];
const ownInstance = {
  /** A Duplex inherits from Readable, and is a Writable all the same. */
  [Symbol.hasInstance](this: unknown, instance: unknown): boolean {
    if (Reflect.apply(isInstance, this, [instance])) return true;
    if (this !== Writable) return false;
    const state = (instance as Partial<Writable> | null | undefined)?._writableState;
    return state instanceof WritableState;
  },
};
Object.defineProperty(Writable, Symbol.hasInstance, { value: ownInstance[Symbol.hasInstance] });

Object.assign(Writable.prototype, {
  pipe(this: Writable): void {
    errorOrDestroy(this, streamErrors.cannotPipe());
  },
  ...writeMethods,
  _write(this: Writable, chunk: unknown, encoding: string, done: Done): void {
    if (!this._writev) throw streamErrors.notImplemented('_write()');
    this._writev([{ chunk, encoding } as never], done);
  },
  _writev: null,
  end,
  destroy(this: Writable, error?: Error | null, done?: Done): Writable {
    const state = this._writableState;
    if (has(state, W.buffered | W.onFinished) && !has(state, W.destroyed)) nextTick(giveUp, state);
    return destroy.call(this, error, done) as Writable;
  },
  _undestroy: undestroy,
  _destroy(error: Error | null, done: Done): void {
    done(error);
  },
  [captureRejectionSymbol](this: Writable, error: unknown, _event: EventName): void {
    this.destroy(error as Error);
  },
  async [Symbol.asyncDispose](this: Writable): Promise<void> {
    if (!this.destroyed) this.destroy(this.writableFinished ? null : plainAbort());
    await new Promise<void>((resolve, reject) =>
      finished(this, (failure?: Error) => {
        if (failure && failure.name !== 'AbortError') reject(failure);
        else resolve();
      }),
    );
  },
});
Object.defineProperties(Writable.prototype, writableAccessors);
Object.assign(Writable, { WritableState, fromWeb: fromWebWritable, toWeb: toWebWritable });
