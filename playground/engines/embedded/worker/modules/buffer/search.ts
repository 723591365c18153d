import { invalidArgType } from '../errors/argument-errors.ts';
import type { Encoding } from './encodings/encoding.ts';
import { encodingOf, findEncoding } from './encodings/table.ts';
import { utf16le } from './encodings/utf16.ts';
import { utf8 } from './encodings/utf8.ts';
import { encode } from './memory.ts';

/** `indexOf`, `lastIndexOf` and `includes`. */

type Direction = 'forward' | 'backward';

interface Needle {
  readonly bytes: Uint8Array;
  /** Bytes from one place of a match to the next. */
  readonly step: 1 | 2;
}

/** The search for one byte, which buffers replace by this one. */
const { indexOf: indexOfByte } = Uint8Array.prototype;
const furthest = 0x7fff_ffff;

function matches(bytes: Uint8Array, needle: Uint8Array, start: number): boolean {
  for (let at = 0; at < needle.length; at++) if (bytes[start + at] !== needle[at]) return false;
  return true;
}

function findForward(bytes: Uint8Array, { bytes: needle, step }: Needle, start: number): number {
  const [first = 0] = needle;
  const last = bytes.length - needle.length;
  for (let at = start; at <= last; at++) {
    at = indexOfByte.call(bytes, first, at);
    if (at === -1 || at > last) return -1;
    if (at % step === 0 && matches(bytes, needle, at)) return at;
  }
  return -1;
}

function findBackward(bytes: Uint8Array, { bytes: needle, step }: Needle, start: number): number {
  const last = Math.min(start, bytes.length - needle.length);
  for (let at = last - (last % step); at >= 0; at -= step)
    if (matches(bytes, needle, at)) return at;
  return -1;
}

/** Where the search begins; undefined: nothing can be found. A negative offset counts from the end. */
function startOf(
  length: number,
  needle: number,
  offset: number,
  direction: Direction,
): number | undefined {
  if (offset < 0) {
    if (offset + length >= 0) return offset + length;
    return direction === 'forward' || needle === 0 ? 0 : undefined;
  }
  if (offset + needle <= length) return offset;
  if (needle === 0) return length;
  return direction === 'forward' ? undefined : length - 1;
}

/** @param rounded whether an odd last byte is left out */
function find(
  whole: Uint8Array,
  needle: Needle,
  offset: number,
  direction: Direction,
  rounded: boolean,
): number {
  const bytes = rounded ? whole.subarray(0, whole.length & ~1) : whole;
  const start = startOf(bytes.length, needle.bytes.length, offset, direction);
  if (start === undefined) return -1;
  if (needle.bytes.length === 0) return start;
  // Only whole units are looked for.
  if (needle.step === 2 && needle.bytes.length < 2) return -1;
  const from = start - (start % needle.step);
  return direction === 'forward'
    ? findForward(bytes, needle, from)
    : findBackward(bytes, needle, from);
}

function bytesOf(value: string | Uint8Array, encoding: Encoding): Needle {
  const bytes = typeof value === 'string' ? encode(value, encoding) : value;
  const wide = encoding === utf16le;
  // A needle of half a unit more is cut off.
  return wide && bytes.length > 1
    ? { bytes: bytes.subarray(0, bytes.length & ~1), step: 2 }
    : { bytes, step: wide ? 2 : 1 };
}

/** Bytes need none, so that an unknown one is no error there. */
function encodingFor(name: unknown, isText: boolean): Encoding {
  if (name === undefined) return utf8;
  return isText ? encodingOf(name) : (findEncoding(`${name}`) ?? utf8);
}

function offsetOf(given: unknown, length: number, direction: Direction): number {
  const inReach = Math.max(-furthest - 1, Math.min(furthest, Number(given)));
  if (Number.isNaN(inReach)) return direction === 'forward' ? 0 : length;
  return Math.trunc(inReach);
}

/**
 * @param value a byte, bytes, or a text in `encoding`
 * @param offset may be left out before an encoding
 */
export function indexOf(
  bytes: Uint8Array,
  value: unknown,
  offset: unknown,
  encoding: unknown,
  direction: Direction,
): number {
  const left = typeof offset === 'string';
  const start = offsetOf(left ? undefined : offset, bytes.length, direction);
  const named = left ? offset : encoding;
  if (typeof value === 'number')
    return find(bytes, { bytes: Uint8Array.of(value), step: 1 }, start, direction, false);
  if (typeof value !== 'string' && !(value instanceof Uint8Array))
    throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  const isText = typeof value === 'string';
  const known = encodingFor(named, isText);
  return find(bytes, bytesOf(value, known), start, direction, known === utf16le);
}
