import { deflateSync, Inflate } from 'fflate';
import { crc32 } from './crc32.ts';

const checksumLength = 4;

/** Deflate makes at most a thousandfold of its input, so a step unpacks to 256 KiB at most. */
const stepBytes = 256;

/** Packs text into letters that a URL can carry: base64url of deflated UTF-8 and its CRC-32. */
export function pack(text: string): string {
  const plain = new TextEncoder().encode(text);
  const deflated = deflateSync(plain, { level: 9 });
  const bytes = new Uint8Array(deflated.length + checksumLength);
  bytes.set(deflated);
  new DataView(bytes.buffer).setUint32(deflated.length, crc32(plain));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
}

/**
 * Takes the text out again. It unpacks step by step and stops at the first byte too many, so that a
 * small link can ask neither for much memory nor for much time. Never throws.
 * @param largest the most bytes that the text may have
 * @returns nothing when anything is missing or was changed, or when there is too much
 */
export function unpack(code: string, largest: number): string | undefined {
  const bytes = fromBase64Url(code);
  if (bytes === undefined || bytes.length <= checksumLength) return undefined;
  const end = bytes.length - checksumLength;
  try {
    const plain = inflate(bytes.subarray(0, end), largest);
    const checksum = new DataView(bytes.buffer).getUint32(end);
    if (plain === undefined || crc32(plain) !== checksum) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return undefined;
  }
}

/** @returns nothing where there is more than `largest` bytes */
function inflate(bytes: Uint8Array, largest: number): Uint8Array | undefined {
  const plain = new Uint8Array(largest);
  let length = 0;
  let isTooMuch = false;
  const stream = new Inflate((piece) => {
    isTooMuch ||= length + piece.length > largest;
    if (isTooMuch) return;
    plain.set(piece, length);
    length += piece.length;
  });
  for (let from = 0; from < bytes.length && !isTooMuch; from += stepBytes) {
    stream.push(bytes.slice(from, from + stepBytes), from + stepBytes >= bytes.length);
  }
  return isTooMuch ? undefined : plain.subarray(0, length);
}

function fromBase64Url(code: string): Uint8Array | undefined {
  if (!/^[\w-]*$/u.test(code)) return undefined;
  try {
    const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
