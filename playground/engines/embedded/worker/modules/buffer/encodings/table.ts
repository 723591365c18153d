import { nodeError } from '../../errors/node-error.ts';
import { format } from '../../util/inspect.ts';
import { base64, base64url } from './base64.ts';
import type { Encoding } from './encoding.ts';
import { hex } from './hex.ts';
import { ascii, latin1 } from './single-byte.ts';
import { utf16le } from './utf16.ts';
import { utf8 } from './utf8.ts';

const encodings: ReadonlyMap<string, Encoding> = new Map([
  ['utf8', utf8],
  ['utf-8', utf8],
  ['utf16le', utf16le],
  ['utf-16le', utf16le],
  ['ucs2', utf16le],
  ['ucs-2', utf16le],
  ['latin1', latin1],
  ['binary', latin1],
  ['ascii', ascii],
  ['hex', hex],
  ['base64', base64],
  ['base64url', base64url],
]);

/** @param name in any case */
export function findEncoding(name: string): Encoding | undefined {
  return encodings.get(name) ?? encodings.get(name.toLowerCase());
}

/** Of what may be anything: nothing stands for UTF-8, and only a text names an encoding. */
export function namedEncoding(name: unknown): Encoding | undefined {
  if (name === undefined || name === null || name === '') return utf8;
  return typeof name === 'string' ? findEncoding(name) : undefined;
}

export function unknownEncoding(name: unknown): Error {
  const message = format('Unknown encoding: %s', name);
  return nodeError(TypeError, 'ERR_UNKNOWN_ENCODING', message, unknownEncoding);
}

/** @throws {TypeError} ERR_UNKNOWN_ENCODING */
export function encodingOf(name: unknown): Encoding {
  const encoding = findEncoding(`${name}`);
  if (encoding === undefined) throw unknownEncoding(name);
  return encoding;
}
