import { invalidArgType } from '../errors/argument-errors.ts';
import type { Encoding } from './encodings/encoding.ts';
import { findEncoding, unknownEncoding } from './encodings/table.ts';
import { utf16le } from './encodings/utf16.ts';
import { utf8 } from './encodings/utf8.ts';
import { encode } from './memory.ts';

/** `indexOf`, `lastIndexOf` and `includes`. */

type Direction = 'forward' | 'backward';

interface Needle {
  /** The odd last byte of what is searched counts for bytes, and not for a text. */
  readonly isText: boolean;
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

/** What is searched, and from where. */
interface Span {
  readonly offset: number;
  /** The search sees nothing from here on. */
  readonly end: number;
  readonly direction: Direction;
}

/** @param rounded whether an odd last byte is left out */
function find(
  whole: Uint8Array,
  needle: Needle,
  { offset, end, direction }: Span,
  rounded: boolean,
): number {
  const wholeUnits = (bytes: number): number => (rounded ? bytes & ~1 : bytes);
  const size = needle.bytes.length;
  const length = needle.isText ? wholeUnits(whole.length) : whole.length;
  const start = startOf(length, size, offset, direction);
  if (start === undefined) return -1;
  const visible = wholeUnits(Math.min(end, length));
  if (size === 0) return Math.min(start, visible);
  // Only whole units are looked for.
  if (needle.step === 2 && size < 2) return -1;
  if (direction === 'forward' && start + size > visible) return -1;
  const bytes = whole.subarray(0, visible);
  const from = start - (start % needle.step);
  return direction === 'forward'
    ? findForward(bytes, needle, from)
    : findBackward(bytes, needle, from);
}

function bytesOf(value: string | Uint8Array, encoding: Encoding): Needle {
  const isText = typeof value === 'string';
  const bytes = isText ? encode(value, encoding) : value;
  const wide = encoding === utf16le;
  // A needle of half a unit more is cut off.
  return wide && bytes.length > 1
    ? { isText, bytes: bytes.subarray(0, bytes.length & ~1), step: 2 }
    : { isText, bytes, step: wide ? 2 : 1 };
}

function offsetOf(given: unknown, length: number, direction: Direction): number {
  const inReach = Math.max(-furthest - 1, Math.min(furthest, +(given as number)));
  if (Number.isNaN(inReach)) return direction === 'forward' ? 0 : length;
  return Math.trunc(inReach) || 0;
}

/** Within the bytes; for what is no finite number, nothing is seen. */
function endOf(given: unknown, length: number): number {
  if (given === undefined) return length;
  const end = Math.trunc(Number(given));
  return Number.isFinite(end) ? Math.min(Math.max(end, 0), length) : 0;
}

/**
 * @param value a byte, bytes, or a text in `encoding`
 * @param offset may be left out before an encoding
 * @param end where the search stops; may be left out before an encoding
 */
export function indexOf(
  bytes: Uint8Array,
  value: unknown,
  [offset, end, encodingName]: readonly unknown[],
  direction: Direction,
): number {
  if (typeof end === 'string') return indexOf(bytes, value, [offset, undefined, end], direction);
  const left = typeof offset === 'string';
  const span = {
    offset: offsetOf(left ? undefined : offset, bytes.length, direction),
    end: endOf(end, bytes.length),
    direction,
  };
  const named = left ? offset : encodingName;
  if (typeof value === 'number')
    return find(bytes, { isText: false, bytes: Uint8Array.of(value), step: 1 }, span, false);
  const known = named === undefined ? utf8 : findEncoding(`${named}`);
  if (typeof value !== 'string' && !(value instanceof Uint8Array))
    throw invalidArgType('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
  // Bytes need none, so that an unknown one is no error there.
  if (known === undefined && typeof value === 'string') throw unknownEncoding(named);
  const encoding = known ?? utf8;
  return find(bytes, bytesOf(value, encoding), span, encoding === utf16le);
}
