import { stat } from 'node:fs/promises';
import { posix, resolve, sep } from 'node:path';

/** What a path of the address bar stands for. */
export type Located =
  | { readonly kind: 'file'; readonly file: string; readonly pathname: string }
  | { readonly kind: 'redirect'; readonly pathname: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'malformed' };

/** Files that configure a host and are not part of the site. */
const HIDDEN = new Set(['/_headers', '/_redirects']);

/**
 * Finds the file for a request path: `/a/` is `a/index.html`, `/a` redirects there, `/a` may also be
 * `a.html`. Nothing outside the root can be reached: the path is decoded once, must be free of
 * backslashes and NUL, is normalized, and the result must lie below the root.
 *
 * @param root Folder of the built site.
 * @param rawPath Path of the request, still percent-encoded, without its query.
 */
export async function locate(root: string, rawPath: string): Promise<Located> {
  const pathname = decode(rawPath);
  if (pathname === undefined) return { kind: 'malformed' };
  const target = resolve(root, `.${pathname}`);
  if (target !== resolve(root) && !target.startsWith(resolve(root) + sep)) {
    return { kind: 'malformed' };
  }
  if (HIDDEN.has(pathname)) return { kind: 'missing' };
  if (pathname.endsWith('/')) return fileOr(resolve(target, 'index.html'), pathname);
  if (await isFile(target)) return { kind: 'file', file: target, pathname };
  if (await isFile(resolve(target, 'index.html'))) {
    return { kind: 'redirect', pathname: encodeURI(`${pathname}/`) };
  }
  return fileOr(`${target}.html`, pathname);
}

/** @returns The decoded, normalized absolute path, or `undefined` if it is not one. */
function decode(rawPath: string): string | undefined {
  try {
    const decoded = decodeURIComponent(rawPath);
    if (!decoded.startsWith('/') || /[\\\0]/.test(decoded)) return undefined;
    return posix.normalize(decoded);
  } catch {
    return undefined;
  }
}

async function fileOr(file: string, pathname: string): Promise<Located> {
  return (await isFile(file)) ? { kind: 'file', file, pathname } : { kind: 'missing' };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
