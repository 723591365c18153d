import { validateInteger } from 'node:internal/errors';
import { readFd, readId, readMode, readPath, readTime, type Options } from '../arguments.ts';
import { types, type DiskNode } from '../disk/nodes.ts';
import { may } from '../disk/permissions.ts';
import { Fault } from '../disk/fault.ts';
import type { Place } from '../disk/tree.ts';
import { atDisk } from '../fs-error.ts';
import { StatFs, statsOf } from '../stats.ts';
import { disk, openFiles } from '../the-disk.ts';

/**
 * Operations about things on the disk: what they are, whose, since when. Each checks its arguments
 * when it is called, and gives the function that does it.
 */

function found(path: string, follow: boolean): Place & { readonly node: DiskNode } {
  const place = disk.tree.place(path, follow);
  if (!place.node) throw new Fault('ENOENT');
  return { ...place, node: place.node };
}

function opened(fd: number): Place & { readonly node: DiskNode } {
  const { place, node } = openFiles.get(fd);
  return { ...place, node };
}

function statOptions(options: unknown): Options {
  return typeof options === 'object' && options !== null ? (options as Options) : {};
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error ? (Reflect.get(error, 'code') as unknown) : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function statBy(syscall: 'stat' | 'lstat') {
  return (value: unknown, given?: unknown) => {
    const path = readPath(value);
    const options = statOptions(given);
    return () => {
      try {
        return atDisk({ syscall, path }, () =>
          statsOf(found(path, syscall === 'stat').node, options),
        );
      } catch (error) {
        if (options['throwIfNoEntry'] === false && isMissing(error)) return undefined;
        throw error;
      }
    };
  };
}

/** An operation that changes something about a path, or a descriptor. */
function changing<Values extends unknown[]>(
  read: (...values: unknown[]) => Values,
  change: (node: DiskNode, ...values: Values) => void,
) {
  const run = (place: ReturnType<typeof found>, values: Values): undefined => {
    change(place.node, ...values);
    disk.changedAbout(place, place.node);
    return undefined;
  };
  return {
    by:
      (syscall: string, follow: boolean) =>
      (value: unknown, ...rest: unknown[]) => {
        const path = readPath(value);
        const values = read(...rest);
        return () => atDisk({ syscall, path }, () => run(found(path, follow), values));
      },
    ofFd:
      (syscall: string) =>
      (value: unknown, ...rest: unknown[]) => {
        const fd = readFd(value);
        const values = read(...rest);
        return () => atDisk({ syscall }, () => run(opened(fd), values));
      },
  };
}

const mode = changing(
  (value): [number] => [readMode(value, 'mode')],
  (node, value: number) => {
    node.mode = (node.mode & types.mask) | (value & 0o7777);
  },
);
const ownership = changing(
  (uid, gid): [number, number] => [readId(uid, 'uid'), readId(gid, 'gid')],
  (node, uid: number, gid: number) => {
    if (uid !== -1) node.uid = uid;
    if (gid !== -1) node.gid = gid;
  },
);
const times = (atimeName = 'time', mtimeName = 'time') =>
  changing(
    (atime, mtime): [number, number] => [readTime(atime, atimeName), readTime(mtime, mtimeName)],
    (node, atimeMs: number, mtimeMs: number) => {
      Object.assign(node, { atimeMs, mtimeMs });
    },
  );

export const aboutOperations = {
  access(value: unknown, wanted: unknown = 0) {
    const path = readPath(value);
    const mask = wanted ?? 0;
    validateInteger(mask, 'mode', 0, 7);
    return () =>
      atDisk({ syscall: 'access', path }, () => {
        if (!may(found(path, true).node, mask)) throw new Fault('EACCES');
        return undefined;
      });
  },
  stat: statBy('stat'),
  lstat: statBy('lstat'),
  fstat(value: unknown, given?: unknown) {
    const fd = readFd(value);
    const options = statOptions(given);
    return () => atDisk({ syscall: 'fstat' }, () => statsOf(opened(fd).node, options));
  },
  statfs(value: unknown, given?: unknown) {
    const path = readPath(value);
    return () =>
      atDisk({ syscall: 'statfs', path }, () => {
        found(path, true);
        return StatFs.make(statOptions(given));
      });
  },
  chmod: mode.by('chmod', true),
  fchmod: mode.ofFd('fchmod'),
  chown: ownership.by('chown', true),
  lchown: ownership.by('lchown', false),
  fchown: ownership.ofFd('fchown'),
  utimes: times().by('utime', true),
  lutimes: times().by('lutime', false),
  futimes: times('atime', 'mtime').ofFd('futime'),
};
