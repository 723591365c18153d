import type { Encoding } from './encoding.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function byteLength(text: string): number {
  let total = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    total += unit < 0x800 ? 1 : 2;
    const next = text.charCodeAt(at + 1);
    // A pair takes four bytes, two for each of its units.
    if (isHighSurrogate(unit) && next >= 0xdc00 && next < 0xe000) at++;
  }
  return total;
}

/** Browsers decode no shared memory. */
function unshared(bytes: Uint8Array): Uint8Array {
  return bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes);
}

export const utf8: Encoding = {
  name: 'utf8',
  byteLength,
  write: (text, target) => encoder.encodeInto(text, target).written,
  decode: (bytes) => decoder.decode(unshared(bytes)),
};
