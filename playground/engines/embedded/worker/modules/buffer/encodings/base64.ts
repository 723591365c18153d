import { textOfUnits, type Encoding } from './encoding.ts';

const common = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const units = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));
const padding = '='.charCodeAt(0);

/** Code unit → its six bits; both alphabets are read, everything else is passed over. */
const sixBits = new Int8Array(256).fill(-1);
for (const last of ['+/', '-_'])
  for (const [bits, unit] of units(common + last).entries()) sixBits[unit] = bits;

function byteLength(text: string): number {
  let length = text.length;
  if (text.endsWith('=')) length--;
  if (length > 1 && text[length - 1] === '=') length--;
  return Math.floor((length * 3) / 4);
}

function write(text: string, target: Uint8Array): number {
  let written = 0;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length && written < target.length; at++) {
    // As in Node, only the low byte of a code unit counts.
    const unit = text.charCodeAt(at) & 0xff;
    if (unit === padding) break;
    const next = sixBits[unit] ?? -1;
    if (next < 0) continue;
    held = ((held << 6) | next) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    target[written++] = held >>> bits;
  }
  return written;
}

/** @param padded whether `=` fills the last group of four */
function decode(bytes: Uint8Array, alphabet: readonly number[], padded: boolean): string {
  const signs = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(padding);
  let at = 0;
  for (let start = 0; start < bytes.length; start += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[start], bytes[start + 1], bytes[start + 2]];
    const group = [a >>> 2, ((a & 3) << 4) | (b >>> 4), ((b & 15) << 2) | (c >>> 6), c & 63];
    const used = Math.min(bytes.length - start, 3) + 1;
    for (let sign = 0; sign < used; sign++) signs[at++] = alphabet[group[sign] ?? 0] ?? padding;
  }
  return textOfUnits(padded ? signs : signs.subarray(0, at));
}

function variant(name: 'base64' | 'base64url', last: string, padded: boolean): Encoding {
  const alphabet = units(common + last);
  return { name, byteLength, write, decode: (bytes) => decode(bytes, alphabet, padded) };
}

export const base64 = variant('base64', '+/', true);
export const base64url = variant('base64url', '-_', false);
