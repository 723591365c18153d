import { validateBytes } from './arguments.ts';
import { isUtf8 } from './byte-checks.ts';
import type { Encoding } from './encodings/encoding.ts';
import { latin1 } from './encodings/single-byte.ts';
import { namedEncoding } from './encodings/table.ts';
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
  const encoding = namedEncoding(name);
  if (encoding === undefined || !supported.has(encoding.name))
    throw cannot('U_ILLEGAL_ARGUMENT_ERROR');
  return encoding;
}

/** Node takes high bytes of ASCII for Latin 1 where the goal is UTF-16, and nowhere else. */
function decode(source: Uint8Array, { name, decode }: Encoding, to: Encoding): string {
  if (name === 'ascii' && to.name === 'utf16le') return latin1.decode(source);
  if (name === 'ascii') return latin1.decode(source).replaceAll(/[^\0-\x7f]/g, unknown);
  return decode(source);
}

/** Broken pairs, and what is cut off at the end, become the sign for what is unknown. */
function repaired(text: string, bytes: number): string {
  return bytes % 2 === 0
    ? text.toWellFormed()
    : text.replace(/[\ud800-\udbff]$/, '').toWellFormed() + unknown;
}

/** Signs that change others, or are not seen: ICU has nothing to say for them. */
const ignorable = /^\p{Default_Ignorable_Code_Point}$/u;

/** @param highest code point that the encoding has; what is above becomes a question mark */
function narrowed(text: string, highest: number): string {
  const kept = Array.from(text, (sign) => {
    if ((sign.codePointAt(0) ?? 0) <= highest) return sign;
    return ignorable.test(sign) ? '' : '?';
  });
  return kept.join('');
}

/**
 * @param fromEnc of UTF-8, UTF-16, Latin 1 and ASCII, as is `toEnc`; without one it is UTF-8
 * @throws {Error} for another encoding, and between two of Unicode for text that is none
 */
export function transcode(source: unknown, fromEnc: unknown, toEnc: unknown): FastBuffer {
  validateBytes(source, 'source');
  if (source.length === 0) return encode('', utf8);
  const [from, to] = [supportedEncoding(fromEnc), supportedEncoding(toEnc)];
  const text = decode(source, from, to);
  if (from.name === 'utf8' && to.name === 'utf16le' && !isUtf8(source))
    throw cannot('U_INVALID_CHAR_FOUND');
  if (from.name === 'utf16le' && to === utf8 && (source.length === 1 || !text.isWellFormed()))
    throw cannot('U_INVALID_CHAR_FOUND');
  if (from === to && from.name === 'utf16le') return encode(repaired(text, source.length), to);
  if (to.name === 'latin1') return encode(narrowed(text, 0xff), to);
  return encode(to.name === 'ascii' ? narrowed(text, 0x7f) : text, to);
}
