import { deflateSync, inflateSync } from 'fflate';
import { crc32 } from '../lib/crc32.ts';

const checksumLength = 4;

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
 * Takes the text out again. It unpacks into a fixed buffer, so that a small link cannot ask for
 * much memory.
 * @param largest the most bytes that the text may have
 * @returns nothing when anything is missing or was changed, or when there is too much
 */
export function unpack(code: string, largest: number): string | undefined {
  const bytes = fromBase64Url(code);
  if (bytes === undefined || bytes.length <= checksumLength) return undefined;
  const end = bytes.length - checksumLength;
  try {
    const plain = inflateSync(bytes.subarray(0, end), { out: new Uint8Array(largest + 1) });
    const checksum = new DataView(bytes.buffer).getUint32(end);
    if (plain.length > largest || crc32(plain) !== checksum) return undefined;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return undefined;
  }
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
