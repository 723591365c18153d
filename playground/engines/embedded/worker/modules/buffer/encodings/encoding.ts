/** One way to write text as bytes. None of these functions throws. */
export interface Encoding {
  readonly name: BufferEncoding;
  /** Bytes that the text takes at most; exact unless the text breaks the encoding's rules. */
  byteLength(text: string): number;
  /**
   * Writes what fits, and no part of a character.
   * @returns how many bytes were written
   */
  write(text: string, target: Uint8Array): number;
  decode(bytes: Uint8Array): string;
}

/** How many arguments a call may well have. */
const chunkLength = 4096;

/** A text of code units, for arrays of any length. */
export function textOfUnits(units: Uint8Array | Uint16Array): string {
  let text = '';
  for (let start = 0; start < units.length; start += chunkLength)
    text += String.fromCharCode(...units.subarray(start, start + chunkLength));
  return text;
}
