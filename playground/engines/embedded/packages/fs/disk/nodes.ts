/** What lies on the disk. */

interface Common {
  readonly ino: number;
  /** Type and permissions, as `stat` gives them. */
  mode: number;
  uid: number;
  gid: number;
  /** Names that lead here. */
  links: number;
  /** Milliseconds since 1970, with fractions. */
  atimeMs: number;
  mtimeMs: number;
  ctimeMs: number;
  readonly birthtimeMs: number;
}

export interface FileNode extends Common {
  readonly kind: 'file';
  /** May be longer than the file, so that it can grow. */
  memory: Uint8Array<ArrayBuffer>;
  size: number;
}

export interface FolderNode extends Common {
  readonly kind: 'folder';
  readonly entries: Map<string, DiskNode>;
  parent: FolderNode;
}

export interface LinkNode extends Common {
  readonly kind: 'link';
  readonly target: string;
}

/** A device: `/dev/null`, or one of the program's own streams. */
export interface DeviceNode extends Common {
  readonly kind: 'device';
  readonly device: 'null' | 'stdin' | 'stdout' | 'stderr';
}

export type DiskNode = FileNode | FolderNode | LinkNode | DeviceNode;

export const types = {
  mask: 0o170000,
  file: 0o100000,
  folder: 0o040000,
  link: 0o120000,
  device: 0o020000,
} as const;

export function sizeOf(node: DiskNode): number {
  switch (node.kind) {
    case 'file':
      return node.size;
    case 'folder':
      return 4096;
    case 'link':
      return new TextEncoder().encode(node.target).length;
    case 'device':
      return 0;
  }
}

/** The file's bytes; they share its memory. */
export function bytesOf(node: FileNode): Uint8Array<ArrayBuffer> {
  return node.memory.subarray(0, node.size);
}

/** Makes a file longer, with zeros, or shorter. */
export function resize(node: FileNode, size: number): void {
  if (size > node.memory.length) {
    const memory = new Uint8Array(Math.max(size, Math.min(node.memory.length * 2, size + 2 ** 20)));
    memory.set(bytesOf(node));
    node.memory = memory;
  } else if (size < node.size) node.memory.fill(0, size, node.size);
  node.size = size;
}
