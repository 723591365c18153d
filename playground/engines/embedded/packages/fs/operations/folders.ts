import { Buffer } from 'node:buffer';
import { join, relative } from 'node:path';
import { validateBoolean } from 'node:internal/errors';
import { readOptions, readPath, type Options } from '../arguments.ts';
import type { DiskNode } from '../disk/nodes.ts';
import { atDisk } from '../fs-error.ts';
import { direntOf, type Dirent } from '../stats.ts';
import { disk } from '../the-disk.ts';

/** Reading folders. */

/** Names in the order of their bytes, which is what a small folder of Linux happens to have. */
export function entriesOf(path: string, syscall = 'scandir'): [string, DiskNode][] {
  return atDisk({ syscall, path }, () =>
    [...disk.tree.folder(path).entries].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function nameIn(name: string, { encoding }: Options): string | Buffer {
  if (!encoding || encoding === 'utf8' || encoding === 'utf-8') return name;
  const bytes = Buffer.from(name);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding as BufferEncoding);
}

type Found = string | Buffer | Dirent;

function isFolder(path: string, node: DiskNode): boolean {
  if (node.kind !== 'link') return node.kind === 'folder';
  try {
    return disk.tree.node(path, true).kind === 'folder';
  } catch {
    return false;
  }
}

/** All that lies below, folder by folder. Links to folders are followed only for names. */
function readRecursive(base: string, options: Options): Found[] {
  const found: Found[] = [];
  const waiting = [base];
  for (const path of waiting) {
    for (const [name, node] of entriesOf(path)) {
      const full = join(path, name);
      const withTypes = !!options['withFileTypes'];
      found.push(withTypes ? direntOf(nameIn(name, options), node, path) : relative(base, full));
      if (isFolder(full, node)) waiting.push(full);
    }
  }
  return found;
}

export const folderOperations = {
  readdir(value: unknown, given?: unknown) {
    const options = readOptions<Options>(given);
    const path = readPath(value);
    const recursive = options['recursive'] ?? false;
    validateBoolean(recursive, 'options.recursive');
    return (): Found[] => {
      if (recursive) return readRecursive(path, options);
      return entriesOf(path).map(([name, node]) =>
        options['withFileTypes']
          ? direntOf(nameIn(name, options), node, path)
          : nameIn(name, options),
      );
    };
  },
};
