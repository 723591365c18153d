import type { DiskNode, FolderNode } from './nodes.ts';

/** What changes, for who watches. */

export type ChangeKind = 'rename' | 'change';

/** @param name in the folder that is watched; undefined for the watched thing itself */
export type ChangeListener = (kind: ChangeKind, name: string | undefined) => void;

export class Changes {
  readonly #listeners = new Map<DiskNode, Set<ChangeListener>>();

  /** @returns the function that ends it */
  watch(node: DiskNode, listener: ChangeListener): () => void {
    const all = this.#listeners.get(node) ?? new Set();
    this.#listeners.set(node, all.add(listener));
    return () => {
      all.delete(listener);
      if (all.size === 0) this.#listeners.delete(node);
    };
  }

  changed(folder: FolderNode, name: string, node: DiskNode): void {
    this.#tell(node, 'change', undefined);
    this.#tell(folder, 'change', name);
  }

  /** @param node that went away */
  renamed(folder: FolderNode, name: string, node: DiskNode | undefined): void {
    if (node) this.#tell(node, 'rename', undefined);
    this.#tell(folder, 'rename', name);
  }

  #tell(node: DiskNode, kind: ChangeKind, name: string | undefined): void {
    for (const listener of this.#listeners.get(node) ?? []) listener(kind, name);
  }
}
