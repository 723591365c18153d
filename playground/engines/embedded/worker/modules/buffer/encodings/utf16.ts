import { textOfUnits, type Encoding } from './encoding.ts';

/** UTF-16, the low byte first. */
export const utf16le: Encoding = {
  name: 'utf16le',
  byteLength: (text) => text.length * 2,
  write(text, target) {
    const units = Math.min(text.length, target.length >>> 1);
    for (let at = 0; at < units; at++) {
      const unit = text.charCodeAt(at);
      target[at * 2] = unit;
      target[at * 2 + 1] = unit >>> 8;
    }
    return units * 2;
  },
  decode(bytes) {
    const units = new Uint16Array(bytes.length >>> 1);
    for (let at = 0; at < units.length; at++)
      units[at] = (bytes[at * 2] ?? 0) | ((bytes[at * 2 + 1] ?? 0) << 8);
    return textOfUnits(units);
  },
};
