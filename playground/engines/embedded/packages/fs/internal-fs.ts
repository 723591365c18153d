import { Buffer } from 'node:buffer';
import { promisify } from 'node:util';
import { validateFunction, validateObject, validateString } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { readFd, readPath, readTime, type Options } from './arguments.ts';
import { mostArguments, operations, type OperationName } from './callbacks.ts';
import { constants } from './constants.ts';
import { copyOptions, cpSync, prepareCp } from './copy-tree.ts';
import { Dir, opendir, opendirSync } from './dir.ts';
import { bytesOf } from './disk/nodes.ts';
import { callbackForm, later, syncForm, type Operation } from './forms/forms.ts';
import { atDisk } from './fs-error.ts';
import { globFound } from './glob.ts';
import { nativeRealpath, remove } from './operations/names.ts';
import { promisedResults, promises } from './promises.ts';
import { Dirent, Stats } from './stats.ts';
import { fileFunctions, ReadStream, WriteStream } from './streams.ts';
import { disk } from './the-disk.ts';
import { unwatchFile, watch, watchFile } from './watch/watchers.ts';

/** `node:fs` in memory: the project's files at their paths; what is written lives for the run. */

type AnyFunction = (...args: unknown[]) => unknown;

/** Callbacks that get the buffer, too, and the names of both for `promisify`. */
const withBuffer: Partial<Record<OperationName, readonly [string, string]>> = {
  read: ['bytesRead', 'buffer'],
  write: ['bytesWritten', 'buffer'],
  readv: ['bytesRead', 'buffers'],
  writev: ['bytesWritten', 'buffers'],
};

/** `read` may be called without a buffer, or with options in its place. */
function readArguments(args: readonly unknown[]): unknown[] {
  const [fd, buffer, ...rest] = args;
  if (ArrayBuffer.isView(buffer)) return [...args];
  if (buffer !== undefined && buffer !== null) validateObject(buffer, 'options');
  const options = (buffer ?? {}) as Options;
  return [fd, options['buffer'] ?? Buffer.alloc(16384), options, ...rest];
}

function callbackOf(name: OperationName): AnyFunction {
  const operation = operations[name] as Operation;
  const names = withBuffer[name];
  if (!names) return callbackForm(name, operation, mostArguments[name]);
  const form = callbackForm(name, operation, mostArguments[name], (count, args) => [
    count ?? 0,
    args[1],
  ]);
  const whole: AnyFunction =
    name === 'read'
      ? (...args) => {
          const at = args.findLastIndex((one) => typeof one === 'function');
          return form(...readArguments(args.slice(0, at)), args[at]);
        }
      : form;
  Object.defineProperty(whole, 'name', { value: name, configurable: true });
  Object.defineProperty(whole, 'length', { value: 6 - (name.endsWith('v') ? 2 : 0) });
  const promised = promisedResults(name, names)(whole);
  return Object.defineProperty(whole, promisify.custom, { value: promised });
}

function formsOf(...names: OperationName[]): Record<string, AnyFunction> {
  return Object.fromEntries(
    names.flatMap((name) => [
      [name, callbackOf(name)],
      [`${name}Sync`, syncForm(name, operations[name] as Operation)],
    ]),
  );
}

function exists(path: unknown, callback: unknown): void {
  validateFunction(callback, 'cb');
  const tell = callback as unknown as (exists: boolean) => void;
  const there = existsSync(path);
  later(() => tell(there));
}
Object.defineProperty(exists, promisify.custom, {
  value: function exists(path: unknown): Promise<boolean> {
    return Promise.resolve(existsSync(path));
  },
});

let warned = false;

function existsSync(value: unknown): boolean {
  try {
    readPath(value);
  } catch (error) {
    if (!warned && Reflect.get(error as object, 'code') === 'ERR_INVALID_ARG_TYPE') {
      warned = true;
      const text = 'Passing invalid argument types to fs.existsSync is deprecated';
      machine.process.emitWarning(text, 'DeprecationWarning', 'DEP0187');
    }
    return false;
  }
  return operations.stat(value, { throwIfNoEntry: false })() !== undefined;
}

function settle(work: Promise<unknown>, callback: AnyFunction): void {
  const release = machine.loop.hold();
  const call = (...args: unknown[]): void => {
    release();
    later(() => callback(...args));
  };
  work.then(
    () => call(null),
    (error: unknown) => call(error),
  );
}

function cp(from: unknown, to: unknown, ...rest: unknown[]): void {
  const callback = rest.at(-1);
  validateFunction(callback, 'cb');
  const options = rest.length > 1 ? rest[0] : undefined;
  copyOptions(options);
  settle(prepareCp(from, to, options)(), callback as unknown as AnyFunction);
}

function glob(pattern: unknown, ...rest: unknown[]): void {
  const callback = rest.at(-1);
  validateFunction(callback, 'cb');
  const tell = callback as unknown as AnyFunction;
  const options = rest.length > 1 ? (rest[0] as Options) : undefined;
  later(() => {
    try {
      const found = [...globFound(pattern, options)];
      machine.loop.nextTick(() => tell(null, found));
    } catch (error) {
      machine.loop.nextTick(() => tell(error));
    }
  });
}

function openAsBlob(value: unknown, options: unknown = {}): Promise<Blob> {
  validateObject(options, 'options');
  const type = (options as Options)['type'] || '';
  validateString(type, 'options.type');
  const path = readPath(value);
  const bytes = atDisk({ syscall: 'open', path }, () => {
    const node = disk.tree.node(path, true);
    return node.kind === 'file' ? bytesOf(node).slice() : new Uint8Array();
  });
  return Promise.resolve(new Blob([bytes], { type }));
}

/** A folder that goes away with its block. */
function mkdtempDisposableSync(prefix: unknown, options?: unknown): object {
  const path = String(operations.mkdtemp(prefix, options)());
  const removeIt = (): void => remove(path, { force: true, recursive: true });
  return { path, remove: removeIt, [Symbol.dispose]: removeIt };
}

function close(value: unknown, callback?: unknown): void {
  const work = operations.close(readFd(value));
  if (callback !== undefined) validateFunction(callback, 'cb');
  later(() => {
    let failure: unknown = null;
    try {
      work();
    } catch (error) {
      failure = error;
    }
    if (callback) (callback as unknown as AnyFunction)(failure);
    else if (failure) throw failure;
  });
}

function warnOnce(name: string, value: number): PropertyDescriptor {
  return {
    get() {
      machine.process.emitWarning(
        `fs.${name} is deprecated, use fs.constants.${name} instead`,
        'DeprecationWarning',
        'DEP0176',
      );
      return value;
    },
    enumerable: false,
  };
}

const realpathForms = formsOf('realpath');
Object.assign(realpathForms['realpath'] ?? {}, { native: callbackForm('', nativeRealpath, 2) });
Object.assign(realpathForms['realpathSync'] ?? {}, { native: syncForm('', nativeRealpath) });

export const fs: Record<string, unknown> = {
  ...formsOf('appendFile', 'access', 'chown', 'chmod'),
  close,
  closeSync: syncForm('close', operations.close),
  ...formsOf('copyFile'),
  ...{ cp, cpSync },
  createReadStream: (path: unknown, options?: unknown) => new ReadStream(path, options),
  createWriteStream: (path: unknown, options?: unknown) => new WriteStream(path, options),
  ...{ exists, existsSync },
  ...formsOf('fchown', 'fchmod', 'fdatasync', 'fstat', 'fsync', 'ftruncate', 'futimes'),
  glob,
  globSync: (pattern: unknown, options?: Options) => [...globFound(pattern, options)],
  ...formsOf('lchown'),
  ...{ lchmod: undefined, lchmodSync: undefined },
  ...formsOf('link', 'lstat', 'lutimes', 'mkdir', 'mkdtemp'),
  mkdtempDisposableSync,
  ...formsOf('open'),
  openAsBlob,
  ...formsOf('readdir', 'read', 'readv', 'readFile', 'readlink'),
  ...realpathForms,
  ...formsOf('rename', 'rm', 'rmdir'),
  ...statForms(),
  ...formsOf('symlink', 'truncate'),
  unwatchFile,
  ...formsOf('unlink', 'utimes'),
  ...{ watch, watchFile },
  ...formsOf('writeFile', 'write', 'writev'),
  ...{ Dirent, Stats, ReadStream, WriteStream },
  ...{ FileReadStream: ReadStream, FileWriteStream: WriteStream },
  _toUnixTimestamp: (time: unknown) => readTime(time) / 1000,
  Dir,
  opendir: callbackForm('opendir', opendir, 2, (dir) => [dir]),
  opendirSync,
  constants,
  promises,
};

/** In Node's order the callbacks of both come first. */
function statForms(): Record<string, AnyFunction> {
  const { stat, statSync, statfs, statfsSync } = formsOf('stat', 'statfs');
  return { stat, statfs, statSync, statfsSync } as Record<string, AnyFunction>;
}

for (const name of ['F_OK', 'R_OK', 'W_OK', 'X_OK'] as const)
  Object.defineProperty(fs, name, warnOnce(name, constants[name]));

// Streams use what the program may have put into the place of a function.
fileFunctions.own = fs as typeof fileFunctions.own;

export { promises };
