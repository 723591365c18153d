import { validateBytes } from './arguments.ts';
import { isUtf8 } from './byte-checks.ts';
import type { Encoding } from './encodings/encoding.ts';
import { latin1 } from './encodings/single-byte.ts';
import { findEncoding } from './encodings/table.ts';
import { utf8 } from './encodings/utf8.ts';
import { encode, type FastBuffer } from './memory.ts';

/** From one encoding of text to another. */

type Failure = 'U_ILLEGAL_ARGUMENT_ERROR' | 'U_INVALID_CHAR_FOUND';

/** As the library ICU numbers them. */
const numbers: Readonly<Record<Failure, number>> = {
  U_ILLEGAL_ARGUMENT_ERROR: 1,
  U_INVALID_CHAR_FOUND: 10,
};

const supported = new Set(['utf8', 'utf16le', 'latin1', 'ascii']);
const unknown = '\ufffd';

function cannot(code: Failure): Error {
  const error = new Error(`Unable to transcode Buffer [${code}]`);
  Error.captureStackTrace(error, transcode);
  return Object.assign(error, { code, errno: numbers[code] });
}

function supportedEncoding(name: unknown): Encoding {
  const encoding = findEncoding(name === undefined ? 'utf8' : `${name}`);
  if (encoding === undefined || !supported.has(encoding.name))
    throw cannot('U_ILLEGAL_ARGUMENT_ERROR');
  return encoding;
}

/** Node takes high bytes of ASCII for Latin 1 where the goal is UTF-16, and nowhere else. */
function decode(source: Uint8Array, { name, decode }: Encoding, to: Encoding): string {
  if (name === 'ascii' && to.name === 'utf16le') return latin1.decode(source);
  if (name === 'ascii') return latin1.decode(source).replaceAll(/[^\0-\x7f]/g, unknown);
  const cut = name === 'utf16le' && source.length % 2 === 1 ? unknown : '';
  return decode(source) + cut;
}

/** @param highest code point that the encoding has; what is above becomes a question mark */
function narrowed(text: string, highest: number): string {
  const kept = Array.from(text, (sign) => ((sign.codePointAt(0) ?? 0) <= highest ? sign : '?'));
  return kept.join('');
}

/**
 * @param fromEnc of UTF-8, UTF-16, Latin 1 and ASCII, as is `toEnc`; without one it is UTF-8
 * @throws {Error} for another encoding, and between two of Unicode for text that is none
 */
export function transcode(source: unknown, fromEnc: unknown, toEnc: unknown): FastBuffer {
  validateBytes(source, 'source');
  const [from, to] = [supportedEncoding(fromEnc), supportedEncoding(toEnc)];
  const text = decode(source, from, to);
  if (from.name === 'utf8' && to.name === 'utf16le' && !isUtf8(source))
    throw cannot('U_INVALID_CHAR_FOUND');
  if (from.name === 'utf16le' && to === utf8 && !text.isWellFormed())
    throw cannot('U_INVALID_CHAR_FOUND');
  if (to.name === 'latin1') return encode(narrowed(text, 0xff), to);
  return encode(to.name === 'ascii' ? narrowed(text, 0x7f) : text, to);
}
