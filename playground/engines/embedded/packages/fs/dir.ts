import { join } from 'node:path';
import { nodeError, validateFunction, validateInteger } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { readOptions, readPath, type Options } from './arguments.ts';
import { later, runLater } from './forms/forms.ts';
import { entriesOf } from './operations/folders.ts';
import { direntOf, type Dirent } from './stats.ts';

/** `fs.Dir`: a folder that is read entry by entry. */

type Callback = (error: Error | null, entry?: Dirent | null) => void;

function closedError(): Error {
  return nodeError(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed', closedError);
}

export class Dir {
  readonly #path: string;
  readonly #recursive: boolean;
  readonly #entries: Dirent[];
  #closed = false;

  constructor(path: string, options: Options) {
    const { bufferSize = 32, recursive = false } = options;
    validateInteger(bufferSize, 'options.bufferSize', 1, 2 ** 32 - 1);
    this.#path = path;
    this.#recursive = !!recursive;
    this.#entries = this.#read(path);
  }

  get path(): string {
    return this.#path;
  }

  read(callback?: Callback): Promise<Dirent | null> | undefined {
    this.#check();
    if (callback === undefined) return runLater(() => this.#next());
    validateFunction(callback, 'callback');
    later(() => callback(null, this.#next()));
    return undefined;
  }

  readSync(): Dirent | null {
    this.#check();
    return this.#next();
  }

  close(callback?: Callback): Promise<void> | undefined {
    if (callback === undefined) return this.#closeLater();
    validateFunction(callback, 'callback');
    if (this.#closed) {
      machine.loop.nextTick(() => callback(closedError()));
      return undefined;
    }
    this.#closed = true;
    later(() => callback(null));
    return undefined;
  }

  closeSync(): void {
    this.#check();
    this.#closed = true;
  }

  async *entries(): AsyncGenerator<Dirent> {
    try {
      for (let entry = await this.read(); entry; entry = await this.read()) yield entry;
    } finally {
      await this.close();
    }
  }

  [Symbol.asyncIterator](): AsyncGenerator<Dirent> {
    return this.entries();
  }

  [Symbol.dispose](): void {
    if (!this.#closed) this.closeSync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#closed) await this.close();
  }

  async #closeLater(): Promise<void> {
    this.#check();
    this.#closed = true;
    await runLater(() => undefined);
  }

  #check(): void {
    if (this.#closed) throw closedError();
  }

  #next(): Dirent | null {
    const entry = this.#entries.shift() ?? null;
    if (entry?.isDirectory() && this.#recursive)
      this.#entries.push(...this.#read(join(entry.parentPath, String(entry.name))));
    return entry;
  }

  #read(path: string): Dirent[] {
    return entriesOf(path, 'opendir').map(([name, node]) => direntOf(name, node, path));
  }
}

export function opendir(value: unknown, given?: unknown): () => Dir {
  const path = readPath(value);
  const options = readOptions<Options>(given, { encoding: 'utf8' });
  return () => new Dir(path, options);
}

/** Its errors do not name the path, as Node's do not. */
export function opendirSync(value: unknown, given?: unknown): Dir {
  const open = opendir(value, given);
  try {
    return open();
  } catch (error) {
    if (!(error instanceof Error) || !('path' in error)) throw error;
    error.message = error.message.replace(` '${String(error.path)}'`, '');
    Reflect.deleteProperty(error, 'path');
    throw error;
  }
}
