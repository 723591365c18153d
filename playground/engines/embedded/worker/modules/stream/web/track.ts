/**
 * What a browser does not tell of its streams, and Node knows of its own: whether one is closed,
 * failed or was read from. Constructors and methods are wrapped, so that streams that a program
 * makes are known from the start; others, such as the body of a Response, once they are used.
 */

export interface Track {
  state: 'open' | 'closed' | 'errored';
  error: unknown;
  disturbed: boolean;
  readonly closed: PromiseWithResolvers<undefined>;
  /** Fails the stream from within, as its source could. */
  fail: (error: unknown) => void;
  /** Whether it is a stream of bytes that fills its reader's memory. */
  takesBytes: boolean;
  /** How much its queue takes; undefined where the program did not make it. */
  highWaterMark: number | undefined;
}

const tracks = new WeakMap<object, Track>();
const byController = new WeakMap<object, Track>();
const released = new WeakSet<object>();

export function trackOf(stream: object): Track {
  const known = tracks.get(stream);
  if (known) return known;
  const closed = Promise.withResolvers<undefined>();
  closed.promise.catch(() => undefined);
  const track: Track = {
    ...{ state: 'open', error: undefined, disturbed: false, closed },
    ...{ fail: () => undefined, takesBytes: false, highWaterMark: undefined },
  };
  tracks.set(stream, track);
  return track;
}

function close(track: Track): void {
  if (track.state !== 'open') return;
  track.state = 'closed';
  track.closed.resolve(undefined);
}

function fail(track: Track, error: unknown): void {
  if (track.state !== 'open') return;
  track.state = 'errored';
  track.error = error;
  track.closed.reject(error);
}

type Method = (this: object, ...args: unknown[]) => unknown;

/** Puts a method in the place of one that it calls. */
function wrapMethod(owner: object, name: PropertyKey, wrap: (original: Method) => Method): void {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  if (typeof descriptor?.value !== 'function') return;
  const original = descriptor.value as Method;
  const value = wrap(original);
  for (const key of ['name', 'length'] as const)
    Object.defineProperty(value, key, { value: original[key], configurable: true });
  Object.defineProperty(owner, name, { ...descriptor, value });
}

interface Controller {
  readonly desiredSize?: number | null;
  error(reason?: unknown): void;
}

type Source = Record<string, unknown> & { start?: (controller: Controller) => unknown };

/** The same source, but its controller is noted when it starts. */
function noting(source: unknown, note: (controller: Controller) => void): object {
  const given = (source ?? {}) as Source;
  const { start } = given;
  if (typeof source !== 'object' && source !== undefined && source !== null) return given;
  if (start !== undefined && typeof start !== 'function') return given;
  const noted = (controller: Controller): unknown => {
    note(controller);
    return start && Reflect.apply(start, given, [controller]);
  };
  return new Proxy(given, {
    get(target, key) {
      if (key === 'start') return noted;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** A strategy of high water mark `fallback`, unless it says otherwise. */
function markOf(strategy: unknown, fallback: number): number {
  const mark = (strategy as { readonly highWaterMark?: unknown } | undefined)?.highWaterMark;
  return mark === undefined ? fallback : Number(mark);
}

function trackConstructor(name: 'ReadableStream' | 'WritableStream'): void {
  const Native = globalThis[name] as unknown as new (...args: unknown[]) => object;
  const Tracked = new Proxy(Native, {
    construct(target, [source, strategy]: unknown[], newTarget) {
      let controller: Controller | undefined;
      const noted = noting(source, (one) => (controller = one));
      const stream = Reflect.construct(target, [noted, strategy ?? {}], newTarget) as object;
      const track = trackOf(stream);
      const isBytes = (source as Source | undefined)?.['type'] === 'bytes';
      track.takesBytes = isBytes;
      track.highWaterMark = markOf(strategy, isBytes ? 0 : 1);
      if (controller) {
        const known = controller;
        byController.set(known, track);
        track.fail = (error) => known.error(error);
      }
      return stream;
    },
  });
  Object.defineProperty(Native.prototype, 'constructor', { value: Tracked });
  Object.defineProperty(globalThis, name, { value: Tracked });
}

/** A reader or a writer knows when its stream ends, until it lets go. */
function trackLock(prototype: object, name: string): void {
  wrapMethod(prototype, name, (original) => {
    return function (...args) {
      const lock = Reflect.apply(original, this, args) as { readonly closed: Promise<unknown> };
      const track = trackOf(this);
      lock.closed.then(
        () => close(track),
        (error: unknown) => {
          if (!released.has(lock)) fail(track, error);
        },
      );
      return lock;
    };
  });
}

function trackReaders(): void {
  for (const prototype of [
    ReadableStreamDefaultReader.prototype,
    ReadableStreamBYOBReader.prototype,
  ]) {
    wrapMethod(prototype, 'releaseLock', (original) => {
      return function () {
        released.add(this);
        return Reflect.apply(original, this, []);
      };
    });
  }
  wrapMethod(WritableStreamDefaultWriter.prototype, 'releaseLock', (original) => {
    return function () {
      released.add(this);
      return Reflect.apply(original, this, []);
    };
  });
}

/** Methods that read from a stream, or give it up. */
const disturbing = ['getReader', 'pipeTo', 'pipeThrough', 'tee', 'cancel', 'values'];

function trackReading(prototype: object): void {
  for (const name of disturbing) {
    wrapMethod(prototype, name, (original) => {
      return function (...args) {
        const result = Reflect.apply(original, this, args);
        trackOf(this).disturbed ||= name !== 'getReader';
        if (name === 'cancel') close(trackOf(this));
        if (name === 'pipeTo')
          void (result as Promise<unknown>).then(
            () => close(trackOf(this)),
            () => undefined,
          );
        return result;
      };
    });
  }
}

function trackControllers(): void {
  const readables = [
    ReadableStreamDefaultController.prototype,
    ReadableByteStreamController.prototype,
  ];
  for (const prototype of [...readables, WritableStreamDefaultController.prototype]) {
    wrapMethod(prototype, 'error', (original) => {
      return function (...args) {
        const track = byController.get(this);
        const result = Reflect.apply(original, this, args);
        if (track) fail(track, args[0]);
        return result;
      };
    });
  }
  for (const prototype of readables) {
    wrapMethod(prototype, 'close', (original) => {
      return function () {
        const track = byController.get(this);
        const isEmpty = (this as Controller).desiredSize === track?.highWaterMark;
        const result = Reflect.apply(original, this, []);
        if (track && isEmpty) close(track);
        return result;
      };
    });
  }
}

/** From now on streams are known. */
export function trackWebStreams(): void {
  trackReading(ReadableStream.prototype);
  trackLock(ReadableStream.prototype, 'getReader');
  trackLock(WritableStream.prototype, 'getWriter');
  trackReaders();
  trackControllers();
  trackConstructor('ReadableStream');
  trackConstructor('WritableStream');
}
