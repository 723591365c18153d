/** Bytes that have a meaning of their own in HTTP. */
export const tab = 9;
export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const quote = 34;
export const colon = 58;
export const semicolon = 59;
export const equals = 61;
export const backslash = 92;

/** A table of which bytes are in a set. */
export function byteSet(pattern: RegExp): readonly boolean[] {
  return Array.from({ length: 256 }, (_, byte) => pattern.test(String.fromCharCode(byte)));
}

/** Characters of a token (RFC 9110, section 5.6.2). */
export const tokenBytes = byteSet(/[!#$%&'*+\-.^_`|~\dA-Za-z]/);

export const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;
