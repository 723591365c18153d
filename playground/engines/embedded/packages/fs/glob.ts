import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invalidArgType, validateFunction, validateObject } from 'node:internal/errors';
import { matchesGlob } from 'node:internal/glob';
import { machine } from 'node:internal/machine';
import type { Options } from './arguments.ts';
import { entriesOf } from './operations/folders.ts';
import { aboutOperations } from './operations/about.ts';
import type { DiskNode } from './disk/nodes.ts';
import { direntOf, type Dirent } from './stats.ts';

/** `fs.glob`: paths that match patterns. */

type Exclude = (value: string | Dirent) => unknown;
type Found = string | Dirent;

function patternsOf(given: unknown): string[] {
  const all = Array.isArray(given) ? (given as unknown[]) : [given];
  for (const pattern of all)
    if (typeof pattern !== 'string') throw invalidArgType('patterns', 'string', pattern);
  return all as string[];
}

/** How deep a pattern can lead; `**` leads to the end. */
function depthOf(pattern: string): number {
  return pattern.includes('**')
    ? Infinity
    : pattern.split('/').filter((part) => part !== '').length;
}

interface Walk {
  readonly cwd: string;
  readonly patterns: readonly string[];
  readonly withTypes: boolean;
  readonly excludes: (path: string, parent: string, node: DiskNode) => boolean;
}

function* walk(options: Walk, folder: string, depth: number): Generator<Found> {
  const { cwd, patterns, excludes, withTypes } = options;
  const full = join(cwd, folder);
  for (const [name, node] of entriesOf(full)) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (excludes(path, full, node)) continue;
    const isFolder = node.kind === 'folder';
    if (patterns.some((pattern) => matches(path, pattern, isFolder)))
      yield withTypes ? direntOf(name, node, full) : path;
    const deeper = patterns.some((pattern) => depthOf(pattern) > depth);
    if (isFolder && deeper) yield* walk(options, path, depth + 1);
  }
}

/** A pattern that ends in a slash matches folders only. */
function matches(path: string, pattern: string, isFolder: boolean): boolean {
  const folders = pattern.endsWith('/');
  const plain = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  return (!folders || isFolder) && matchesGlob(path, plain, false);
}

function excludeOf(given: unknown, withTypes: boolean): Walk['excludes'] {
  if (Array.isArray(given)) {
    const patterns = patternsOf(given);
    return (path, _parent, node) =>
      patterns.some((pattern) => matches(path, pattern, node.kind === 'folder'));
  }
  if (given === undefined || given === null) return () => false;
  validateFunction(given, 'options.exclude');
  const exclude = given as unknown as Exclude;
  return (path, parent, node) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (withTypes) return !!exclude(direntOf(name, node, parent));
    return !!exclude(name) || (name !== path && !!exclude(path));
  };
}

export function* globFound(given: unknown, options: Options = {}): Generator<Found> {
  validateObject(options, 'options');
  const patterns = patternsOf(given);
  const { cwd: folder = machine.process.cwd(), withFileTypes, exclude } = options as Options;
  const cwd = folder instanceof URL ? fileURLToPath(folder) : String(folder);
  const withTypes = !!withFileTypes;
  const exists = aboutOperations.stat(cwd, { throwIfNoEntry: false })() !== undefined;
  if (!exists) return;
  const absolute = patterns.filter((pattern) => isAbsolute(pattern));
  const relativeOnes = patterns.filter((pattern) => !isAbsolute(pattern));
  const excludes = excludeOf(exclude, withTypes);
  if (relativeOnes.length > 0)
    yield* walk({ cwd, patterns: relativeOnes, withTypes, excludes }, '', 1);
  if (absolute.length === 0) return;
  const roots = absolute.map((pattern) => pattern.slice(1));
  for (const found of walk({ cwd: '/', patterns: roots, withTypes, excludes }, '', 1))
    yield typeof found === 'string' ? `/${found}` : found;
}

export async function* globLater(given: unknown, options?: Options): AsyncGenerator<Found> {
  yield* globFound(given, options);
}
