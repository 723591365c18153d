import { Buffer } from 'node:buffer';
import {
  finished,
  Readable,
  Writable,
  type ReadableOptions,
  type WritableOptions,
} from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  invalidArgType,
  outOfRange,
  validateBoolean,
  validateFunction,
  validateInteger,
} from 'node:internal/errors';
import { readFd, readOptions, readPath, type Options } from './arguments.ts';

/** `fs.ReadStream` and `fs.WriteStream`. */

type Done = (error?: Error | null) => void;
type Moved = (error: Error | null, count: number, buffer: Uint8Array) => void;

/** The functions that a stream moves its bytes with; programs may hand in their own. */
interface FileFunctions {
  open?(
    path: string,
    flags: unknown,
    mode: unknown,
    done: (error: Error | null, fd: number) => void,
  ): void;
  close?(fd: number, done: Done): void;
  read?(...args: [number, Uint8Array, number, number, number | undefined, Moved]): void;
  write?(...args: [number, Uint8Array, number, number, number | undefined, Moved]): void;
  writev?(...args: [number, readonly Uint8Array[], number | undefined, Moved]): void;
  fsync?(fd: number, done: Done): void;
}

/** Filled by `fs-module.ts`: streams are made of its callbacks. */
export const fileFunctions: { own: FileFunctions } = { own: {} };

const kFs: unique symbol = Symbol('kFs');
const kIsPerformingIO: unique symbol = Symbol('kIsPerformingIO');
const kIoDone = Symbol('kIoDone');

interface OpenHandle {
  readonly fd: number;
  on(name: 'close', listener: () => void): unknown;
  ref(): void;
  unref(): void;
  close(): Promise<void>;
  sync(): Promise<unknown>;
  read(...args: unknown[]): Promise<object>;
  write(...args: unknown[]): Promise<object>;
}

function isHandle(value: unknown): value is OpenHandle {
  const handle = value as Partial<OpenHandle> | null | undefined;
  return typeof handle === 'object' && typeof handle?.sync === 'function';
}

/** The functions of an open handle, with callbacks. */
function functionsOf(handle: OpenHandle): FileFunctions {
  const told = (promise: Promise<unknown>, done: Done): void =>
    void promise.then(() => done(), done);
  const moved = (promise: Promise<object>, buffer: Uint8Array, done: Moved): void =>
    void promise.then(
      (result) => done(null, Number(Object.values(result)[0]), buffer),
      (error: Error) => done(error, 0, buffer),
    );
  return {
    close(_fd, done) {
      handle.unref();
      told(handle.close(), done);
    },
    fsync: (_fd, done) => told(handle.sync(), done),
    read: (_fd, buffer, offset, length, at, done) =>
      moved(handle.read(buffer, offset, length, at), buffer, done),
    write: (_fd, buffer, offset, length, at, done) =>
      moved(handle.write(buffer, offset, length, at), buffer, done),
  };
}

interface FileStream {
  fd: number | null;
  path?: string | Buffer;
  flags?: unknown;
  mode?: unknown;
  flush?: boolean;
  readonly destroyed: boolean;
  [kFs]: FileFunctions;
  [kIsPerformingIO]: boolean;
  emit(name: string | symbol, ...args: unknown[]): boolean;
  once(name: string | symbol, listener: (...args: never[]) => void): unknown;
  close(done?: Done): void;
}

/** Takes the file from the options: a descriptor, a handle, or a path to be opened. */
function takeFile(stream: FileStream, path: unknown, options: Options, flags: string): void {
  const fd = options['fd'] ?? undefined;
  stream.fd = null;
  if (fd === undefined) {
    stream[kFs] = (options['fs'] as FileFunctions | undefined) ?? fileFunctions.own;
    validateFunction(stream[kFs].open, 'options.fs.open');
    stream.path = (path instanceof URL ? fileURLToPath(path) : path) as string;
    stream.flags = options['flags'] ?? flags;
    stream.mode = options['mode'] ?? 0o666;
    readPath(stream.path);
  } else if (isHandle(fd)) {
    stream[kFs] = functionsOf(fd);
    fd.ref();
    fd.on('close', () => stream.close());
    stream.fd = readFd(fd.fd);
  } else {
    if (typeof fd !== 'number') throw invalidArgType('options.fd', ['number', 'FileHandle'], fd);
    stream[kFs] = (options['fs'] as FileFunctions | undefined) ?? fileFunctions.own;
    stream.fd = readFd(fd);
  }
}

function openFile(stream: FileStream, done: Done): void {
  if (typeof stream.fd === 'number') {
    done();
    return;
  }
  stream[kFs].open?.(stream.path as string, stream.flags, stream.mode, (error, fd) => {
    if (error) {
      done(error);
      return;
    }
    stream.fd = fd;
    done();
    stream.emit('open', fd);
    stream.emit('ready');
  });
}

/** Closes the file once no read or write is under way. */
function closeFile(stream: FileStream, error: Error | null, done: Done): void {
  if (stream[kIsPerformingIO]) {
    stream.once(kIoDone, (failure?: Error) => closeNow(stream, error ?? failure ?? null, done));
  } else closeNow(stream, error, done);
}

function closeNow(stream: FileStream, error: Error | null, done: Done): void {
  const { fd } = stream;
  if (!fd) {
    done(error);
    return;
  }
  const close = (failure: Error | null): void => {
    stream[kFs].close?.(fd, (late) => done(late ?? failure));
    stream.fd = null;
  };
  if (stream.flush) stream[kFs].fsync?.(fd, (failure) => close(error ?? failure ?? null));
  else close(error);
}

function readStart(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  validateInteger(value, 'start', 0);
  return value;
}

function readEnd(value: unknown, start: number | undefined): number {
  if (value === undefined || value === Infinity) return Infinity;
  validateInteger(value, 'end', 0);
  if (start !== undefined && start > value)
    throw outOfRange('start', `<= "end" (here: ${value})`, start);
  return value;
}

export interface ReadStream extends Readable, FileStream {
  fd: number | null;
  readonly destroyed: boolean;
  start: number | undefined;
  end: number;
  pos: number | undefined;
  bytesRead: number;
  autoClose: boolean;
  emit(name: string | symbol, ...args: unknown[]): boolean;
  once(name: string | symbol, listener: (...args: never[]) => void): this;
}

type StreamClass<Made> = {
  new (path: unknown, options?: unknown): Made;
  readonly prototype: Made;
};

export const ReadStream = function ReadStream(
  this: ReadStream | undefined,
  path: unknown,
  given?: unknown,
): ReadStream | undefined {
  if (!(this instanceof ReadStream))
    return Reflect.construct(ReadStream, [path, given]) as ReadStream;
  const options = { highWaterMark: 64 * 1024, ...readOptions<Options>(given) };
  takeFile(this, path, options, 'r');
  validateFunction(this[kFs].read, 'options.fs.read');
  const autoDestroy = (options as Options)['autoClose'] ?? true;
  if (autoDestroy) validateFunction(this[kFs].close, 'options.fs.close');
  this.start = (options as Options)['start'] as number | undefined;
  this.end = (options as Options)['end'] as number;
  this.pos = undefined;
  this.bytesRead = 0;
  const io = this[kFs];
  Reflect.deleteProperty(this, kFs);
  Object.assign(this, { [kFs]: io, [kIsPerformingIO]: false });
  this.pos = readStart(this.start);
  this.end = readEnd(this.end, this.start);
  Readable.call(this, { ...options, autoDestroy } as ReadableOptions);
  return undefined;
} as unknown as StreamClass<ReadStream>;

Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

/** Whether the file is not open yet. */
const pending: PropertyDescriptor & ThisType<FileStream> = {
  get() {
    return this.fd === null;
  },
  configurable: true,
};

function autoCloseOf(side: '_readableState' | '_writableState'): PropertyDescriptor {
  type Owner = Record<typeof side, { autoDestroy: boolean }>;
  return {
    get(this: Owner) {
      return this[side].autoDestroy;
    },
    set(this: Owner, value: boolean) {
      this[side].autoDestroy = value;
    },
  };
}

Object.defineProperties(ReadStream.prototype, {
  autoClose: autoCloseOf('_readableState'),
  pending,
});

Object.assign(ReadStream.prototype, {
  _construct(this: ReadStream, done: Done): void {
    openFile(this, done);
  },
  _read(this: ReadStream, size: number): void {
    const taken = this.pos ?? this.bytesRead;
    const count = Math.min(this.end - taken + 1, size);
    if (count <= 0) {
      this.push(null);
      return;
    }
    const buffer = Buffer.allocUnsafeSlow(count);
    this[kIsPerformingIO] = true;
    this[kFs].read?.(this.fd ?? -1, buffer, 0, count, this.pos, (error, bytesRead) => {
      this[kIsPerformingIO] = false;
      if (this.destroyed) {
        this.emit(kIoDone, error);
      } else if (error) this.destroy(error);
      else if (bytesRead > 0) {
        if (this.pos !== undefined) this.pos += bytesRead;
        this.bytesRead += bytesRead;
        this.push(
          bytesRead === buffer.length ? buffer : Buffer.from(buffer.subarray(0, bytesRead)),
        );
      } else this.push(null);
    });
  },
  _destroy(this: ReadStream, error: Error | null, done: Done): void {
    closeFile(this, error, done);
  },
  close(this: ReadStream, done?: Done): void {
    if (typeof done === 'function') finished(this, done);
    this.destroy();
  },
});

export interface WriteStream extends Writable, FileStream {
  fd: number | null;
  readonly destroyed: boolean;
  flush: boolean;
  start: number | undefined;
  pos: number | undefined;
  bytesWritten: number;
  autoClose: boolean;
  emit(name: string | symbol, ...args: unknown[]): boolean;
  once(name: string | symbol, listener: (...args: never[]) => void): this;
}

export const WriteStream = function WriteStream(
  this: WriteStream | undefined,
  path: unknown,
  given?: unknown,
): WriteStream | undefined {
  if (!(this instanceof WriteStream))
    return Reflect.construct(WriteStream, [path, given]) as WriteStream;
  const options: Options = { ...readOptions<Options>(given), decodeStrings: true };
  takeFile(this, path, options, 'w');
  const io = this[kFs];
  const autoDestroy = options['autoClose'] ?? true;
  if (!io.write && !io.writev) throw invalidArgType('options.fs.write', 'function', io.write);
  for (const name of ['write', 'writev'] as const)
    if (io[name]) validateFunction(io[name], `options.fs.${name}`);
  if (autoDestroy) validateFunction(io.close, 'options.fs.close');
  const flush = options['flush'] ?? false;
  validateBoolean(flush, 'options.flush');
  if (flush) validateFunction(io.fsync, 'options.fs.fsync');
  this.flush = flush;
  if (!io.write) Reflect.set(this, '_write', null);
  if (!io.writev) Reflect.set(this, '_writev', null);
  this.start = options['start'] as number | undefined;
  this.pos = undefined;
  this.bytesWritten = 0;
  Reflect.deleteProperty(this, kFs);
  Object.assign(this, { [kFs]: io, [kIsPerformingIO]: false });
  this.pos = readStart(this.start);
  Writable.call(this, { ...options, autoDestroy } as WritableOptions);
  if (options['encoding']) this.setDefaultEncoding(options['encoding'] as BufferEncoding);
  return undefined;
} as unknown as StreamClass<WriteStream>;

Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);
Object.defineProperties(WriteStream.prototype, {
  autoClose: autoCloseOf('_writableState'),
  pending,
});

/** After bytes went, or failed. */
function afterWrite(stream: WriteStream, done: Done, error: Error | null, count: number): void {
  stream[kIsPerformingIO] = false;
  if (!error) stream.bytesWritten += count;
  done(error);
  if (stream.destroyed) stream.emit(kIoDone, error);
}

Object.assign(WriteStream.prototype, {
  _construct(this: WriteStream, done: Done): void {
    openFile(this, done);
  },
  _write(this: WriteStream, data: Uint8Array, _encoding: string, done: Done): void {
    this[kIsPerformingIO] = true;
    const { pos } = this;
    if (pos !== undefined) this.pos = pos + data.length;
    this[kFs].write?.(this.fd ?? -1, data, 0, data.length, pos, (error, count) =>
      afterWrite(this, done, error, count),
    );
  },
  _writev(
    this: WriteStream,
    requests: readonly { readonly chunk: Uint8Array }[],
    done: Done,
  ): void {
    const chunks = requests.map(({ chunk }) => chunk);
    const size = chunks.reduce((sum, { length }) => sum + length, 0);
    this[kIsPerformingIO] = true;
    const { pos } = this;
    if (pos !== undefined) this.pos = pos + size;
    this[kFs].writev?.(this.fd ?? -1, chunks, pos, (error, count) =>
      afterWrite(this, done, error, count),
    );
  },
  _destroy(this: WriteStream, error: Error | null, done: Done): void {
    closeFile(this, error, done);
  },
  close(this: WriteStream, done?: Done): void {
    if (done && this.closed) {
      process.nextTick(done);
      return;
    }
    if (done) this.on('close', done);
    if (!this.autoClose) this.on('finish', () => this.destroy());
    this.end();
  },
});
Object.assign(WriteStream.prototype, { destroySoon: WriteStream.prototype.end });
