import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { validateString } from '../errors/validate.ts';
import { NodeUrl } from './node-url.ts';

/** Between `file:` addresses and paths. */

function badFileUrl(code: string, message: string, more: Record<string, unknown> = {}): Error {
  return nodeError(TypeError, code, message, badFileUrl, more);
}

/** @throws {TypeError} for another scheme, a host, or an encoded slash */
export function fileURLToPath(address: string | URL): string {
  if (typeof address !== 'string' && !(address instanceof URL))
    throw invalidArgType('path', ['string', 'URL'], address);
  const url = typeof address === 'string' ? new NodeUrl(address) : address;
  if (url.protocol !== 'file:')
    throw badFileUrl('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (url.hostname !== '')
    throw badFileUrl(
      'ERR_INVALID_FILE_URL_HOST',
      'File URL host must be "localhost" or empty on linux',
    );
  if (/%2f/i.test(url.pathname))
    throw badFileUrl(
      'ERR_INVALID_FILE_URL_PATH',
      'File URL path must not include encoded / characters',
      { input: url },
    );
  return decodeURIComponent(url.pathname);
}

/** What an address would take for its own signs. */
const special: Readonly<Record<string, string>> = {
  '%': '%25',
  '\\': '%5C',
  '\n': '%0A',
  '\r': '%0D',
  '\t': '%09',
  '?': '%3F',
  '#': '%23',
};

/** @param resolve makes a path absolute */
export function pathToFileURL(path: string, resolve: (path: string) => string): URL {
  validateString(path, 'path');
  const absolute = resolve(path) + (path.endsWith('/') && path !== '/' ? '/' : '');
  const encoded = absolute.replaceAll(/[%\\\n\r\t?#]/g, (sign) => special[sign] ?? sign);
  return new NodeUrl(`file://${encoded}`);
}
