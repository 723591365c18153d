import type { Encoding } from './encoding.ts';

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** NaN for anything but a digit. As in Node, only the low byte of a code unit counts. */
function digit(codeUnit: number): number {
  const unit = codeUnit & 0xff;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : NaN;
}

/** Two digits a byte. Reading ends at the first pair that is none. */
export const hex: Encoding = {
  name: 'hex',
  byteLength: (text) => text.length >>> 1,
  write(text, target) {
    const length = Math.min(text.length >>> 1, target.length);
    for (let at = 0; at < length; at++) {
      const byte = digit(text.charCodeAt(at * 2)) * 16 + digit(text.charCodeAt(at * 2 + 1));
      if (Number.isNaN(byte)) return at;
      target[at] = byte;
    }
    return length;
  },
  decode(bytes) {
    let text = '';
    for (const byte of bytes) text += pairs[byte];
    return text;
  },
};
