import { constants } from '../constants.ts';
import type { Disk } from './disk.ts';
import { Fault } from './fault.ts';
import { bytesOf, type DeviceNode, type DiskNode } from './nodes.ts';
import { mayOpen } from './permissions.ts';
import type { Place } from './tree.ts';

/** Open files by their descriptors. */

const { O_ACCMODE, O_APPEND, O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_RDONLY } = {
  ...constants,
  O_ACCMODE: 3,
};
const { O_TRUNC, O_WRONLY } = constants;
/** As Linux sets it for a process. */
const mostOpen = 1024;
/** Below it are the program's own three streams. */
const firstFd = 3;

export interface OpenFile {
  readonly place: Place;
  readonly node: DiskNode;
  readonly flags: number;
  position: number;
}

export interface Streams {
  write(stream: 'stdout' | 'stderr', bytes: Uint8Array): void;
}

export class OpenFiles {
  readonly #disk: Disk;
  readonly #streams: Streams;
  readonly #open = new Map<number, OpenFile>();

  constructor(disk: Disk, streams: Streams) {
    this.#disk = disk;
    this.#streams = streams;
    for (const [fd, name] of ['stdin', 'stdout', 'stderr'].entries())
      this.#open.set(fd, this.#file(`/dev/${name}`, fd === 0 ? O_RDONLY : O_WRONLY, 0));
  }

  /** @throws {Fault} by the rules of open(2) */
  open(path: string, flags: number, mode: number): number {
    let fd = firstFd;
    while (this.#open.has(fd)) fd += 1;
    if (fd >= mostOpen) throw new Fault('EMFILE');
    this.#open.set(fd, this.#file(path, flags, mode));
    return fd;
  }

  /** @throws {Fault} EBADF */
  get(fd: number): OpenFile {
    const file = this.#open.get(fd);
    if (!file) throw new Fault('EBADF');
    return file;
  }

  close(fd: number): void {
    this.get(fd);
    this.#open.delete(fd);
  }

  /**
   * @param position where to read; null for where the file stands, which then moves on
   * @returns how many bytes came
   */
  read(fd: number, into: Uint8Array, position: number | null): number {
    const file = this.get(fd);
    const { node } = file;
    if ((file.flags & O_ACCMODE) === O_WRONLY) throw new Fault('EBADF');
    if (node.kind === 'folder') throw new Fault('EISDIR');
    if (node.kind !== 'file') return 0;
    const from = position ?? file.position;
    const bytes = bytesOf(node).subarray(from, from + into.length);
    into.set(bytes);
    if (position === null) file.position += bytes.length;
    node.atimeMs = this.#disk.now();
    return bytes.length;
  }

  /** @returns how many bytes went */
  write(fd: number, bytes: Uint8Array, position: number | null): number {
    const file = this.get(fd);
    const { node } = file;
    if ((file.flags & O_ACCMODE) === O_RDONLY) throw new Fault('EBADF');
    if (node.kind === 'device') return this.#writeDevice(node, bytes);
    if (node.kind !== 'file') throw new Fault('EBADF');
    const appends = (file.flags & O_APPEND) !== 0;
    const at = appends ? node.size : (position ?? file.position);
    this.#disk.write(file.place, node, bytes, at);
    if (position === null) file.position = at + bytes.length;
    return bytes.length;
  }

  #writeDevice({ device }: DeviceNode, bytes: Uint8Array): number {
    if (device === 'stdout' || device === 'stderr') this.#streams.write(device, bytes);
    return bytes.length;
  }

  #file(path: string, flags: number, mode: number): OpenFile {
    const { tree } = this.#disk;
    const exclusive = (flags & O_CREAT) !== 0 && (flags & O_EXCL) !== 0;
    const place = tree.place(path, !exclusive && (flags & O_NOFOLLOW) === 0);
    const writes = (flags & O_ACCMODE) !== O_RDONLY;
    if (place.node && exclusive) throw new Fault('EEXIST');
    if (place.node?.kind === 'link') throw new Fault('ELOOP');
    if (place.node?.kind === 'folder' && (writes || (flags & O_CREAT) !== 0))
      throw new Fault('EISDIR');
    if (place.node && place.node.kind !== 'folder' && (flags & O_DIRECTORY) !== 0)
      throw new Fault('ENOTDIR');
    if (!place.node && ((flags & O_CREAT) === 0 || path.endsWith('/')))
      throw new Fault(path.endsWith('/') && (flags & O_CREAT) !== 0 ? 'EISDIR' : 'ENOENT');
    if (place.node && !mayOpen(place.node, flags & O_ACCMODE)) throw new Fault('EACCES');
    const node = place.node ?? this.#disk.addFile(place, mode);
    if (place.node?.kind === 'file' && (flags & O_TRUNC) !== 0 && writes)
      this.#disk.truncate(place, place.node, 0);
    return { place, node, flags, position: 0 };
  }
}
