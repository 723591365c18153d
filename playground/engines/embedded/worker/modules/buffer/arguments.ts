import { invalidArgType } from '../errors/argument-errors.ts';

/** What methods of buffers do with their arguments. */

export function isAnyArrayBuffer(value: unknown): value is ArrayBufferLike {
  return (
    value instanceof ArrayBuffer ||
    (typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer)
  );
}

export function validateBytes(value: unknown, name: string): asserts value is Uint8Array {
  if (!(value instanceof Uint8Array)) throw invalidArgType(name, ['Buffer', 'Uint8Array'], value);
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
