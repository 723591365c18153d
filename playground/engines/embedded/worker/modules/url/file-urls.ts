import { Buffer } from '../buffer/buffer.ts';
import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { querystring } from '../querystring/querystring-module.ts';
import { unicodeDomain } from './domains.ts';
import { NodeUrl } from './node-url.ts';

/** From `file:` addresses to paths. */

interface PathOptions {
  /** Whether the path is one of Windows. */
  readonly windows?: unknown;
}

/** How the escapes of a path are read. */
type Decode = (path: string) => string;

const isUrl = (value: unknown): value is URL =>
  typeof value === 'object' &&
  value !== null &&
  Boolean(Reflect.get(value, 'href') && Reflect.get(value, 'protocol')) &&
  Reflect.get(value, 'auth') === undefined &&
  Reflect.get(value, 'path') === undefined;

function badPath(reason: string, input: URL): Error {
  const message = `File URL path ${reason}`;
  return nodeError(TypeError, 'ERR_INVALID_FILE_URL_PATH', message, badPath, { input });
}

function fileUrl(address: unknown): URL {
  const url = typeof address === 'string' ? new NodeUrl(address) : address;
  if (!isUrl(url)) throw invalidArgType('path', ['string', 'URL'], address);
  if (url.protocol === 'file:') return url;
  const message = 'The URL must be of scheme file';
  throw nodeError(TypeError, 'ERR_INVALID_URL_SCHEME', message, fileURLToPath);
}

function posixPath(url: URL, decode: Decode): string {
  if (url.hostname === '') return decode(url.pathname);
  const message = 'File URL host must be "localhost" or empty on linux';
  throw nodeError(TypeError, 'ERR_INVALID_FILE_URL_HOST', message, fileURLToPath);
}

function windowsPath(url: URL, decode: Decode, showHost: Decode = unicodeDomain): string {
  const path = decode(url.pathname.replaceAll('/', '\\'));
  if (url.hostname !== '') return `\\\\${showHost(url.hostname)}${path}`;
  if (!/^.[a-z]:/i.test(path)) throw badPath('must be absolute', url);
  return path.slice(1);
}

/** @throws {TypeError} for another scheme, a host, or an encoded slash */
export function fileURLToPath(address: unknown, options?: PathOptions | null): string {
  const url = fileUrl(address);
  if (options?.windows) {
    if (/%2f|%5c/i.test(url.pathname))
      throw badPath('must not include encoded \\ or / characters', url);
    return windowsPath(url, decodeURIComponent);
  }
  if (url.hostname === '' && /%2f/i.test(url.pathname))
    throw badPath('must not include encoded / characters', url);
  return posixPath(url, decodeURIComponent);
}

/** The path as bytes, for names that are no UTF-8. A slash may be encoded in it. */
export function fileURLToPathBuffer(address: unknown, options?: PathOptions | null): Buffer {
  const url = fileUrl(address);
  const decode: Decode = (path) => querystring.unescapeBuffer(path).toString('latin1');
  const showHost: Decode = (host) => Buffer.from(unicodeDomain(host)).toString('latin1');
  const path = options?.windows ? windowsPath(url, decode, showHost) : posixPath(url, decode);
  return Buffer.from(path, 'latin1');
}
