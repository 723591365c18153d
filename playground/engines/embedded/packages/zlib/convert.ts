import { Buffer } from 'node:buffer';
import { invalidArgType, nodeError, validateFunction } from 'node:internal/errors';
import { callBack } from '../crypto/job.ts';
import { Codec } from './codec.ts';
import type { Mode } from './constants.ts';
import { bytesOf, readOptions, type ZlibOptions } from './options.ts';
import { ZlibStream } from './zlib-stream.ts';

/** The forms that take all bytes at once. */

type Result = Buffer | { readonly buffer: Buffer; readonly engine: ZlibStream };

function inputOf(buffer: unknown): Uint8Array {
  const bytes = typeof buffer === 'string' ? Buffer.from(buffer) : bytesOf(buffer);
  if (bytes !== undefined) return bytes;
  const expected = ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'];
  throw invalidArgType('buffer', expected, buffer);
}

function tooLarge(limit: number): Error {
  const message = `Cannot create a Buffer larger than ${limit} bytes`;
  return nodeError(RangeError, 'ERR_BUFFER_TOO_LARGE', message, tooLarge);
}

function run(input: Uint8Array, mode: Mode, options: ZlibOptions): Buffer {
  const pieces: Uint8Array[] = [];
  let total = 0;
  new Codec(mode, options).write(input, options.finishFlush, (piece) => {
    total += piece.length;
    if (total > options.maxOutputLength) throw tooLarge(options.maxOutputLength);
    pieces.push(piece);
  });
  return Buffer.concat(pieces, total);
}

function withEngine(buffer: Buffer, mode: Mode, options: unknown, info: boolean): Result {
  return info ? { buffer, engine: new ZlibStream(options, mode) } : buffer;
}

/** `gzipSync` and its like. */
export function convertSync(mode: Mode) {
  return (buffer: unknown, options?: unknown): Result => {
    const known = readOptions(options, mode);
    return withEngine(run(inputOf(buffer), mode, known), mode, options, known.info);
  };
}

/** `gzip` and its like; the options may be left out. */
export function convert(mode: Mode) {
  return (buffer: unknown, options: unknown, callback?: unknown): void => {
    const [given, done] = typeof options === 'function' ? [{}, options] : [options, callback];
    validateFunction(done, 'callback');
    const known = readOptions(given, mode);
    const input = inputOf(buffer);
    callBack(() => withEngine(run(input, mode, known), mode, given, known.info), done);
  };
}
