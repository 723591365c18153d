import { Buffer } from '../buffer/buffer.ts';

/** From percent signs to text. */

const escaped = /%([\da-f]{2})/gi;

/** @param decodeSpaces whether a plus stands for a space */
export function unescapeBuffer(text: string, decodeSpaces = false): Buffer {
  const spaced = decodeSpaces ? text.replaceAll('+', ' ') : text;
  const single = spaced.replaceAll(escaped, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(single, 'latin1');
}

/** Also for what is no UTF-8: then each escape is a byte. */
export function unescape(text: string, decodeSpaces = false): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return unescapeBuffer(text, decodeSpaces).toString();
  }
}

export function hasEscapes(text: string): boolean {
  return /%[\da-f]{2}/i.test(text);
}
