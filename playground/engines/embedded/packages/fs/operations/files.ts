import { Buffer } from 'node:buffer';
import { AbortError, nodeError, validateBoolean, validateInteger } from 'node:internal/errors';
import {
  isFd,
  readData,
  readFlags,
  readMode,
  readOptions,
  readPath,
  type Options,
} from '../arguments.ts';
import { constants } from '../constants.ts';
import { Fault } from '../disk/fault.ts';
import { bytesOf } from '../disk/nodes.ts';
import { atDisk } from '../fs-error.ts';
import { disk, openFiles } from '../the-disk.ts';

/** Operations on whole files. */

/** Uses a descriptor as it is, or opens a path for the time of the work. */
function withFile<Result>(
  target: number | string,
  flags: number,
  mode: number,
  work: (fd: number) => Result,
): Result {
  if (typeof target === 'number') return work(target);
  const fd = atDisk({ syscall: 'open', path: target }, () => openFiles.open(target, flags, mode));
  try {
    return work(fd);
  } finally {
    openFiles.close(fd);
  }
}

/** Everything from where the file stands. */
function readAll(fd: number): Buffer {
  return atDisk({ syscall: 'read' }, () => {
    const file = openFiles.get(fd);
    const size = file.node.kind === 'file' ? bytesOf(file.node).length : 0;
    const bytes = Buffer.alloc(Math.max(0, size - file.position));
    return bytes.subarray(0, openFiles.read(fd, bytes as Uint8Array, null));
  });
}

function targetOf(value: unknown): number | string {
  return isFd(value) ? value : readPath(value);
}

function checkSignal({ signal }: Options): void {
  const { aborted, reason } = (signal ?? {}) as Partial<AbortSignal>;
  if (aborted) throw new AbortError(reason);
}

function copyMode(value: unknown): number {
  const mode = value ?? 0;
  validateInteger(mode, 'mode', 0, 7);
  return mode;
}

/** A text would be longer than a program may have one. */
const longestText = 2 ** 29 - 24;

function tooLongText(): Error {
  const message = `Cannot create a string longer than 0x${longestText.toString(16)} characters`;
  return nodeError(Error, 'ERR_STRING_TOO_LONG', message, tooLongText);
}

const writeDefaults = { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false };

function writeFile(value: unknown, data: unknown, given?: unknown) {
  const options = readOptions<Options>(given, writeDefaults);
  validateBoolean(options['flush'] ?? false, 'options.flush');
  const bytes = readData(data, options['encoding']);
  const target = targetOf(value);
  const flags = readFlags(options['flag'] || 'w');
  const mode = readMode(options['mode'], 'mode', 0o666);
  return () => {
    checkSignal(options);
    return withFile(target, flags, mode, (fd) =>
      atDisk({ syscall: 'write' }, () => {
        openFiles.write(fd, bytes, null);
        return undefined;
      }),
    );
  };
}

export const fileOperations = {
  readFile(value: unknown, given?: unknown) {
    const options = readOptions<Options>(given, { flag: 'r' });
    const target = targetOf(value);
    const flags = readFlags(options['flag']);
    return () => {
      checkSignal(options);
      const bytes = withFile(target, flags, 0o666, readAll);
      const encoding = options['encoding'];
      if (!encoding || encoding === 'buffer') return bytes;
      if (bytes.length > longestText) throw tooLongText();
      return bytes.toString(encoding as BufferEncoding);
    };
  },
  writeFile,
  appendFile(value: unknown, data: unknown, given?: unknown) {
    const options = readOptions<Options>(given, { ...writeDefaults, flag: 'a' });
    const flag = isFd(value) || !options['flag'] ? 'a' : options['flag'];
    return writeFile(value, data, { ...options, flag });
  },
  truncate(value: unknown, length: unknown = 0) {
    const path = readPath(value);
    validateInteger(length ?? 0, 'len');
    const size = Math.max(0, Number(length ?? 0));
    return () =>
      atDisk({ syscall: 'open', path }, () => {
        const fd = openFiles.open(path, constants.O_RDWR, 0);
        const { node, place } = openFiles.get(fd);
        if (node.kind === 'file') disk.truncate(place, node, size);
        openFiles.close(fd);
        return undefined;
      });
  },
  copyFile(from: unknown, to: unknown, given?: unknown) {
    const path = readPath(from, 'src');
    const dest = readPath(to, 'dest');
    const mode = copyMode(given);
    return () =>
      atDisk({ syscall: 'copyfile', path, dest }, () => {
        copyFile(path, dest, (mode & constants.COPYFILE_EXCL) !== 0);
        return undefined;
      });
  },
};

/** @throws {Fault} where it cannot */
export function copyFile(path: string, dest: string, exclusive: boolean): void {
  const node = disk.tree.node(path, true);
  if (node.kind === 'folder') throw new Fault('EISDIR');
  const { O_CREAT, O_WRONLY, O_TRUNC, O_EXCL } = constants;
  if (disk.tree.place(dest, true).node === node && !exclusive) return;
  const source = openFiles.open(path, constants.O_RDONLY, 0);
  try {
    const flags = O_CREAT | O_WRONLY | O_TRUNC | (exclusive ? O_EXCL : 0);
    const target = openFiles.open(dest, flags, node.mode & 0o777);
    if (node.kind === 'file') openFiles.write(target, bytesOf(node).slice(), null);
    openFiles.close(target);
  } finally {
    openFiles.close(source);
  }
}
