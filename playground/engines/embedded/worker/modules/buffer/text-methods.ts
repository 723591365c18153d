import { nodeError } from '../errors/node-error.ts';
import { base64, base64url } from './encodings/base64.ts';
import type { Encoding } from './encodings/encoding.ts';
import { hex } from './encodings/hex.ts';
import { ascii, latin1 } from './encodings/single-byte.ts';
import { utf16le } from './encodings/utf16.ts';
import { utf8 } from './encodings/utf8.ts';
import { integerOf, part } from './arguments.ts';
import { outOfBounds } from './memory.ts';
import { notText } from './methods.ts';

/** `utf8Slice`, `hexWrite` and the like: undocumented, and yet libraries call them. */

const encodings = { ascii, base64, base64url, latin1, hex, ucs2: utf16le, utf8 };

/** Where Node checks the numbers before it looks at the text, and takes a BigInt for one. */
const checkedFirst: ReadonlySet<Encoding> = new Set([ascii, latin1, utf8]);

type Place = readonly [offset: unknown, length: unknown];

/** @throws {RangeError} ERR_OUT_OF_RANGE below 0 */
function indexOf(value: unknown, otherwise: number): number {
  const index = value === undefined ? otherwise : integerOf(value);
  if (index < 0) throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range', indexOf);
  return index;
}

function slice(bytes: Uint8Array, encoding: Encoding, first: unknown, last: unknown): string {
  const { length } = part(bytes, 0, Infinity);
  if (length === 0) return '';
  const start = indexOf(first, 0);
  const end = indexOf(last, length);
  if (start >= end) return '';
  if (end > length) throw nodeError(RangeError, 'ERR_OUT_OF_RANGE', 'Index out of range', slice);
  return encoding.decode(part(bytes, start, end));
}

/** Compares what was given, whatever it is, as the operators do. */
function checkPlace(bytes: Uint8Array, [offset, length]: Place): void {
  const isOutside = (value: unknown, room: number): boolean =>
    (value as number) < 0 || (value as number) > room;
  if (offset !== undefined && isOutside(offset, bytes.length)) throw outOfBounds('offset');
  if (length === undefined) return;
  if (isOutside(length, bytes.length - Number(offset ?? 0))) throw outOfBounds('length');
}

function writeChecked(bytes: Uint8Array, encoding: Encoding, text: unknown, place: Place): number {
  checkPlace(bytes, place);
  const whole = part(bytes, 0, Infinity);
  if (typeof text !== 'string') throw notText();
  const [offset, length] = place;
  const start = Number(offset ?? 0);
  const room = integerOf(length === undefined ? whole.length - start : Number(length));
  return encoding.write(text, part(whole, integerOf(start), integerOf(start) + room));
}

function write(bytes: Uint8Array, encoding: Encoding, text: unknown, place: Place): number {
  const whole = part(bytes, 0, Infinity);
  if (typeof text !== 'string') throw notText();
  const start = indexOf(place[0], 0);
  if (start > whole.length) throw outOfBounds('offset');
  const room = Math.min(indexOf(place[1], whole.length - start), whole.length - start);
  return encoding.write(text, part(whole, start, start + room));
}

function methodsOf([name, encoding]: [string, Encoding]) {
  const writeText = checkedFirst.has(encoding) ? writeChecked : write;
  return {
    [`${name}Slice`](this: Uint8Array, start?: unknown, end?: unknown): string {
      return slice(this, encoding, start, end);
    },
    [`${name}Write`](this: Uint8Array, text: unknown, offset: unknown, length: unknown): number {
      return writeText(this, encoding, text, [offset, length]);
    },
  };
}

export const textMethods: Readonly<Record<string, CallableFunction>> = Object.assign(
  {},
  ...Object.entries(encodings).map(methodsOf),
);
