import { nodeError } from '../errors/node-error.ts';
import type { Encoding } from './encodings/encoding.ts';

/** Where the bytes of buffers come from. */

/** The class of every buffer. `Buffer` is a function around it, since it is called without `new`. */
export class FastBuffer extends Uint8Array {}

/** Small buffers are cut from one piece of memory. Programs may set its size. */
interface PoolSize {
  poolSize: number;
}

/** Node's default. */
export const initialPoolSize = 64 * 1024;
let settings: PoolSize = { poolSize: initialPoolSize };

/** @param owner is read whenever a buffer is made */
export function takePoolSizeFrom(owner: PoolSize): void {
  settings = owner;
}

let piece = new ArrayBuffer(0);
let used = 0;

function fromPool(size: number): FastBuffer {
  if (size > piece.byteLength - used) {
    piece = new ArrayBuffer(settings.poolSize);
    used = 0;
  }
  const buffer = new FastBuffer(piece, used, size);
  // The next one begins where a view of any kind may.
  used = Math.ceil((used + size) / 8) * 8;
  return buffer;
}

/** A buffer of any content. @param size whole, not negative */
export function allocate(size: number): FastBuffer {
  return size > 0 && size < settings.poolSize >>> 1 ? fromPool(size) : new FastBuffer(size);
}

export function encode(text: string, encoding: Encoding): FastBuffer {
  const buffer = allocate(encoding.byteLength(text));
  const written = encoding.write(text, buffer);
  return written === buffer.length
    ? buffer
    : new FastBuffer(buffer.buffer, buffer.byteOffset, written);
}

/** @param name of the argument that reaches too far; undefined: there are too few bytes */
export function outOfBounds(name?: string): Error {
  const message =
    name === undefined
      ? 'Attempt to access memory outside buffer bounds'
      : `"${name}" is outside of buffer bounds`;
  return nodeError(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', message, outOfBounds);
}
