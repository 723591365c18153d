import { askedHighWaterMark } from '../core/high-water-mark.ts';
import { streamErrors } from '../core/stream-errors.ts';
import { nextTick } from '../core/ticks.ts';
import type { Done, Duplex as DuplexType, StreamOptions } from '../core/types.ts';
import { Duplex } from './duplex.ts';

/** The classes `Transform` and `PassThrough`: what is written comes out again, changed or not. */

type Result = (error?: Error | null, value?: unknown) => void;

/** A chunk that is done, but for whose results there is no room yet. */
const kCallback: unique symbol = Symbol('kCallback');

export interface TransformOptions extends StreamOptions {
  readonly transform?: (this: Transform, chunk: unknown, encoding: string, done: Result) => void;
  readonly flush?: (this: Transform, done: Result) => void;
}

export interface Transform extends DuplexType {
  [kCallback]: Done | null;
  _transform(chunk: unknown, encoding: string, done: Result): void;
  _flush?(done: Result): void;
}

export interface TransformClass {
  new (options?: TransformOptions): Transform;
  (this: unknown, options?: TransformOptions): void;
  readonly prototype: Transform;
}

export const Transform = function Transform(
  this: Transform | undefined,
  options?: TransformOptions,
): Transform | undefined {
  if (!(this instanceof Transform)) return Reflect.construct(Transform, [options]) as Transform;
  Duplex.call(this, options && withRoom(options));
  // It reads as it is written to, so that what it gives is there at once.
  this._readableState.sync = false;
  this[kCallback] = null;
  if (typeof options?.transform === 'function') this._transform = options.transform;
  if (typeof options?.flush === 'function') this._flush = options.flush;
  this.on('prefinish', prefinish as never);
  return undefined;
} as unknown as TransformClass;

/** A readable mark of 0 holds for that side only, or nothing could ever be written. */
function withRoom(options: TransformOptions): TransformOptions {
  const readableHighWaterMark = askedHighWaterMark(options, 'readableHighWaterMark');
  if (readableHighWaterMark !== 0) return options;
  const writableHighWaterMark = options.writableHighWaterMark || 0;
  return { ...options, highWaterMark: null, readableHighWaterMark, writableHighWaterMark };
}

function final(this: Transform, done?: Done): void {
  if (typeof this._flush !== 'function' || this.destroyed) {
    this.push(null);
    done?.();
    return;
  }
  this._flush((error, value) => {
    if (error) {
      if (done) done(error);
      else this.destroy(error);
      return;
    }
    if (value !== null && value !== undefined) this.push(value);
    this.push(null);
    done?.();
  });
}

/** A class with a `_final` of its own is flushed all the same. */
function prefinish(this: Transform): void {
  if (this._final !== final) final.call(this);
}

Object.setPrototypeOf(Transform.prototype, Duplex.prototype);
Object.setPrototypeOf(Transform, Duplex);
Object.assign(Transform.prototype, {
  _final: final,
  _transform(): void {
    throw streamErrors.notImplemented('_transform()');
  },
  _write(this: Transform, chunk: unknown, encoding: string, done: Done): void {
    const state = this._readableState;
    const { length } = state;
    this._transform(chunk, encoding, (error, value) => {
      if (error) {
        done(error);
        return;
      }
      if (value !== null && value !== undefined) this.push(value);
      const room = length === state.length || state.length < state.highWaterMark;
      if (state.ended) nextTick(done);
      else if (this._writableState.ended || room) done();
      else this[kCallback] = done;
    });
  },
  _read(this: Transform): void {
    const done = this[kCallback];
    if (!done) return;
    this[kCallback] = null;
    done();
  },
});

export const PassThrough = function PassThrough(
  this: Transform | undefined,
  options?: TransformOptions,
): Transform | undefined {
  if (!(this instanceof PassThrough)) return Reflect.construct(PassThrough, [options]) as Transform;
  Transform.call(this, options);
  return undefined;
} as unknown as TransformClass;

Object.setPrototypeOf(PassThrough.prototype, Transform.prototype);
Object.setPrototypeOf(PassThrough, Transform);
Object.assign(PassThrough.prototype, {
  _transform(chunk: unknown, _encoding: string, done: Result): void {
    done(null, chunk);
  },
});
