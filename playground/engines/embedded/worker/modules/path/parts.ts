import { validateObject, validateString } from '../errors/validate.ts';

/** The parts of a path: its folder, its name, its extension. */

function withoutEndSlashes(path: string): string {
  return path.replace(/\/+$/, '');
}

export function dirname(path: string): string {
  validateString(path, 'path');
  if (path === '') return '.';
  const bare = withoutEndSlashes(path);
  const slash = bare.lastIndexOf('/');
  if (slash < 0) return path.startsWith('/') ? '/' : '.';
  // Only the slashes before the name go: `a//b` is in `a/`, and `//b` is in `//`.
  if (slash === 0) return '/';
  return slash === 1 && path.startsWith('/') ? '//' : bare.slice(0, slash);
}

/** As in Node: slashes after a name stay, where the suffix ends with all of it and has more. */
export function endsWithinSuffix(name: string, suffix: string, path: string): boolean {
  const longer = suffix.length > name.length && suffix.length <= path.length;
  return longer && suffix !== path && suffix.endsWith(name);
}

/** @param suffix cut off, unless it is the whole name */
export function basename(path: string, suffix?: string): string {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  const bare = withoutEndSlashes(path);
  const name = bare.slice(bare.lastIndexOf('/') + 1);
  if (suffix && endsWithinSuffix(name, suffix, path)) return path.slice(bare.length - name.length);
  if (suffix === undefined || suffix === '' || name === suffix || !name.endsWith(suffix))
    return suffix !== undefined && path === suffix ? '' : name;
  return name.slice(0, name.length - suffix.length);
}

/** `.ts` of `a.d.ts`; a name's first dot begins none, nor do `.` and `..` */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 || name === '..' ? '' : name.slice(dot);
}

export function extname(path: string): string {
  validateString(path, 'path');
  return extensionOf(basename(path));
}

export interface ParsedPath {
  root: string;
  dir: string;
  base: string;
  ext: string;
  name: string;
}

export function parse(path: string): ParsedPath {
  validateString(path, 'path');
  const root = path.startsWith('/') ? '/' : '';
  const base = basename(path);
  // As in Node: right behind the root, two dots are a name and an extension.
  const ext = /^\/\.\.\/*$/.test(path) ? '.' : extname(base);
  const before = withoutEndSlashes(path).lastIndexOf('/');
  const dir = before > 0 ? path.slice(0, before) : root;
  return { root, dir, base, ext, name: ext === '' ? base : base.slice(0, -ext.length) };
}

/**
 * The reverse of `parse`; `dir` goes before `root`, `base` before `name` and `ext`.
 * @param separator stands between the folder and the name
 */
export function format(parts: Partial<ParsedPath>, separator: '/' | '\\'): string {
  validateObject(parts, 'pathObject');
  const dir = parts.dir || parts.root;
  const ext = `${parts.ext || ''}`;
  const dotted = !parts.ext || ext.startsWith('.') ? ext : `.${ext}`;
  const base = parts.base || `${parts.name || ''}${dotted}`;
  if (!dir) return base;
  return dir === parts.root ? `${dir}${base}` : `${dir}${separator}${base}`;
}
