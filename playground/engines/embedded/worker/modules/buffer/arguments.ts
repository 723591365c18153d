import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { types } from '../util/types.ts';

/** What methods of buffers do with their arguments. */

export const isAnyArrayBuffer = types.isAnyArrayBuffer as (
  value: unknown,
) => value is ArrayBufferLike;

const lengthOfTypedArray = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  'length',
)?.get as (this: unknown) => number;

/** How many there are, whatever a property that somebody set says. */
export function lengthOf(bytes: Uint8Array): number {
  return Reflect.apply(lengthOfTypedArray, bytes, []);
}

/**
 * The same memory, as the language's own class: no constructor of a program is called.
 * @throws {TypeError} ERR_INVALID_ARG_TYPE for what has no bytes
 */
export function part(bytes: ArrayBufferView, start: number, end: number): Uint8Array {
  if (!ArrayBuffer.isView(bytes))
    throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a buffer', part);
  const last = Math.min(end, bytes.byteLength);
  return start >= last
    ? new Uint8Array()
    : new Uint8Array(bytes.buffer, bytes.byteOffset + start, last - start);
}

export function validateBytes(value: unknown, name: string): asserts value is Uint8Array {
  if (!types.isUint8Array(value)) throw invalidArgType(name, ['Buffer', 'Uint8Array'], value);
}

/** A whole number; 0 for what is none. */
export function integerOf(value: unknown): number {
  return Math.trunc(+(value as number)) || 0;
}

/** The next whole number below; 0 for what is none, or becomes one that is too large to be exact. */
export function safeFloorOf(value: unknown): number {
  if (Number.isInteger(value)) return Number(value);
  const whole = Math.floor(+(value as number));
  return Number.isSafeInteger(whole) ? whole : 0;
}

/** @returns below, at or above 0, as `a` comes before, with or after `b` */
export function compareBytes(a: Uint8Array, b: Uint8Array): -1 | 0 | 1 {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const [one = 0, other = 0] = [a[at], b[at]];
    if (one !== other) return one < other ? -1 : 1;
  }
  if (a.length === b.length) return 0;
  return a.length < b.length ? -1 : 1;
}
