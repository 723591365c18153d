import { invalidArgValue } from '../../modules/errors/argument-errors.ts';
import { appFolder, projectPath } from '../address.ts';
import { packageJsonIn, packageOf } from '../package-json.ts';
import { choose, exportsMap, matchKey } from '../package-targets.ts';
import * as errors from '../resolve-errors.ts';
import type { CjsModule } from './cjs-module.ts';
import type { PathFinder } from './find-path.ts';
import { folderOf, resolvePath, type ProjectFiles } from './project-files.ts';

/** Where Node installs packages for everybody. */
export const globalPaths = ['/usr/local/lib/node'];

export function isRelative(request: string): boolean {
  return /^\.{1,2}(?:\/|$)/.test(request);
}

/** `node_modules` of a folder and of all above. */
export function nodeModulePaths(from: string): string[] {
  const parts = resolvePath('/', from)
    .split('/')
    .filter((part) => part !== '');
  return [...parts.keys(), parts.length]
    .reverse()
    .filter((count) => parts[count - 1] !== 'node_modules')
    .map((count) => ['', ...parts.slice(0, count), 'node_modules'].join('/'));
}

/** Folders in which a request is looked for. */
export function lookupPaths(request: string, parent: CjsModule | null | undefined): string[] {
  if (!isRelative(request)) return [...(parent?.paths ?? []), ...globalPaths];
  return [parent?.filename ? folderOf(parent.filename) : '.'];
}

/** @throws {TypeError} where `paths` is no array */
export function givenPaths(request: string, paths: unknown): string[] {
  if (!Array.isArray(paths)) throw invalidArgValue('options.paths', paths);
  const folders = paths as string[];
  if (isRelative(request)) return folders.map((one) => resolvePath(appFolder, one));
  return folders.flatMap((one) => [...nodeModulePaths(one), ...globalPaths]);
}

/** What a request means in packages: `#name`, a package's own name, `exports` of an installed one. */
export class PackageRequests {
  readonly #files: ProjectFiles;
  readonly #finder: PathFinder;

  constructor(files: ProjectFiles, finder: PathFinder) {
    this.#files = files;
    this.#finder = finder;
  }

  /**
   * `#name` in the package of a file.
   * @returns an absolute path, or another request; undefined where the package has no `imports`
   */
  imported(request: string, from: string): string | undefined {
    const path = projectPath(from);
    const scope = path === undefined ? undefined : packageOf(path, this.#files.files);
    if (!scope?.json.imports) return undefined;
    const match = matchKey(request, scope.json.imports);
    const chosen = match && choose(match.target, 'require');
    if (!match || typeof chosen !== 'string')
      throw errors.missingImport(request, scope.folder, path);
    const target = match.star === undefined ? chosen : chosen.replaceAll('*', match.star);
    return target.startsWith('./') ? resolvePath(appFolder + scope.folder, target) : target;
  }

  /** A package's own name, in one of its files. */
  own(request: string, from: string): string | undefined {
    const path = projectPath(from);
    const scope = path === undefined ? undefined : packageOf(path, this.#files.files);
    const name = scope?.json.name;
    if (!scope || name === undefined || scope.json.exports === undefined) return undefined;
    if (request !== name && !request.startsWith(`${name}/`)) return undefined;
    return this.#exported(`.${request.slice(name.length)}`, scope.folder, path);
  }

  /** An installed package that says what it exports. */
  installed(request: string, nodeModules: string): string | undefined {
    const name = /^(?:@[^/]+\/)?[^/@][^/]*/.exec(request)?.[0] ?? request;
    const folder = projectPath(`${nodeModules}/${name}/`);
    if (folder === undefined || packageJsonIn(folder, this.#files.files)?.exports === undefined)
      return undefined;
    return this.#exported(`.${request.slice(name.length)}`, folder, undefined);
  }

  #exported(subpath: string, folder: string, from: string | undefined): string {
    const field = packageJsonIn(folder, this.#files.files)?.exports ?? null;
    const match = matchKey(subpath, exportsMap(field));
    const chosen = match && choose(match.target, 'require');
    if (!match || typeof chosen !== 'string') throw errors.notExported(subpath, folder, from);
    const target = match.star === undefined ? chosen : chosen.replaceAll('*', match.star);
    const full = resolvePath(appFolder + folder, target);
    const found = this.#finder.find(full, target, []);
    if (found !== undefined) return found;
    const about = { code: 'MODULE_NOT_FOUND', path: `${appFolder}${folder}`.replace(/\/$/, '') };
    throw Object.assign(new Error(`Cannot find module '${full}'`), about);
  }
}
