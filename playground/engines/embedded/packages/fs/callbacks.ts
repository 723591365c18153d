import { aboutOperations } from './operations/about.ts';
import { descriptorOperations } from './operations/descriptors.ts';
import { fileOperations } from './operations/files.ts';
import { folderOperations } from './operations/folders.ts';
import { nameOperations } from './operations/names.ts';

/** All operations that have the three forms, and how many arguments each takes at most. */

export const operations = {
  ...aboutOperations,
  ...descriptorOperations,
  ...fileOperations,
  ...folderOperations,
  ...nameOperations,
} as const;

export type OperationName = keyof typeof operations;

/** Arguments before the callback. */
export const mostArguments: Readonly<Record<OperationName, number>> = {
  ...{ access: 2, stat: 2, lstat: 2, fstat: 2, statfs: 2, chmod: 2, fchmod: 2 },
  ...{ chown: 3, lchown: 3, fchown: 3, utimes: 3, lutimes: 3, futimes: 3 },
  ...{ open: 3, close: 1, read: 5, write: 5, readv: 3, writev: 3, ftruncate: 2 },
  ...{ fsync: 1, fdatasync: 1, readFile: 2, writeFile: 3, appendFile: 3, truncate: 2 },
  ...{ copyFile: 3, readdir: 2, mkdir: 2, mkdtemp: 2, rmdir: 2, rm: 2, unlink: 1 },
  ...{ rename: 2, link: 2, symlink: 3, readlink: 2, realpath: 2 },
};
