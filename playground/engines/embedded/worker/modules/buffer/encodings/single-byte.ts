import { textOfUnits, type Encoding } from './encoding.ts';

/** A byte is a character; what is above 255 loses its high byte. */
function write(text: string, target: Uint8Array): number {
  const length = Math.min(text.length, target.length);
  for (let at = 0; at < length; at++) target[at] = text.charCodeAt(at);
  return length;
}

const byteLength = (text: string): number => text.length;

export const latin1: Encoding = { name: 'latin1', byteLength, write, decode: textOfUnits };

/** Written as Latin 1, and read without the highest bit. */
export const ascii: Encoding = {
  name: 'ascii',
  byteLength,
  write,
  decode: (bytes) => textOfUnits(new Uint8Array(bytes).map((byte) => byte & 0x7f)),
};
