import { invalidArgType } from '../errors/argument-errors.ts';
import { isAnyArrayBuffer } from './arguments.ts';

/** What bytes could be. */

const strict = new TextDecoder('utf-8', { fatal: true });

/** Memory that was given away counts as empty. */
function bytesOf(input: unknown): Uint8Array {
  if (isAnyArrayBuffer(input))
    return input.byteLength === 0 ? new Uint8Array() : new Uint8Array(input);
  if (ArrayBuffer.isView(input) && !(input instanceof DataView))
    return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  throw invalidArgType('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
}

export function isUtf8(input: unknown): boolean {
  // A copy, since browsers decode no shared memory.
  const bytes = new Uint8Array(bytesOf(input));
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

export function isAscii(input: unknown): boolean {
  return bytesOf(input).every((byte) => byte < 0x80);
}
