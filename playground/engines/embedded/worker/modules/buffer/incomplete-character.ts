/**
 * How many bytes at the end of a chunk begin a character that the next chunk must finish, and how
 * many are missing from it.
 */
export interface Incomplete {
  readonly held: number;
  readonly missing: number;
}

const complete: Incomplete = { held: 0, missing: 0 };
const longestCharacter = 4;

export function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** Bytes of the UTF-8 character that begins with this one; 0 for what begins none. */
function lengthAfterLead(lead: number): number {
  if ((lead & 0xe0) === 0xc0) return 2;
  if ((lead & 0xf0) === 0xe0) return 3;
  return (lead & 0xf8) === 0xf0 ? 4 : 0;
}

function ofUtf8(bytes: Uint8Array): Incomplete {
  const furthest = Math.min(bytes.length, longestCharacter);
  for (let held = 1; held <= furthest; held++) {
    const byte = bytes.at(-held) ?? 0;
    if (byte < 0x80) return complete;
    if (isContinuation(byte)) continue;
    const missing = lengthAfterLead(byte) - held;
    return missing > 0 ? { held, missing } : complete;
  }
  return complete;
}

/** Whether a pair of surrogates is half here: the high byte comes last. */
function endsWithHighSurrogate(bytes: Uint8Array): boolean {
  return ((bytes.at(-1) ?? 0) & 0xfc) === 0xd8;
}

function ofUtf16(bytes: Uint8Array): Incomplete {
  if (bytes.length % 2 === 1) return { held: 1, missing: 1 };
  return endsWithHighSurrogate(bytes) ? { held: 2, missing: 2 } : complete;
}

function ofBase64(bytes: Uint8Array): Incomplete {
  const held = bytes.length % 3;
  return held === 0 ? complete : { held, missing: 3 - held };
}

/** For encodings without characters of several bytes: nothing is ever held back. */
export function incompleteEnd(encoding: BufferEncoding, bytes: Uint8Array): Incomplete {
  switch (encoding) {
    case 'utf8':
      return ofUtf8(bytes);
    case 'utf16le':
      return ofUtf16(bytes);
    case 'base64':
    case 'base64url':
      return ofBase64(bytes);
    default:
      return complete;
  }
}
