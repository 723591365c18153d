import { nodeError } from '../modules/errors/node-error.ts';
import { appFolder, appUrl, projectPath } from './address.ts';
import { isNodeModule } from './node-modules.ts';
import { packageJsonIn, packageOf } from './package-json.ts';
import { choose, exportsMap, matchKey, type Asking, type Match } from './package-targets.ts';
import * as errors from './resolve-errors.ts';
import type { Importer } from './resolve-errors.ts';

/** What an import names. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

/** What there is to import. */
export interface Importable {
  readonly files: Readonly<Record<string, string>>;
  /** Built-in modules without `node:`. */
  readonly builtins: Pick<ReadonlyMap<string, unknown>, 'has'>;
  readonly packages: Readonly<Record<string, string>>;
  /** Names of all the packages that the engine has; those that are named are `packages`. */
  readonly offered: readonly string[];
}

/**
 * Finds what an import means, by Node's rules for ES modules.
 * @throws Node's own errors, where there is no such thing
 */
export function resolve(specifier: string, from: Importer, what: Importable): Target {
  const target = known(specifier, from, what) ?? address(specifier, from, what);
  if (target) return target;
  if (specifier.startsWith('#')) return packageImport(specifier, from, what, 'import');
  return packageTarget(specifier, from, what, 'import') ?? unknownPackage(specifier, from, what);
}

/** @returns what is no file of the project: a module of Node, or a package of the engine */
function known(specifier: string, from: Importer, what: Importable): Target | undefined {
  const name = [specifier, `node:${specifier}`].find((one) => Object.hasOwn(what.packages, one));
  if (name !== undefined && !isHidden(name, from)) return { kind: 'package', name };
  if (specifier.startsWith('node:')) return builtin(specifier.slice(5), from, what);
  return isNodeModule(specifier) ? builtin(specifier, from, what) : undefined;
}

/** @returns whether a file of the project is not there, but as a folder */
function isFolder(path: string, files: Importable['files']): boolean {
  const folder = path === '' || path.endsWith('/') ? path : `${path}/`;
  return Object.keys(files).some((one) => one.startsWith(folder));
}

/**
 * What `#name` means in the package of the importing file.
 * @throws {TypeError} ERR_PACKAGE_IMPORT_NOT_DEFINED
 */
function packageImport(
  specifier: string,
  from: Importer,
  what: Importable,
  asking: Asking,
): Target {
  if (specifier === '#')
    throw errors.badSpecifier(specifier, 'is not a valid internal imports specifier name', from);
  const scope = packageOf(from ?? '', what.files);
  const match = scope?.json.imports && matchKey(specifier, scope.json.imports);
  const target = match && targetOf(match, asking);
  if (!scope || !match || typeof target !== 'string')
    throw errors.missingImport(specifier, scope?.folder, from);
  checkStar(specifier, match, 'imports', scope.folder, from);
  if (target.startsWith('./')) return fileAt(`${appFolder}${scope.folder}${target}`, from, what);
  if (/^(?:\.\.)?\/|^[a-z][a-z\d+.-]*:/i.test(target))
    throw errors.badTarget(target, match.key, scope.folder, from);
  return resolve(target, `${scope.folder}package.json`, what);
}

/**
 * What a bare name means: the file's own package, or one in a `node_modules` of the project.
 * @returns undefined where there is no such package
 */
function packageTarget(
  specifier: string,
  from: Importer,
  what: Importable,
  asking: Asking,
): Target | undefined {
  const name = packageName(specifier, from);
  const subpath = `.${specifier.slice(name.length)}`;
  const own = packageOf(from ?? '', what.files);
  if (own && own.json.name === name && own.json.exports !== undefined)
    return exported(subpath, own.folder, own.json.exports, from, what, asking);
  const folder = installedFolder(name, from, what.files);
  if (folder === undefined) return undefined;
  const json = packageJsonIn(folder, what.files);
  if (json?.exports !== undefined)
    return exported(subpath, folder, json.exports, from, what, asking);
  const file = subpath === '.' ? mainFile(folder, json?.main, what.files) : subpath;
  return fileAt(`${appFolder}${folder}${file}`, from, what);
}

function exported(
  subpath: string,
  folder: string,
  field: Parameters<typeof exportsMap>[0],
  from: Importer,
  what: Importable,
  asking: Asking,
): Target {
  const match = matchKey(subpath, exportsMap(field));
  const target = match && targetOf(match, asking);
  if (!match || typeof target !== 'string') throw errors.notExported(subpath, folder, from);
  checkStar(subpath, match, 'exports', folder, from);
  return fileAt(`${appFolder}${folder}${target}`, from, what);
}

function targetOf({ target, star }: Match, asking: Asking): string | null | undefined {
  const chosen = choose(target, asking);
  return typeof chosen === 'string' && star !== undefined ? chosen.replaceAll('*', star) : chosen;
}

function checkStar(
  specifier: string,
  { star, key }: Match,
  field: 'imports' | 'exports',
  folder: string,
  from: Importer,
): void {
  if (star === undefined || !/(?:^|[/\\])(?:\.{1,2}|node_modules)(?:[/\\]|$)/i.test(star)) return;
  const where = `${appFolder}${folder}package.json`;
  const why = `request is not a valid match in pattern "${key}" for the "${field}" resolution of ${where}`;
  throw errors.badSpecifier(specifier, why, from);
}

/** The folders that Node tries, from the nearest `node_modules` up. */
function installedFolder(
  name: string,
  from: Importer,
  files: Importable['files'],
): string | undefined {
  const parts = (from ?? '').split('/').slice(0, -1);
  for (let count = parts.length; count >= 0; count -= 1) {
    if (parts[count - 1] === 'node_modules') continue;
    const folder = [...parts.slice(0, count), 'node_modules', name, ''].join('/');
    if (isFolder(folder, files)) return folder;
  }
  return undefined;
}

function mainFile(folder: string, main: string | undefined, files: Importable['files']): string {
  const tried = main === undefined ? [] : [main, `${main}.js`, `${main}.json`, `${main}/index.js`];
  const plain = tried.map((one) => one.replace(/^\.\//, ''));
  return plain.find((one) => Object.hasOwn(files, folder + one)) ?? 'index.js';
}

function builtin(name: string, from: Importer, { builtins }: Importable): Target {
  if (builtins.has(name) && !isHidden(`node:${name}`, from)) return { kind: 'builtin', name };
  throw isNodeModule(`node:${name}`)
    ? errors.unsupportedBuiltin(name)
    : errors.noSuchBuiltin(`node:${name}`);
}

/** Only what comes with the engine sees the machine below it. */
function isHidden(name: string, from: Importer): boolean {
  return from !== undefined && name.startsWith('node:internal/');
}

/** A specifier that is an address, or part of one. */
function address(specifier: string, from: Importer, what: Importable): Target | undefined {
  const relative = /^\.{0,2}\//.test(specifier) || /^\.{1,2}$/.test(specifier);
  if (relative || specifier.startsWith('file:'))
    return fileAt(pathOf(new URL(specifier, appUrl + (from ?? '')), from), from, what);
  if (specifier.startsWith('data:')) throw errors.noDataModules();
  if (!/^[a-z][a-z\d+.-]*:/i.test(specifier)) return undefined;
  const known = /^https?:/.test(specifier) ? 'file and data' : 'file, data, and node';
  throw errors.unsupportedScheme(specifier, known);
}

function pathOf({ pathname, hostname }: URL, from: Importer): string {
  if (hostname !== '')
    throw nodeError(
      TypeError,
      'ERR_INVALID_FILE_URL_HOST',
      'File URL host must be "localhost" or empty on linux',
    );
  if (/%2f|%5c/i.test(pathname)) {
    const why = String.raw`must not include encoded "/" or "\" characters`;
    throw errors.badSpecifier(pathname, why, from);
  }
  return decodeURIComponent(pathname);
}

/** @param full absolute path, with or without `./` inside */
function fileAt(full: string, from: Importer, { files }: Importable): Target {
  const plain = full.replaceAll('/./', '/');
  const path = projectPath(plain);
  if (path !== undefined && Object.hasOwn(files, path)) return { kind: 'file', path };
  if (path !== undefined && isFolder(path, files)) throw errors.isFolder(plain, from);
  throw errors.missingFile(plain, from);
}

/** @throws {TypeError} ERR_INVALID_MODULE_SPECIFIER */
function packageName(specifier: string, from: Importer): string {
  const count = specifier.startsWith('@') ? 2 : 1;
  const parts = specifier.split('/').slice(0, count);
  const name = parts.join('/');
  if (parts.length < count || name.startsWith('.') || /[\\%]/.test(name))
    throw errors.badSpecifier(specifier, 'is not a valid package name', from);
  return name;
}

function unknownPackage(specifier: string, from: Importer, { offered }: Importable): never {
  const name = packageName(specifier, from);
  throw offered.includes(name)
    ? errors.unsupportedEntry(specifier, name, offered)
    : errors.missingPackage(name, from, offered);
}
