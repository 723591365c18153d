import { Fault } from './fault.ts';
import type { DiskNode, FolderNode } from './nodes.ts';

/** Finding things by their paths. */

/** Links that a path may lead over, as Linux counts them. */
const mostLinks = 40;
const longestName = 255;
const longestPath = 4096;

/** Where a path leads: a name in a folder, and what stands there, if anything does. */
export interface Place {
  readonly folder: FolderNode;
  /** Empty for a path that ends in a folder by itself, such as `/` or `..`. */
  readonly name: string;
  readonly node: DiskNode | undefined;
}

/** What is left of a walk. */
interface Walk {
  current: FolderNode;
  parts: string[];
  links: number;
}

export class Tree {
  readonly root: FolderNode;
  readonly #cwd: () => string;

  /** @param cwd from which relative paths lead */
  constructor(root: FolderNode, cwd: () => string) {
    this.root = root;
    this.#cwd = cwd;
  }

  /**
   * @param follow whether a link at the end is followed
   * @throws {Fault} where a folder on the way is missing, or none
   */
  place(path: string, follow: boolean): Place {
    if (path === '') throw new Fault('ENOENT');
    if (path.length >= longestPath) throw new Fault('ENAMETOOLONG');
    const full = path.startsWith('/') ? path : `${this.#cwd()}/${path}`;
    return this.#walk({ current: this.root, parts: full.split('/'), links: 0 }, follow);
  }

  /** @throws {Fault} ENOENT where nothing stands there */
  node(path: string, follow: boolean): DiskNode {
    const { node } = this.place(path, follow);
    if (!node) throw new Fault('ENOENT');
    return node;
  }

  /** @throws {Fault} where no folder stands there */
  folder(path: string): FolderNode {
    const node = this.node(path, true);
    if (node.kind !== 'folder') throw new Fault('ENOTDIR');
    return node;
  }

  /** The path by which a folder is reached from the root. */
  pathOf(folder: FolderNode): string {
    const names: string[] = [];
    for (let one = folder; one !== this.root; one = one.parent) {
      const own = [...one.parent.entries].find(([, node]) => node === one);
      if (!own) throw new Fault('ENOENT');
      names.unshift(own[0]);
    }
    return `/${names.join('/')}`;
  }

  #walk(walk: Walk, follow: boolean): Place {
    for (let part = walk.parts.shift(); part !== undefined; part = walk.parts.shift()) {
      if (part === '' || part === '.') continue;
      if (part.length > longestName) throw new Fault('ENAMETOOLONG');
      const found = this.#step(walk, part, follow);
      if (found) return found;
    }
    return { folder: walk.current.parent, name: '', node: walk.current };
  }

  /** @returns the end of the walk; undefined where it goes on */
  #step(walk: Walk, part: string, follow: boolean): Place | undefined {
    if (part === '..') {
      walk.current = walk.current.parent;
      return undefined;
    }
    const { current } = walk;
    const node = current.entries.get(part);
    const isLast = walk.parts.every((rest) => rest === '' || rest === '.');
    const mustBeFolder = walk.parts.length > 0;
    if (node?.kind === 'link' && (follow || mustBeFolder)) {
      this.#takeLink(walk, node.target);
      return undefined;
    }
    if (isLast && (!node || node.kind !== 'folder')) {
      if (node && mustBeFolder) throw new Fault('ENOTDIR');
      return { folder: current, name: part, node };
    }
    if (!node) throw new Fault('ENOENT');
    if (node.kind !== 'folder') throw new Fault('ENOTDIR');
    if (isLast) return { folder: current, name: part, node };
    walk.current = node;
    return undefined;
  }

  #takeLink(walk: Walk, target: string): void {
    walk.links += 1;
    if (walk.links > mostLinks) throw new Fault('ELOOP');
    walk.parts.unshift(...target.split('/'));
    if (target.startsWith('/')) walk.current = this.root;
  }
}

/** Whether a folder is the other one, or lies below it. */
export function isWithin(folder: FolderNode, above: DiskNode): boolean {
  for (let one = folder; ; one = one.parent) {
    if (one === above) return true;
    if (one.parent === one) return false;
  }
}
