import '../../events/events-module.ts';
import { EventEmitter, type EmitterOptions } from '../../events/event-emitter.ts';
import type { Events } from '../../events/emitter-state.ts';

/** The stream of Node's first years, from which all others descend. */

interface Source extends EventEmitter {
  readonly readable?: boolean;
  pause?(): void;
  resume?(): void;
}

interface Destination extends EventEmitter {
  readonly writable?: boolean;
  readonly _isStdio?: boolean;
  write(chunk: unknown): unknown;
  end(): void;
  destroy?(): void;
}

/** Carries data to `destination`, and pauses while it wants no more. */
function pipe(
  this: Source,
  destination: Destination,
  options?: { readonly end?: boolean },
): Destination {
  const ended = firstOnly();
  const listeners = {
    data: (chunk: unknown): void => {
      if (destination.writable && destination.write(chunk) === false) this.pause?.();
    },
    drain: (): void => {
      if (this.readable) this.resume?.();
    },
    end: () => ended(() => destination.end()),
    close: () => ended(() => destination.destroy?.()),
  };
  function failed(this: EventEmitter, error: unknown): void {
    cleanUp();
    if (this.listenerCount('error') === 0) this.emit('error', error);
  }
  const cleanUp = (): void => {
    for (const name of ['data', 'end', 'close'] as const)
      this.removeListener(name, listeners[name]);
    destination.removeListener('drain', listeners.drain);
    for (const each of [this, destination]) each.removeListener('error', failed as never);
    this.removeListener('end', cleanUp);
    for (const each of [this, destination]) each.removeListener('close', cleanUp);
  };
  this.on('data', listeners.data);
  destination.on('drain', listeners.drain);
  if (!destination._isStdio && options?.end !== false) {
    this.on('end', listeners.end);
    this.on('close', listeners.close);
  }
  for (const each of [this, destination]) prependListener(each, 'error', failed as never);
  this.on('end', cleanUp);
  for (const each of [this, destination]) each.on('close', cleanUp);
  destination.emit('pipe', this);
  return destination;
}

/** Runs the first of several ends. */
function firstOnly(): (end: () => void) => void {
  let over = false;
  return (end) => {
    if (over) return;
    over = true;
    end();
  };
}

/** Adds a listener before all others, also to an emitter of somebody else's making. */
export function prependListener(
  emitter: EventEmitter,
  name: string,
  listener: (...args: unknown[]) => unknown,
): void {
  if (typeof emitter.prependListener === 'function') {
    emitter.prependListener(name, listener);
    return;
  }
  const events = (emitter as { _events?: Events })._events;
  const existing = events?.[name];
  if (events === undefined || existing === undefined) (emitter as EventEmitter).on(name, listener);
  else if (Array.isArray(existing)) existing.unshift(listener);
  else events[name] = [listener, existing] as never;
}

export interface StreamClass {
  new (options?: EmitterOptions): EventEmitter;
  (this: unknown, options?: EmitterOptions): void;
  readonly prototype: EventEmitter;
}

export const Stream = function Stream(this: EventEmitter, options?: EmitterOptions): void {
  EventEmitter.call(this, options);
} as StreamClass;

Object.setPrototypeOf(Stream.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Stream, EventEmitter);
Object.assign(Stream.prototype, {
  pipe,
  /** Events that are there from the start, without listeners, do not count. */
  eventNames(this: EventEmitter): (string | symbol)[] {
    const events = this._events ?? {};
    return Reflect.ownKeys(events).filter((name) => {
      const found: unknown = Reflect.get(events, name);
      return typeof found === 'function' || (Array.isArray(found) && found.length > 0);
    });
  },
});

/**
 * Events that a stream mentions from the start, so that every stream has the same shape. Who prints
 * one sees them.
 */
export function mentionEvents(stream: EventEmitter, names: readonly string[]): void {
  if (stream._events !== undefined) return;
  stream._events = Object.fromEntries(names.map((name) => [name, undefined]));
}
