import { nodeError, validateBoolean, validateInteger, validateOneOf } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { inspect } from 'node:util';
import { encoded, readMode, readOptions, readPath, type Options } from '../arguments.ts';
import { Fault } from '../disk/fault.ts';
import type { DiskNode, FolderNode } from '../disk/nodes.ts';
import type { Place } from '../disk/tree.ts';
import { atDisk, fsError } from '../fs-error.ts';
import { disk } from '../the-disk.ts';

const customInspect = inspect.custom;

/** Operations on names: folders, links, renaming and removing. */

function present(place: Place): Place & { readonly node: DiskNode } {
  if (!place.node) throw new Fault('ENOENT');
  return { ...place, node: place.node };
}

function mkdirOptions(options: unknown): { readonly mode: number; readonly recursive: boolean } {
  if (typeof options === 'number' || typeof options === 'string')
    return { mode: readMode(options, 'mode'), recursive: false };
  const { recursive = false, mode } = (options ?? {}) as Options;
  validateBoolean(recursive, 'options.recursive');
  return { mode: readMode(mode, 'options.mode', 0o777), recursive };
}

/** @returns the first folder that was made; undefined where all were there */
function makeAll(path: string, mode: number): string | undefined {
  const full = path.startsWith('/') ? path : `${machine.process.cwd()}/${path}`;
  const parts = full.split('/').filter((part) => part !== '');
  let first: string | undefined;
  for (const count of parts.keys()) {
    const at = `/${parts.slice(0, count + 1).join('/')}`;
    const place = disk.tree.place(at, true);
    if (place.node && place.node.kind !== 'folder')
      throw new Fault(count === parts.length - 1 ? 'EEXIST' : 'ENOTDIR');
    if (!place.node) disk.addFolder(place, mode);
    if (!place.node) first ??= at;
  }
  return first;
}

const symlinkTypes = ['dir', 'file', 'junction', null, undefined];

function warnOfX(prefix: string): void {
  if (!prefix.endsWith('X')) return;
  machine.process.emitWarning(
    'mkdtemp() templates ending with X are not portable. ' +
      'For details see: https://nodejs.org/api/fs.html',
  );
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function sixLetters(): string {
  const random = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(random, (one) => letters[one % letters.length]).join('');
}

interface RmOptions {
  readonly force: boolean;
  readonly recursive: boolean;
}

function rmOptions(given: unknown): RmOptions {
  if (given !== undefined) {
    const { recursive = false, force = false, retryDelay = 100, maxRetries = 0 } = given as Options;
    validateBoolean(recursive, 'options.recursive');
    validateInteger(retryDelay, 'options.retryDelay', 0, 2 ** 31 - 1);
    validateInteger(maxRetries, 'options.maxRetries', 0, 2 ** 32 - 1);
    validateBoolean(force, 'options.force');
    return { recursive, force };
  }
  return { recursive: false, force: false };
}

class SystemError extends Error {
  [customInspect](_depth: number, options: object): string {
    return inspect(this, { ...options, getters: true, customInspect: false });
  }
}
Object.defineProperty(SystemError.prototype, 'name', { value: 'SystemError', writable: true });

function folderRefused(path: string): Error {
  const message = `Path is a directory: rm returned EISDIR (is a directory) ${path}`;
  const info = { code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: 21 };
  const error = nodeError(SystemError, 'ERR_FS_EISDIR', message, folderRefused);
  Object.assign(error, { info });
  for (const name of ['errno', 'syscall', 'path'] as const)
    Object.defineProperty(error, name, {
      get: () => info[name],
      set: (value: never) => (info[name] = value),
      enumerable: true,
      configurable: true,
    });
  return error;
}

function removeAll(folder: FolderNode, place: Place): void {
  for (const [name, node] of [...folder.entries]) {
    if (node.kind === 'folder') removeAll(node, { folder, name, node });
    else disk.remove({ folder, name, node });
  }
  disk.remove(place);
}

/** @throws as `rm` does */
export function remove(path: string, { force, recursive }: RmOptions): void {
  const place = atDisk({ syscall: 'lstat', path }, () => {
    try {
      return present(disk.tree.place(path, false));
    } catch (error) {
      if (force && error instanceof Fault && error.fault === 'ENOENT') return undefined;
      throw error;
    }
  });
  if (!place) return;
  if (place.node.kind !== 'folder') disk.remove(place);
  else if (!recursive) throw folderRefused(path);
  else atDisk({ syscall: 'rm', path }, () => removeAll(place.node as FolderNode, place));
}

export const nameOperations = {
  mkdir(value: unknown, given?: unknown) {
    const { mode, recursive } = mkdirOptions(given);
    const path = readPath(value);
    return () =>
      atDisk({ syscall: 'mkdir', path }, () => {
        if (recursive) return makeAll(path, mode);
        const place = disk.tree.place(path.replace(/\/+$/, '') || '/', false);
        disk.addFolder(place, mode);
        return undefined;
      });
  },
  mkdtemp(value: unknown, given?: unknown) {
    const options = readOptions(given);
    const prefix = readPath(value, 'prefix');
    warnOfX(prefix);
    return () => {
      const path = prefix + sixLetters();
      return atDisk({ syscall: 'mkdtemp', path: `${prefix}XXXXXX` }, () => {
        disk.addFolder(disk.tree.place(path, false), 0o700);
        return encoded(path, options);
      });
    };
  },
  rmdir(value: unknown, given?: unknown) {
    const path = readPath(value);
    rmOptions(given);
    return () =>
      atDisk({ syscall: 'rmdir', path }, () => {
        const place = present(disk.tree.place(path, false));
        if (place.node.kind !== 'folder') throw new Fault('ENOTDIR');
        if (place.name === '') throw new Fault('EINVAL');
        if (place.node.entries.size > 0) throw new Fault('ENOTEMPTY');
        disk.remove(place);
        return undefined;
      });
  },
  rm(value: unknown, given?: unknown) {
    const path = readPath(value);
    const options = rmOptions(given);
    return () => {
      remove(path, options);
      return undefined;
    };
  },
  unlink(value: unknown) {
    const path = readPath(value);
    return () =>
      atDisk({ syscall: 'unlink', path }, () => {
        const place = present(disk.tree.place(path, false));
        if (place.node.kind === 'folder') throw new Fault('EISDIR');
        disk.remove(place);
        return undefined;
      });
  },
  rename(from: unknown, to: unknown) {
    const path = readPath(from, 'oldPath');
    const dest = readPath(to, 'newPath');
    return () =>
      atDisk({ syscall: 'rename', path, dest }, () => {
        disk.rename(present(disk.tree.place(path, false)), disk.tree.place(dest, false));
        return undefined;
      });
  },
  link(from: unknown, to: unknown) {
    const path = readPath(from, 'existingPath');
    const dest = readPath(to, 'newPath');
    return () =>
      atDisk({ syscall: 'link', path, dest }, () => {
        const { node } = present(disk.tree.place(path, false));
        if (node.kind === 'folder') throw new Fault('EPERM');
        disk.addName(disk.tree.place(dest, false), node);
        return undefined;
      });
  },
  symlink(to: unknown, value: unknown, type?: unknown) {
    validateOneOf(type, 'type', symlinkTypes);
    const target = readPath(to, 'target');
    const path = readPath(value);
    return () =>
      atDisk({ syscall: 'symlink', path: target, dest: path }, () => {
        if (target === '') throw new Fault('ENOENT');
        disk.addLink(disk.tree.place(path, false), target);
        return undefined;
      });
  },
  readlink(value: unknown, given?: unknown) {
    const options = readOptions(given);
    const path = readPath(value);
    return () =>
      atDisk({ syscall: 'readlink', path }, () => {
        const { node } = present(disk.tree.place(path, false));
        if (node.kind !== 'link') throw new Fault('EINVAL');
        return encoded(node.target, options);
      });
  },
  realpath(value: unknown, given?: unknown) {
    const options = readOptions(given);
    const path = readPath(value);
    return () => encoded(realPath(path), options);
  },
};

/** By the system's own call, whose errors name the whole path. */
export function nativeRealpath(value: unknown, given?: unknown) {
  const options = readOptions(given);
  const path = readPath(value);
  return () =>
    atDisk({ syscall: 'realpath', path }, () => {
      disk.tree.node(path, true);
      return encoded(realPath(path), options);
    });
}

/** The path without links. @throws what the first missing part throws */
export function realPath(path: string): string {
  const full = path.startsWith('/') ? path : `${machine.process.cwd()}/${path}`;
  const { folder, name, node } = atDisk({ syscall: 'lstat', path: missingPart(full) }, () =>
    disk.tree.place(full, true),
  );
  if (!node) throw fsError('ENOENT', { syscall: 'lstat', path: missingPart(full) });
  if (node.kind === 'folder') return disk.tree.pathOf(node);
  return `${disk.tree.pathOf(folder)}/${name}`.replace(/^\/\//, '/');
}

/** The first part of a path that is not there, as the walk of Node finds it. */
function missingPart(full: string): string {
  const parts = full.split('/').filter((part) => part !== '' && part !== '.');
  for (const count of parts.keys()) {
    const at = `/${parts.slice(0, count + 1).join('/')}`;
    try {
      if (!disk.tree.place(at, true).node) return at;
    } catch {
      return at;
    }
  }
  return full;
}
