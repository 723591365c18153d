import { invalidArgValue } from '../errors/argument-errors.ts';
import { validateString } from '../errors/validate.ts';
import { invalidUrl } from './invalid-url.ts';
import { NodeUrl } from './node-url.ts';

/** From paths to `file:` addresses. */

/** Makes a path absolute. */
export type Resolve = (path: string) => string;

/** Signs of a path that an address takes as they are. */
const notPlain = /[^!$&'()*+,\-./\d:;=@A-Z_a-z]/gu;
const base = 'file:';

function encode(path: string): string {
  return path.toWellFormed().replaceAll(notPlain, (sign) => {
    const encoded = encodeURIComponent(sign);
    // Of the signs that the language leaves, Node encodes one.
    return encoded === '~' ? '%7E' : encoded;
  });
}

function fileUrl(path: string, host = ''): URL {
  return new NodeUrl(`file://${host}${encode(path)}`);
}

function isSlash(sign: string | undefined, windows: boolean): boolean {
  return sign === '/' || (windows && sign === '\\');
}

/** What is resolved loses its last slash, which means a folder. */
function absolute(path: string, resolve: Resolve, windows: boolean): string {
  const resolved = resolve(path);
  const separator = windows ? '\\' : '/';
  return isSlash(path.at(-1), windows) && !resolved.endsWith(separator)
    ? resolved + separator
    : resolved;
}

/** `\\server\share`, which may hide behind `\\?\UNC\`. */
function shareUrl(path: string): URL {
  const isLong = path.startsWith('\\\\?\\UNC\\');
  const start = isLong ? 8 : 2;
  const end = path.indexOf('\\', start);
  if (end === -1) throw invalidArgValue('path', path, 'Missing UNC resource path');
  if (end === 2) throw invalidArgValue('path', path, 'Empty UNC servername');
  const host = path.slice(start, end);
  const rest = path.slice(end).replaceAll('\\', '/');
  if (!NodeUrl.canParse(`file://${host}/`)) throw invalidUrl(`file://${host}`, base);
  return fileUrl(rest, host);
}

/** @param windows how a path of Windows is made absolute, where it is one */
export function pathToFileURL(path: unknown, resolve: Resolve, windows: Resolve | undefined): URL {
  validateString(path, 'path');
  if (windows === undefined) return fileUrl(absolute(path, resolve, false));
  const isLongDrive = /^\\\\\?\\[a-z]:\\/i.test(path);
  if (path.startsWith('\\\\') && !isLongDrive) return shareUrl(path);
  const local = isLongDrive ? path.slice(4) : path;
  return fileUrl(
    `/${absolute(local, windows, true).replaceAll('\\', '/')}`.replace(/^\/{2,}/, '/'),
  );
}
