import { dirname, join, resolve } from 'node:path';
import {
  nodeError,
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
} from 'node:internal/errors';
import { readPath, type Options } from './arguments.ts';
import { constants } from './constants.ts';
import { Fault } from './disk/fault.ts';
import type { DiskNode } from './disk/nodes.ts';
import { isWithin } from './disk/tree.ts';
import { atDisk } from './fs-error.ts';
import { copyFile } from './operations/files.ts';
import { entriesOf } from './operations/folders.ts';
import { nameOperations } from './operations/names.ts';
import { disk } from './the-disk.ts';

/** `fs.cp`: files and whole folders. */

type Filter = (from: string, to: string) => unknown;

interface CopyOptions {
  readonly dereference: boolean;
  readonly errorOnExist: boolean;
  readonly force: boolean;
  readonly preserveTimestamps: boolean;
  readonly recursive: boolean;
  readonly verbatimSymlinks: boolean;
  readonly exclusive: boolean;
  readonly filter: Filter | undefined;
}

const switches = {
  dereference: false,
  errorOnExist: false,
  force: true,
  preserveTimestamps: false,
  recursive: false,
  verbatimSymlinks: false,
};

export function copyOptions(given: unknown): CopyOptions {
  if (given !== undefined) validateObject(given, 'options');
  const options = { ...switches, ...(given as Options | undefined) };
  for (const name of Object.keys(switches) as (keyof typeof switches)[])
    validateBoolean(options[name], `options.${name}`);
  const { mode = 0, filter } = options as Options;
  validateInteger(mode ?? 0, 'mode', 0, 7);
  if (options.dereference && options.verbatimSymlinks)
    throw nodeError(
      TypeError,
      'ERR_INCOMPATIBLE_OPTION_PAIR',
      'Option "dereference" cannot be used in combination with option "verbatimSymlinks"',
    );
  if (filter !== undefined) validateFunction(filter, 'options.filter');
  const exclusive = (Number(mode) & constants.COPYFILE_EXCL) !== 0;
  return { ...options, exclusive, filter: filter as Filter | undefined };
}

const refusals = {
  ERR_FS_CP_DIR_TO_NON_DIR: ['Cannot overwrite non-directory with directory', 'EISDIR', 21],
  ERR_FS_CP_EEXIST: ['Target already exists', 'EEXIST', 17],
  ERR_FS_CP_EINVAL: ['Invalid src or dest', 'EINVAL', 22],
  ERR_FS_CP_NON_DIR_TO_DIR: ['Cannot overwrite directory with non-directory', 'ENOTDIR', 20],
  ERR_FS_EISDIR: ['Path is a directory', 'EISDIR', 21],
} as const;

class SystemError extends Error {}

function refuse(code: keyof typeof refusals, message: string, path: string): Error {
  const [words, name, errno] = refusals[code];
  const text = `${words}: cp returned ${name} (${message}) ${path}`;
  const error = nodeError(SystemError, code, text, refuse);
  const info = { message, path, syscall: 'cp', errno, code: name };
  return Object.assign(error, { info, errno, syscall: 'cp', path });
}

interface Step {
  readonly from: string;
  readonly to: string;
}

function nodeAt(path: string, follow: boolean): DiskNode | undefined {
  return disk.tree.place(path, follow).node;
}

function source({ from }: Step, { dereference }: CopyOptions): DiskNode {
  return atDisk({ syscall: dereference ? 'stat' : 'lstat', path: from }, () =>
    disk.tree.node(from, dereference),
  );
}

/** @throws where one stands in the place of the other, or inside it */
function check(step: Step, node: DiskNode, options: CopyOptions): void {
  const target = missingOr(() => nodeAt(step.to, options.dereference));
  if (target === node) throw refuse('ERR_FS_CP_EINVAL', 'src and dest cannot be the same', step.to);
  const isFolder = node.kind === 'folder';
  if (target && isFolder && target.kind !== 'folder')
    throw refuse(
      'ERR_FS_CP_DIR_TO_NON_DIR',
      `cannot overwrite non-directory ${step.to} with directory ${step.from}`,
      step.to,
    );
  if (target && !isFolder && target.kind === 'folder')
    throw refuse(
      'ERR_FS_CP_NON_DIR_TO_DIR',
      `cannot overwrite directory ${step.to} with non-directory ${step.from}`,
      step.to,
    );
  if (isFolder && !options.recursive)
    throw refuse(
      'ERR_FS_EISDIR',
      `Recursive option not enabled, cannot copy a directory: ${step.from}`,
      step.from,
    );
  const above = missingOr(() => disk.tree.place(step.to, true).folder);
  if (isFolder && above && isWithin(above, node))
    throw refuse(
      'ERR_FS_CP_EINVAL',
      `cannot copy ${step.from} to a subdirectory of self ${step.to}`,
      step.to,
    );
}

function missingOr<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** Copies one thing. @returns what is to be copied next, inside a folder */
function copyOne(step: Step, options: CopyOptions): Step[] {
  const node = source(step, options);
  check(step, node, options);
  nameOperations.mkdir(dirname(step.to), { recursive: true })();
  if (node.kind === 'folder') {
    if (!nodeAt(step.to, true)) nameOperations.mkdir(step.to, node.mode & 0o777)();
    return entriesOf(step.from, 'opendir').map(([name]) => ({
      from: join(step.from, name),
      to: join(step.to, name),
    }));
  }
  const exists = !!missingOr(() => nodeAt(step.to, false));
  if (exists && !options.force) {
    if (options.errorOnExist)
      throw refuse('ERR_FS_CP_EEXIST', `${step.to} already exists`, step.to);
    return [];
  }
  if (node.kind === 'link') copyLink(step, node.target, options);
  else copyWhole(step, node, options);
  return [];
}

function copyLink({ from, to }: Step, target: string, { verbatimSymlinks }: CopyOptions): void {
  const link = verbatimSymlinks ? target : resolve(dirname(from), target);
  if (missingOr(() => nodeAt(to, false))) nameOperations.unlink(to)();
  nameOperations.symlink(link, to)();
}

function copyWhole({ from, to }: Step, node: DiskNode, options: CopyOptions): void {
  atDisk({ syscall: 'copyfile', path: from, dest: to }, () =>
    copyFile(from, to, options.exclusive),
  );
  if (!options.preserveTimestamps) return;
  const { atimeMs, mtimeMs } = node;
  Object.assign(disk.tree.node(to, true), { atimeMs, mtimeMs });
}

function copySteps(steps: readonly Step[], options: CopyOptions): void {
  for (const step of steps) {
    if (options.filter && !options.filter(step.from, step.to)) continue;
    copySteps(copyOne(step, options), options);
  }
}

async function copyStepsLater(steps: readonly Step[], options: CopyOptions): Promise<void> {
  for (const step of steps) {
    if (options.filter && !(await options.filter(step.from, step.to))) continue;
    await copyStepsLater(copyOne(step, options), options);
  }
}

function stepOf(from: unknown, to: unknown): Step {
  return { from: readPath(from, 'src'), to: readPath(to, 'dest') };
}

export function cpSync(from: unknown, to: unknown, given?: unknown): void {
  const options = copyOptions(given);
  copySteps([stepOf(from, to)], options);
}

/** The filter may give promises. */
export function prepareCp(from: unknown, to: unknown, given?: unknown): () => Promise<void> {
  const options = copyOptions(given);
  const step = stepOf(from, to);
  return () => copyStepsLater([step], options);
}
