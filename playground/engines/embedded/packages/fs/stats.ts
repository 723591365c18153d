import { constants } from './constants.ts';
import { sizeOf, types, type DiskNode } from './disk/nodes.ts';

/** `fs.Stats`, `fs.Dirent` and their like. Names and order of the fields are Node's. */

type StatsNumber = number | bigint;

const device = 42;
const blockBytes = 512;
const diskBlockBytes = 4096;

interface StatsFields {
  mode: StatsNumber;
  atimeMs: StatsNumber;
  mtimeMs: StatsNumber;
  ctimeMs: StatsNumber;
  birthtimeMs: StatsNumber;
}

function isType(stats: StatsFields, type: number): boolean {
  return (Number(stats.mode) & types.mask) === type;
}

const typeChecks = {
  isDirectory: constants.S_IFDIR,
  isFile: constants.S_IFREG,
  isBlockDevice: constants.S_IFBLK,
  isCharacterDevice: constants.S_IFCHR,
  isSymbolicLink: constants.S_IFLNK,
  isFIFO: constants.S_IFIFO,
  isSocket: constants.S_IFSOCK,
} as const;

function numbersOf(node: DiskNode) {
  const size = sizeOf(node);
  const blocks = node.kind === 'file' ? Math.ceil(size / diskBlockBytes) * 8 : 0;
  return {
    dev: device,
    mode: node.mode,
    nlink: node.links,
    uid: node.uid,
    gid: node.gid,
    rdev: 0,
    blksize: diskBlockBytes,
    ino: node.ino,
    size,
    blocks: node.kind === 'folder' ? diskBlockBytes / blockBytes : blocks,
  };
}

const times = ['atime', 'mtime', 'ctime', 'birthtime'] as const;

export class Stats {
  declare mode: number;
  declare size: number;
  declare atimeMs: number;
  declare mtimeMs: number;
  declare ctimeMs: number;
  declare birthtimeMs: number;
  declare isDirectory: () => boolean;
  declare isFile: () => boolean;
  declare isSymbolicLink: () => boolean;

  constructor(node?: DiskNode) {
    if (!node) return;
    Object.assign(this, numbersOf(node));
    for (const name of times) this[`${name}Ms`] = node[`${name}Ms`];
  }
}

export class BigIntStats {
  declare mode: bigint;
  declare isDirectory: () => boolean;

  constructor(node: DiskNode) {
    const whole = Object.entries(numbersOf(node)).map(([name, value]) => [name, BigInt(value)]);
    Object.assign(this, Object.fromEntries(whole));
    const nanoseconds = times.map((name) => [name, nanosecondsOf(node[`${name}Ms`])] as const);
    for (const [name, ns] of nanoseconds) Object.assign(this, { [`${name}Ms`]: ns / 1_000_000n });
    for (const [name, ns] of nanoseconds) Object.assign(this, { [`${name}Ns`]: ns });
  }
}

function nanosecondsOf(ms: number): bigint {
  const whole = Math.floor(ms);
  return BigInt(whole) * 1_000_000n + BigInt(Math.round((ms - whole) * 1e6));
}

/** A date that is made when somebody asks for it; then it is the object's own. */
function lazyDate(name: (typeof times)[number]): PropertyDescriptor & ThisType<StatsFields> {
  const own = (stats: object, value: unknown): unknown => {
    Object.defineProperty(stats, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
    return value;
  };
  return {
    get() {
      return own(this, new Date(Math.round(Number(this[`${name}Ms`]))));
    },
    set(value: unknown) {
      own(this, value);
    },
    enumerable: true,
    configurable: true,
  };
}

for (const { prototype } of [Stats, BigIntStats]) {
  Object.defineProperties(
    prototype,
    Object.fromEntries(times.map((name) => [name, lazyDate(name)])),
  );
  for (const [name, type] of Object.entries(typeChecks)) {
    Object.assign(prototype, {
      [name](this: StatsFields) {
        return isType(this, type);
      },
    });
  }
}

/** @throws {Fault} as `stat` does */
export function statsOf(node: DiskNode, { bigint }: { readonly bigint?: unknown }) {
  return bigint ? new BigIntStats(node) : new Stats(node);
}

const kType = Symbol('type');

const direntTypes = {
  file: constants.UV_DIRENT_FILE,
  folder: constants.UV_DIRENT_DIR,
  link: constants.UV_DIRENT_LINK,
  device: constants.UV_DIRENT_CHAR,
} as const;

/** What stands in a folder under a name. */
export class Dirent {
  readonly name: string | Buffer;
  readonly parentPath: string;
  readonly [kType]: number;

  constructor(name: string | Buffer, type: number, parentPath: string) {
    this.name = name;
    this.parentPath = parentPath;
    this[kType] = type;
  }

  isDirectory(): boolean {
    return this[kType] === constants.UV_DIRENT_DIR;
  }

  isFile(): boolean {
    return this[kType] === constants.UV_DIRENT_FILE;
  }

  isBlockDevice(): boolean {
    return this[kType] === constants.UV_DIRENT_BLOCK;
  }

  isCharacterDevice(): boolean {
    return this[kType] === constants.UV_DIRENT_CHAR;
  }

  isSymbolicLink(): boolean {
    return this[kType] === constants.UV_DIRENT_LINK;
  }

  isFIFO(): boolean {
    return this[kType] === constants.UV_DIRENT_FIFO;
  }

  isSocket(): boolean {
    return this[kType] === constants.UV_DIRENT_SOCKET;
  }
}

export function direntOf(name: string | Buffer, node: DiskNode, parentPath: string): Dirent {
  return new Dirent(name, direntTypes[node.kind], parentPath);
}

/** `fs.statfs`: a disk without end. Every field is a number, or a bigint. */
export class StatFs {
  declare readonly type: StatsNumber;
  declare readonly bsize: StatsNumber;

  private constructor(fields: Readonly<Record<string, StatsNumber>>) {
    Object.assign(this, fields);
  }

  static make({ bigint }: { readonly bigint?: unknown }): StatFs {
    const blocks = 2 ** 20;
    const numbers = {
      ...{ type: 61267, bsize: diskBlockBytes, frsize: diskBlockBytes, blocks },
      ...{ bfree: blocks, bavail: blocks, files: blocks, ffree: blocks },
    };
    const entries = Object.entries(numbers).map(([name, value]) => [
      name,
      bigint ? BigInt(value) : value,
    ]);
    return new StatFs(Object.fromEntries(entries) as Record<string, StatsNumber>);
  }
}
