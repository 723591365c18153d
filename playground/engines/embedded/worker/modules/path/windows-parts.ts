import { validateString } from '../errors/validate.ts';
import { endsWithinSuffix, extensionOf, type ParsedPath } from './parts.ts';
import { hasDrive, isSeparator, rootOf } from './windows-root.ts';

/** The parts of a path of Windows. */

/** Characters of what has no parent. */
function rootLength(path: string): number {
  const { kind, end } = rootOf(path);
  if (kind !== 'share' && kind !== 'device') return end;
  const shareEnd =
    kind === 'device' ? (/^..[^\\/]+[\\/]+[^\\/]+/.exec(path)?.[0].length ?? end) : end;
  // The separator behind a share belongs to its root.
  return Math.min(shareEnd + 1, path.length);
}

/** The last name, between its separators. */
const lastName = /[\\/][^\\/]+[\\/]*$/;

export function dirname(path: string): string {
  validateString(path, 'path');
  if (path === '') return '.';
  const root = rootLength(path);
  if (path.length === 1) return isSeparator(path) ? path : '.';
  const before = lastName.exec(path.slice(root));
  if (before !== null) return path.slice(0, root + before.index);
  return root > 0 ? path.slice(0, root) : '.';
}

/** @param suffix cut off, unless it is the whole name */
export function basename(path: string, suffix?: string): string {
  if (suffix !== undefined) validateString(suffix, 'suffix');
  validateString(path, 'path');
  const rest = hasDrive(path) ? path.slice(2) : path;
  const name = rest.replace(/[\\/]+$/, '').replace(/^.*[\\/]/s, '');
  if (suffix === undefined || suffix === '' || suffix.length > path.length) return name;
  if (suffix === path) return '';
  if (endsWithinSuffix(name, suffix, path)) {
    const bare = rest.replace(/[\\/]+$/, '');
    return rest.slice(bare.length - name.length);
  }
  return name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

export function extname(path: string): string {
  validateString(path, 'path');
  return extensionOf(basename(path));
}

export function parse(path: string): ParsedPath {
  validateString(path, 'path');
  const end = rootLength(path);
  const root = path.slice(0, end);
  const rest = path.slice(end);
  const base = rest.replace(/[\\/]+$/, '').replace(/^.*[\\/]/s, '');
  const ext = extensionOf(base);
  const before = lastName.exec(rest);
  const dir = before === null ? root : path.slice(0, end + before.index);
  return { root, dir, base, ext, name: ext === '' ? base : base.slice(0, -ext.length) };
}
