import type { EventEmitter } from '../../events/event-emitter.ts';
import { errorOrDestroy } from '../core/destroy.ts';
import { destroyer } from '../core/destroyer.ts';
import type { Readable, StreamOptions } from '../core/types.ts';
import { makeReadable } from './make.ts';

/** A stream of the first kind, that only emits. */
export interface OldReadable extends EventEmitter {
  readonly objectMode?: boolean;
  readonly readableObjectMode?: boolean;
  pause?(): void;
  resume?(): void;
}

/** `readable.wrap(old)`: the new stream gives what the old one emits, and has its methods. */
export function wrap(this: Readable, old: OldReadable): Readable {
  let paused = false;
  old.on('data', (chunk: unknown) => {
    if (this.push(chunk) || !old.pause) return;
    paused = true;
    old.pause();
  });
  old.on('end', () => this.push(null));
  old.on('error', (error: unknown) => errorOrDestroy(this, error));
  old.on('close', () => this.destroy());
  old.on('destroy', () => this.destroy());
  this._read = () => {
    if (!paused || !old.resume) return;
    paused = false;
    old.resume();
  };
  for (const [name, method] of Object.entries(old)) {
    if (Reflect.get(this, name) === undefined && typeof method === 'function')
      Reflect.set(this, name, method.bind(old));
  }
  return this;
}

/** `Readable.wrap(old, options)`. Destroying the new stream destroys the old one. */
export function wrapOld(old: OldReadable, options?: StreamOptions): Readable {
  const stream = makeReadable({
    objectMode: old.readableObjectMode ?? old.objectMode ?? true,
    ...options,
    destroy(error, done) {
      destroyer(old, error);
      done(error);
    },
  });
  return wrap.call(stream, old);
}
