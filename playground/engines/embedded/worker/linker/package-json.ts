import { foldersAbove } from './address.ts';
import { configError } from './resolve-errors.ts';

type Files = Readonly<Record<string, string>>;

/** What `exports` and `imports` may hold, at any depth. */
export type PackageTarget =
  string | null | readonly PackageTarget[] | { readonly [condition: string]: PackageTarget };

/** The fields of a `package.json` that decide what an import means. */
export interface PackageJson {
  readonly name?: string;
  readonly type?: string;
  readonly main?: string;
  readonly exports?: PackageTarget;
  readonly imports?: Readonly<Record<string, PackageTarget>>;
}

/** A package of the project: its folder, empty or with a slash at its end, and its fields. */
export interface PackageScope {
  readonly folder: string;
  readonly json: PackageJson;
}

const parsed = new WeakMap<Files, Map<string, PackageJson | undefined>>();

/**
 * @param folder empty, or with a slash at its end
 * @throws {Error} ERR_INVALID_PACKAGE_CONFIG where it is not JSON
 */
export function packageJsonIn(folder: string, files: Files): PackageJson | undefined {
  const known = parsed.get(files) ?? new Map<string, PackageJson | undefined>();
  parsed.set(files, known);
  if (!known.has(folder)) known.set(folder, read(`${folder}package.json`, files));
  return known.get(folder);
}

/** @returns the package that a file belongs to: the nearest folder with a `package.json` */
export function packageOf(path: string, files: Files): PackageScope | undefined {
  for (const folder of foldersAbove(path)) {
    if (folder.endsWith('node_modules/')) return undefined;
    const json = packageJsonIn(folder, files);
    if (json) return { folder, json };
  }
  return undefined;
}

function read(path: string, files: Files): PackageJson | undefined {
  if (!Object.hasOwn(files, path)) return undefined;
  try {
    const json: unknown = JSON.parse(files[path] ?? '');
    return typeof json === 'object' && json !== null ? json : {};
  } catch (error) {
    throw configError(path, error);
  }
}
