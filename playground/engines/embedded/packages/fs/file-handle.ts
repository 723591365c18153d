import { EventEmitter } from 'node:events';
import type { Interface } from 'node:readline';
import { readline } from 'node:internal/readline';
import { invalidArgType, nodeError, validateBoolean, validateObject } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { Buffer } from 'node:buffer';
import type { Options } from './arguments.ts';
import { runLater, type Operation } from './forms/forms.ts';
import { aboutOperations } from './operations/about.ts';
import { descriptorOperations } from './operations/descriptors.ts';
import { fileOperations } from './operations/files.ts';
import { ReadStream, WriteStream } from './streams.ts';

/** `FileHandle` of `node:fs/promises`: an open file whose methods give promises. */

const kHandle: unique symbol = Symbol('kHandle');
const kFd: unique symbol = Symbol('kFd');
const kRefs: unique symbol = Symbol('kRefs');
const kClosePromise: unique symbol = Symbol('kClosePromise');
const kLocked: unique symbol = Symbol('kLocked');

/** What Node prints of the system's own handle. */
function systemHandle(): object {
  return Object.create({ constructor: function FileHandle() {} }) as object;
}

function stateError(words: string): Error {
  return nodeError(Error, 'ERR_INVALID_STATE', `Invalid state: ${words}`, stateError);
}

export class FileHandle extends EventEmitter {
  readonly [kHandle] = systemHandle();
  [kFd]: number;
  [kRefs] = 1;
  [kClosePromise]: Promise<void> | undefined | null = null;
  [kLocked]?: boolean;
  /** Called when the last work on a file that is being closed is done. */
  #closing: (() => void) | undefined;

  constructor(fd: number) {
    super();
    this[kFd] = fd;
  }

  get fd(): number {
    return this[kFd];
  }

  getAsyncId(): number {
    return machine.asyncIds.execution.asyncId;
  }

  appendFile(data: unknown, options?: unknown) {
    return this.#run('writeFile', fileOperations.appendFile, data, options);
  }

  chmod(mode: unknown) {
    return this.#run('fchmod', aboutOperations.fchmod, mode);
  }

  chown(uid: unknown, gid: unknown) {
    return this.#run('fchown', aboutOperations.fchown, uid, gid);
  }

  datasync() {
    return this.#run('fdatasync', descriptorOperations.fdatasync);
  }

  sync() {
    return this.#run('fsync', descriptorOperations.fsync);
  }

  /** @param first the buffer, or options; without either, a new buffer */
  async read(first?: unknown, ...rest: unknown[]): Promise<object> {
    const isView = ArrayBuffer.isView(first);
    const options = (isView ? undefined : (first ?? {})) as Options | undefined;
    const buffer = isView ? first : (options?.['buffer'] ?? Buffer.alloc(16384));
    const span = options ? [options] : rest;
    const bytesRead = await this.#run('read', descriptorOperations.read, buffer, ...span);
    return named({ bytesRead, buffer });
  }

  async readv(buffers: unknown, position?: unknown): Promise<object> {
    const bytesRead = await this.#run('readv', descriptorOperations.readv, buffers, position);
    return named({ bytesRead, buffers });
  }

  readFile(options?: unknown) {
    return this.#run('readFile', fileOperations.readFile, options);
  }

  readLines(options?: Options): Interface {
    return readline.createInterface({ input: this.createReadStream(options), crlfDelay: Infinity });
  }

  stat(options?: unknown) {
    return this.#run('fstat', aboutOperations.fstat, options);
  }

  truncate(length: unknown = 0) {
    return this.#run('ftruncate', descriptorOperations.ftruncate, length);
  }

  utimes(atime: unknown, mtime: unknown) {
    return this.#run('futimes', aboutOperations.futimes, atime, mtime);
  }

  async write(buffer: unknown, ...rest: unknown[]): Promise<object> {
    const bytesWritten = await this.#run('write', descriptorOperations.write, buffer, ...rest);
    return named({ bytesWritten, buffer });
  }

  async writev(buffers: unknown, position?: unknown): Promise<object> {
    const bytesWritten = await this.#run('writev', descriptorOperations.writev, buffers, position);
    return named({ bytesWritten, buffers });
  }

  writeFile(data: unknown, options?: unknown) {
    return writeAny(this, data, options, (all, given) =>
      this.#run('writeFile', fileOperations.writeFile, all, given),
    );
  }

  // An own function of each handle, as Node has it: it may be handed on by itself.
  close = (): Promise<void> => {
    if (this[kFd] === -1) return Promise.resolve();
    if (this[kClosePromise]) return this[kClosePromise];
    this[kRefs] -= 1;
    const closed = this[kRefs] === 0 ? this.#closeNow() : this.#closeLater();
    this[kClosePromise] = closed.finally(() => (this[kClosePromise] = undefined));
    this.emit('close');
    return this[kClosePromise];
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  createReadStream(options?: Options): ReadStream {
    return new ReadStream(undefined, { ...options, fd: this });
  }

  createWriteStream(options?: Options): WriteStream {
    return new WriteStream(undefined, { ...options, fd: this });
  }

  readableWebStream(options: Options = {}): ReadableStream<Uint8Array> {
    if (this[kFd] === -1) throw stateError('The FileHandle is closed');
    if (this[kClosePromise]) throw stateError('The FileHandle is closing');
    if (this[kLocked]) throw stateError('The FileHandle is locked');
    this[kLocked] = true;
    validateObject(options, 'options');
    const { autoClose = false } = options as Options;
    validateBoolean(autoClose, 'options.autoClose');
    this.ref();
    const done = async (): Promise<void> => {
      this.unref();
      if (autoClose) await this.close();
    };
    return this.#webStream(done);
  }

  /** Keeps the file open for one more user. */
  ref(): void {
    this[kRefs] += 1;
  }

  unref(): void {
    this[kRefs] -= 1;
    if (this[kRefs] > 0) return;
    void this.#closeNow().then(() => this.#closing?.());
  }

  #closeNow(): Promise<void> {
    const fd = this[kFd];
    this[kFd] = -1;
    return runLater(() => descriptorOperations.close(fd)());
  }

  #closeLater(): Promise<void> {
    return new Promise((resolve) => (this.#closing = resolve));
  }

  /** @param name of the call, for the error of a handle that is closed */
  async #run<Do extends Operation>(
    name: string,
    operation: Do,
    ...args: unknown[]
  ): Promise<ReturnType<ReturnType<Do>>> {
    if (this[kFd] === -1)
      throw Object.assign(new Error('file closed'), { code: 'EBADF', syscall: name });
    this.ref();
    try {
      const work = Reflect.apply(operation, undefined, [this[kFd], ...args]) as ReturnType<Do>;
      return (await runLater(work)) as ReturnType<ReturnType<Do>>;
    } finally {
      this.unref();
    }
  }

  #webStream(done: () => Promise<void>): ReadableStream<Uint8Array> {
    return new ReadableStream({
      type: 'bytes',
      autoAllocateChunkSize: 16384,
      pull: async (controller) => {
        const view = controller.byobRequest?.view as Uint8Array<ArrayBuffer>;
        const bytesRead = await this.#run('read', descriptorOperations.read, view);
        if (bytesRead === 0) {
          controller.close();
          await done();
        }
        controller.byobRequest?.respond(bytesRead);
      },
      cancel: done,
    });
  }
}

/** Results of handles have no prototype. */
function named(result: object): object {
  return Object.setPrototypeOf(result, null) as object;
}

type Target = FileHandle | string;
type WriteAll = (data: unknown, options: unknown) => Promise<unknown>;

/** Writes data, or what an iterable or a stream gives. */
export async function writeAny(
  target: Target,
  data: unknown,
  options: unknown,
  write: WriteAll,
): Promise<unknown> {
  const isText = typeof data === 'string' || ArrayBuffer.isView(data);
  const source = data as Partial<AsyncIterable<unknown> & Iterable<unknown>> | null | undefined;
  if (isText || !(source?.[Symbol.asyncIterator] || source?.[Symbol.iterator]))
    return write(data, options);
  const chunks: unknown[] = [];
  for await (const chunk of source as AsyncIterable<unknown>) {
    if (typeof chunk !== 'string' && !ArrayBuffer.isView(chunk))
      throw invalidArgType('data', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  void target;
  return write(Buffer.concat(chunks as Uint8Array[]), options);
}
