import { nodeError } from '../errors/node-error.ts';
import { base64, base64url } from './encodings/base64.ts';
import type { Encoding } from './encodings/encoding.ts';
import { hex } from './encodings/hex.ts';
import { ascii, latin1 } from './encodings/single-byte.ts';
import { utf16le } from './encodings/utf16.ts';
import { utf8 } from './encodings/utf8.ts';
import { outOfBounds } from './memory.ts';
import { notText } from './methods.ts';

/** `utf8Slice`, `hexWrite` and the like: undocumented, and yet libraries call them. */

const encodings = { ascii, base64, base64url, latin1, hex, ucs2: utf16le, utf8 };

function slice(bytes: Uint8Array, encoding: Encoding, start: number, end: number): string {
  if (start < 0 || end < 0 || (end > bytes.length && start < end))
    throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range', slice);
  return start >= end ? '' : encoding.decode(bytes.subarray(start, end));
}

function write(
  bytes: Uint8Array,
  encoding: Encoding,
  text: unknown,
  offset: number,
  length: number,
): number {
  if (typeof text !== 'string') throw notText();
  if (offset < 0 || offset > bytes.length) throw outOfBounds('offset');
  if (length < 0 || length > bytes.length - offset) throw outOfBounds('length');
  return encoding.write(text, bytes.subarray(offset, offset + length));
}

function methodsOf([name, encoding]: [string, Encoding]) {
  return {
    [`${name}Slice`](this: Uint8Array, start = 0, end = this.length): string {
      return slice(this, encoding, start, end);
    },
    [`${name}Write`](
      this: Uint8Array,
      text: unknown,
      offset = 0,
      length = this.length - offset,
    ): number {
      return write(this, encoding, text, offset, length);
    },
  };
}

export const textMethods: Readonly<Record<string, CallableFunction>> = Object.assign(
  {},
  ...Object.entries(encodings).map(methodsOf),
);
