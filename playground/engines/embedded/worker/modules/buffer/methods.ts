import { invalidArgType, outOfRange } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { validateInteger } from '../errors/validate.ts';
import {
  compareBytes,
  integerOf,
  lengthOf,
  part,
  safeFloorOf,
  validateBytes,
} from './arguments.ts';
import { encodingOf } from './encodings/table.ts';
import { utf8 } from './encodings/utf8.ts';
import { fill } from './fill.ts';
import { inspectBuffer } from './inspect-buffer.ts';
import { indexOf } from './search.ts';

/** What every buffer can do, besides numbers and the short forms of `text-methods.ts`. */

/** Exchanges the bytes of each group of `size`. */
function swap(bytes: Uint8Array, size: 2 | 4 | 8): void {
  const length = lengthOf(bytes);
  if (length % size !== 0) {
    const message = `Buffer size must be a multiple of ${size * 8}-bits`;
    throw nodeError(RangeError, 'ERR_INVALID_BUFFER_SIZE', message, swap);
  }
  for (let at = 0; at < length; at += size) part(bytes, at, at + size).reverse();
}

/** The arguments of `write`, of which all but the text may be left out. */
function writeArguments(
  bytes: Uint8Array,
  offset: unknown,
  length: unknown,
  encoding: unknown,
): { start: number; room: number; encoding: unknown } {
  const whole = lengthOf(bytes);
  const all = { start: 0, room: whole };
  if (offset === undefined) return { ...all, encoding: undefined };
  if (length === undefined && typeof offset === 'string') return { ...all, encoding: offset };
  validateInteger(offset, 'offset', 0, whole);
  const rest = { start: offset, room: whole - offset };
  if (length === undefined) return { ...rest, encoding };
  if (typeof length === 'string') return { ...rest, encoding: length };
  validateInteger(length, 'length', 0, whole);
  return { start: offset, room: Math.min(length, rest.room), encoding };
}

export function notText(): Error {
  const message = 'argument must be a string';
  return nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message, notText);
}

/** @param otherwise stands for what was left out, and is the furthest unless `furthest` says more */
function placeOf(value: unknown, name: string, otherwise: number, furthest = otherwise): number {
  if (value === undefined) return otherwise;
  validateInteger(value, name, 0, furthest);
  return value;
}

/** `Buffer.prototype` */
export const methods = {
  copy(
    this: Uint8Array,
    target: unknown,
    targetStart?: unknown,
    sourceStart?: unknown,
    sourceEnd?: unknown,
  ): number {
    if (!ArrayBuffer.isView(target))
      throw invalidArgType('target', ['Buffer', 'Uint8Array'], target);
    validateBytes(this, 'source');
    const length = lengthOf(this);
    const to = targetStart === undefined ? 0 : safeFloorOf(targetStart);
    if (to < 0) throw outOfRange('targetStart', '>= 0', to);
    const start = sourceStart === undefined ? 0 : safeFloorOf(sourceStart);
    if (start < 0 || start > length) throw outOfRange('sourceStart', `>= 0 && <= ${length}`, start);
    const end = sourceEnd === undefined ? length : safeFloorOf(sourceEnd);
    if (end < 0) throw outOfRange('sourceEnd', '>= 0', end);
    if (to >= target.byteLength || start >= end) return 0;
    const copied = part(this, start, Math.min(end, start + target.byteLength - to));
    part(target, to, target.byteLength).set(copied);
    return copied.length;
  },

  toString(this: Uint8Array, name?: unknown, start?: unknown, end?: unknown): string {
    const length = lengthOf(this);
    // Compared before they are converted, as in Node: a BigInt beyond the end is no error.
    if (Number(start) >= length && !(Number(start) <= 0)) return '';
    const from = Number(start) <= 0 ? 0 : integerOf(start);
    const to = end === undefined || Number(end) > length ? length : integerOf(end);
    if (from >= to) return '';
    return (name === undefined ? utf8 : encodingOf(name)).decode(part(this, from, to));
  },

  equals(this: Uint8Array, otherBuffer: unknown): boolean {
    validateBytes(otherBuffer, 'otherBuffer');
    return lengthOf(this) === lengthOf(otherBuffer) && compareBytes(this, otherBuffer) === 0;
  },

  inspect: inspectBuffer,

  compare(
    this: Uint8Array,
    target: unknown,
    targetStart: unknown,
    targetEnd: unknown,
    sourceStart: unknown,
    sourceEnd: unknown,
  ): number {
    validateBytes(target, 'target');
    const furthest = Number.MAX_SAFE_INTEGER;
    const from = placeOf(targetStart, 'targetStart', 0, furthest);
    const to = placeOf(targetEnd, 'targetEnd', target.length);
    const start = placeOf(sourceStart, 'sourceStart', 0, furthest);
    const end = placeOf(sourceEnd, 'sourceEnd', this.length);
    if (start >= end) return from >= to ? 0 : -1;
    if (from >= to) return 1;
    return compareBytes(part(this, start, end), part(target, from, to));
  },

  indexOf(
    this: Uint8Array,
    value: unknown,
    offset: unknown,
    end: unknown,
    encoding: unknown,
  ): number {
    return indexOf(this, value, [offset, end, encoding], 'forward');
  },

  lastIndexOf(
    this: Uint8Array,
    value: unknown,
    offset: unknown,
    end: unknown,
    encoding: unknown,
  ): number {
    return indexOf(this, value, [offset, end, encoding], 'backward');
  },

  includes(
    this: Uint8Array,
    value: unknown,
    offset: unknown,
    end: unknown,
    encoding: unknown,
  ): boolean {
    return indexOf(this, value, [offset, end, encoding], 'forward') !== -1;
  },

  fill(
    this: Uint8Array,
    value: unknown,
    offset?: unknown,
    end?: unknown,
    encoding?: unknown,
  ): Uint8Array {
    return fill(this, value, offset, end, encoding);
  },

  write(
    this: Uint8Array,
    text: unknown,
    offset?: unknown,
    length?: unknown,
    encoding?: unknown,
  ): number {
    const given = writeArguments(this, offset, length, encoding);
    const known = given.encoding ? encodingOf(given.encoding) : utf8;
    if (typeof text !== 'string') throw notText();
    return known.write(text, part(this, given.start, given.start + given.room));
  },

  toJSON(this: Uint8Array): { type: 'Buffer'; data: number[] } {
    return { type: 'Buffer', data: Array.from(this) };
  },

  // The same memory, unlike the `slice` of other typed arrays.
  subarray(this: Uint8Array, start?: number, end?: number): Uint8Array {
    return Reflect.apply(subarray, this, [start, end]) as Uint8Array;
  },

  slice(this: Uint8Array, start?: number, end?: number): Uint8Array {
    return Reflect.apply(subarray, this, [start, end]) as Uint8Array;
  },

  swap16(this: Uint8Array): Uint8Array {
    swap(this, 2);
    return this;
  },

  swap32(this: Uint8Array): Uint8Array {
    swap(this, 4);
    return this;
  },

  swap64(this: Uint8Array): Uint8Array {
    swap(this, 8);
    return this;
  },
};

const { subarray } = Uint8Array.prototype;
