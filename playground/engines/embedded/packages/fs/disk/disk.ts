import { Changes } from './changes.ts';
import { Fault } from './fault.ts';
import {
  resize,
  types,
  type DeviceNode,
  type DiskNode,
  type FileNode,
  type FolderNode,
  type LinkNode,
} from './nodes.ts';
import { isWithin, Tree, type Place } from './tree.ts';

/** A disk in memory: files, folders and links, as a program of user 1000 finds them on Linux. */

export const owner = 1000;
const umask = 0o022;

export interface DiskHost {
  cwd(): string;
  /** Milliseconds since 1970. */
  nowMs(): number;
}

type OwnFields<Node extends DiskNode> = Omit<
  Node,
  'ino' | 'mode' | 'uid' | 'gid' | 'links' | 'atimeMs' | 'mtimeMs' | 'ctimeMs' | 'birthtimeMs'
>;

export class Disk {
  readonly tree: Tree;
  readonly changes = new Changes();
  readonly #nowMs: () => number;
  #inodes = 0;

  constructor({ cwd, nowMs }: DiskHost) {
    this.#nowMs = nowMs;
    const root = this.#create<FolderNode>(
      { kind: 'folder', entries: new Map(), parent: undefined as never },
      0o755,
    );
    root.parent = root;
    root.links = 2;
    this.tree = new Tree(root, cwd);
  }

  now(): number {
    return this.#nowMs();
  }

  /** Makes a file in a place where nothing stands. */
  addFile(place: Place, mode: number): FileNode {
    const file = this.#create<FileNode>(
      { kind: 'file', memory: new Uint8Array(0), size: 0 },
      mode & ~umask,
    );
    this.#attach(place, file);
    return file;
  }

  addFolder(place: Place, mode: number): FolderNode {
    const folder = this.#create<FolderNode>(
      { kind: 'folder', entries: new Map(), parent: place.folder },
      mode & ~umask,
    );
    folder.links = 1;
    place.folder.links += 1;
    this.#attach(place, folder);
    return folder;
  }

  addLink(place: Place, target: string): void {
    this.#attach(place, this.#create<LinkNode>({ kind: 'link', target }, 0o777));
  }

  addDevice(place: Place, device: DeviceNode['device']): void {
    this.#attach(place, this.#create<DeviceNode>({ kind: 'device', device }, 0o666));
  }

  /** A second name for what stands somewhere. */
  addName(place: Place, node: DiskNode): void {
    this.#attach(place, node);
  }

  /** Takes a name away; what has no name any more is gone once nobody holds it open. */
  remove({ folder, name, node }: Place): void {
    if (!node) throw new Fault('ENOENT');
    folder.entries.delete(name);
    node.links -= node.kind === 'folder' ? 2 : 1;
    if (node.kind === 'folder') folder.links -= 1;
    node.ctimeMs = this.now();
    this.#touch(folder);
    this.changes.renamed(folder, name, node);
  }

  /** @throws {Fault} by the rules of rename(2) */
  rename(from: Place, to: Place): void {
    const { node } = from;
    if (!node) throw new Fault('ENOENT');
    if (from.name === '' || to.name === '') throw new Fault('EINVAL');
    if (to.node === node) return;
    if (node.kind === 'folder' && isWithin(to.folder, node)) throw new Fault('EINVAL');
    if (to.node) this.#replace(node, to);
    from.folder.entries.delete(from.name);
    to.folder.entries.set(to.name, node);
    if (node.kind === 'folder') {
      from.folder.links -= 1;
      to.folder.links += 1;
      node.parent = to.folder;
    }
    node.ctimeMs = this.now();
    this.#touch(from.folder);
    this.#touch(to.folder);
    this.changes.renamed(from.folder, from.name, node);
    this.changes.renamed(to.folder, to.name, undefined);
  }

  /** @param place of the name by which the file was opened */
  write(place: Place, file: FileNode, bytes: Uint8Array, at: number): void {
    if (at + bytes.length > file.size) resize(file, at + bytes.length);
    file.memory.set(bytes, at);
    this.wrote(place, file);
  }

  truncate(place: Place, file: FileNode, size: number): void {
    resize(file, size);
    this.wrote(place, file);
  }

  wrote({ folder, name }: Place, node: DiskNode): void {
    node.mtimeMs = this.now();
    node.ctimeMs = node.mtimeMs;
    this.changes.changed(folder, name, node);
  }

  /** Something about it changed, but not what it holds. */
  changedAbout({ folder, name }: Place, node: DiskNode): void {
    node.ctimeMs = this.now();
    this.changes.changed(folder, name, node);
  }

  #replace(node: DiskNode, to: Place): void {
    const { node: old } = to;
    if (!old) return;
    if (node.kind === 'folder' && old.kind !== 'folder') throw new Fault('ENOTDIR');
    if (old.kind === 'folder') {
      if (node.kind !== 'folder') throw new Fault('EISDIR');
      if (old.entries.size > 0) throw new Fault('ENOTEMPTY');
    }
    this.remove(to);
  }

  #attach({ folder, name, node: existing }: Place, node: DiskNode): void {
    if (existing) throw new Fault('EEXIST');
    node.links += 1;
    folder.entries.set(name, node);
    this.#touch(folder);
    this.changes.renamed(folder, name, undefined);
  }

  #touch(folder: FolderNode): void {
    folder.mtimeMs = this.now();
    folder.ctimeMs = folder.mtimeMs;
  }

  #create<Node extends DiskNode>(own: OwnFields<Node>, mode: number): Node {
    this.#inodes += 1;
    const now = this.now();
    const type = types[(own as unknown as Node).kind];
    return {
      ...own,
      ...{ ino: this.#inodes, mode: type | mode, uid: owner, gid: owner, links: 0 },
      ...{ atimeMs: now, mtimeMs: now, ctimeMs: now, birthtimeMs: now },
    } as unknown as Node;
  }
}
