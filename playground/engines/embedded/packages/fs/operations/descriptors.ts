import { Buffer } from 'node:buffer';
import {
  invalidArgType,
  invalidArgValue,
  outOfRange,
  validateInteger,
  validateObject,
} from 'node:internal/errors';
import {
  bytesIn,
  readBuffer,
  readBuffers,
  readFd,
  readFlags,
  readMode,
  readPath,
  readPosition,
  type Options,
} from '../arguments.ts';
import { Fault } from '../disk/fault.ts';
import { atDisk } from '../fs-error.ts';
import { disk, openFiles } from '../the-disk.ts';

/** Operations on open files. */

type Bytes = ArrayBufferView<ArrayBuffer>;

interface Span {
  readonly offset: number;
  readonly length: number;
  readonly position: number | null;
}

/** Offset, length and position, one by one or as the members of an object. */
function spanOf(buffer: Bytes, args: readonly unknown[]): Span {
  const [first, second, third] = args;
  const isOptions = typeof first === 'object' && first !== null;
  const given: Options = isOptions
    ? (first as Options)
    : { offset: first, length: second, position: third };
  if (isOptions) validateObject(first, 'options');
  const offset = given['offset'] ?? 0;
  validateInteger(offset, 'offset', 0);
  const length = Number(given['length'] ?? buffer.byteLength - offset);
  return { offset, length, position: readPosition(given['position'], length) };
}

function checkRead(buffer: Bytes, { offset, length }: Span): void {
  if (length < 0) throw outOfRange('length', '>= 0', length);
  if (buffer.byteLength === 0 && length > 0)
    throw invalidArgValue('buffer', buffer, 'is empty and cannot be written');
  if (offset + length > buffer.byteLength)
    throw outOfRange('length', `<= ${buffer.byteLength - offset}`, length);
}

function checkWrite(buffer: Bytes, { offset, length }: Span): void {
  const { byteLength } = buffer;
  if (offset > byteLength) throw outOfRange('offset', `<= ${byteLength}`, offset);
  if (length > byteLength - offset) throw outOfRange('length', `<= ${byteLength - offset}`, length);
  if (length < 0) throw outOfRange('length', '>= 0', length);
}

function partOf(buffer: Bytes, { offset, length }: Span): Uint8Array<ArrayBuffer> {
  return bytesIn(buffer).subarray(offset, offset + length);
}

/** What `write` is to write, and where. */
function writingOf(value: unknown, args: readonly unknown[]) {
  if (ArrayBuffer.isView(value)) {
    const buffer = value as Bytes;
    const span = spanOf(buffer, args);
    checkWrite(buffer, span);
    return { bytes: partOf(buffer, span), position: span.position };
  }
  if (typeof value !== 'string')
    throw invalidArgType('buffer', ['string', 'Buffer', 'TypedArray', 'DataView'], value);
  const [position, encoding = 'utf8'] = args;
  const bytes = Buffer.from(value, encoding as BufferEncoding) as Uint8Array;
  return { bytes, position: typeof position === 'number' ? position : null };
}

/** Positions of the vector forms; anything but a number means none. */
function startOf(position: unknown): number | null {
  return typeof position === 'number' && position >= 0 ? position : null;
}

function each(
  buffers: readonly Bytes[],
  start: number | null,
  move: (bytes: Uint8Array<ArrayBuffer>, position: number | null) => number,
): number {
  let moved = 0;
  for (const buffer of buffers) {
    const bytes = bytesIn(buffer);
    const count = move(bytes, start === null ? null : start + moved);
    moved += count;
    if (count < bytes.length) break;
  }
  return moved;
}

export const descriptorOperations = {
  open(value: unknown, flags?: unknown, mode?: unknown) {
    const path = readPath(value);
    const numbers = [readFlags(flags), readMode(mode, 'mode', 0o666)] as const;
    return () => atDisk({ syscall: 'open', path }, () => openFiles.open(path, ...numbers));
  },
  close(value: unknown) {
    const fd = readFd(value);
    return () => atDisk({ syscall: 'close' }, () => openFiles.close(fd));
  },
  read(value: unknown, into: unknown, ...args: unknown[]) {
    const fd = readFd(value);
    const buffer = readBuffer(into);
    const span = spanOf(buffer, args);
    if (span.length === 0) return () => 0;
    checkRead(buffer, span);
    return () =>
      atDisk({ syscall: 'read' }, () => openFiles.read(fd, partOf(buffer, span), span.position));
  },
  write(value: unknown, from: unknown, ...args: unknown[]) {
    const fd = readFd(value);
    const { bytes, position } = writingOf(from, args);
    return () => atDisk({ syscall: 'write' }, () => openFiles.write(fd, bytes, position));
  },
  readv(value: unknown, into: unknown, position?: unknown) {
    const fd = readFd(value);
    const buffers = readBuffers(into);
    return () =>
      atDisk({ syscall: 'read' }, () =>
        each(buffers, startOf(position), (bytes, at) => openFiles.read(fd, bytes, at)),
      );
  },
  writev(value: unknown, from: unknown, position?: unknown) {
    const fd = readFd(value);
    const buffers = readBuffers(from);
    return () =>
      atDisk({ syscall: 'write' }, () =>
        each(buffers, startOf(position), (bytes, at) => openFiles.write(fd, bytes, at)),
      );
  },
  ftruncate(value: unknown, length: unknown = 0) {
    const fd = readFd(value);
    validateInteger(length, 'len');
    return () =>
      atDisk({ syscall: 'ftruncate' }, () => {
        const { node, place, flags } = openFiles.get(fd);
        if (node.kind !== 'file' || (flags & 3) === 0) throw new Fault('EINVAL');
        disk.truncate(place, node, Math.max(0, length));
        return undefined;
      });
  },
  fsync: synced('fsync'),
  fdatasync: synced('fdatasync'),
};

/** Memory has nothing to be written to. */
function synced(syscall: string) {
  return (value: unknown) => {
    const fd = readFd(value);
    return () =>
      atDisk({ syscall }, () => {
        openFiles.get(fd);
        return undefined;
      });
  };
}
