import { nodeError } from 'node:internal/errors';
import { viewBytes, type Bytes } from './bytes.ts';

/** Compares without telling by its duration where the first difference is. */
export function timingSafeEqual(first: unknown, second: unknown): boolean {
  const a = memory(first, 'buf1');
  const b = memory(second, 'buf2');
  if (a.length !== b.length)
    throw nodeError(
      RangeError,
      'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH',
      'Input buffers must have the same byte length',
      timingSafeEqual,
    );
  return a.reduce((difference, byte, at) => difference | (byte ^ (b[at] ?? 0)), 0) === 0;
}

/** Node says here what it expects, but not what it got. */
function memory(value: unknown, name: string): Bytes {
  const bytes = viewBytes(value);
  if (bytes) return bytes;
  const expected = 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView';
  const message = `The "${name}" argument must be ${expected}.`;
  throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message, timingSafeEqual);
}
