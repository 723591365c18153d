import { invalidArgType, outOfRange } from 'node:internal/errors';
import { constants, flushes, modes, type Mode } from './constants.ts';

/** The options of all forms of zlib, checked. */

export interface ZlibOptions {
  readonly chunkSize: number;
  readonly flush: number;
  readonly finishFlush: number;
  readonly windowBits: number;
  readonly level: number;
  readonly memLevel: number;
  readonly strategy: number;
  readonly dictionary: Uint8Array | undefined;
  readonly maxOutputLength: number;
  /** Whether the result comes with the stream that made it. */
  readonly info: boolean;
}

type Given = Readonly<Record<string, unknown>>;

function isMemory(value: unknown): value is ArrayBufferLike {
  return (
    value instanceof ArrayBuffer ||
    (typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer)
  );
}

/** @returns undefined for what has no bytes */
export function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return isMemory(value) ? new Uint8Array(value) : undefined;
}

/** A number within its bounds; nothing and NaN stand for `otherwise`. */
export function ranged(
  value: unknown,
  name: string,
  [min, max]: readonly [number, number],
  otherwise: number,
): number {
  if (value === undefined || Number.isNaN(value)) return otherwise;
  if (typeof value !== 'number') throw invalidArgType(name, 'number', value);
  if (!Number.isFinite(value)) throw outOfRange(name, 'a finite number', value);
  const bounds = max === Infinity ? `>= ${min}` : `>= ${min} and <= ${max}`;
  if (value < min || value > max) throw outOfRange(name, bounds, value);
  return value;
}

const unpacking: ReadonlySet<Mode> = new Set([modes.INFLATE, modes.GUNZIP, modes.UNZIP]);

function windowBitsOf(value: unknown, mode: Mode): number {
  // The header says it.
  if (unpacking.has(mode) && (value === undefined || value === null || value === 0)) return 0;
  const least = constants.Z_MIN_WINDOWBITS + (mode === modes.GZIP ? 1 : 0);
  const bits = ranged(value, 'options.windowBits', [least, constants.Z_MAX_WINDOWBITS], 15);
  return bits === 8 && mode === modes.DEFLATERAW ? 9 : bits;
}

function dictionaryOf(value: unknown): Uint8Array | undefined {
  if (value === undefined) return undefined;
  const bytes = bytesOf(value);
  const expected = ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'];
  if (bytes === undefined) throw invalidArgType('options.dictionary', expected, value);
  return bytes;
}

/** @throws {TypeError | RangeError} ERR_INVALID_ARG_TYPE, ERR_OUT_OF_RANGE */
export function readOptions(options: unknown, mode: Mode): ZlibOptions {
  const given = (options ?? {}) as Given;
  const of = (name: string, range: readonly [number, number], otherwise: number): number =>
    ranged(given[name], `options.${name}`, range, otherwise);
  const flushRange = [flushes.Z_NO_FLUSH, flushes.Z_BLOCK] as const;
  return {
    chunkSize: of('chunkSize', [constants.Z_MIN_CHUNK, Infinity], constants.Z_DEFAULT_CHUNK),
    flush: of('flush', flushRange, flushes.Z_NO_FLUSH),
    finishFlush: of('finishFlush', flushRange, flushes.Z_FINISH),
    maxOutputLength: of('maxOutputLength', [1, Number.MAX_SAFE_INTEGER], Number.MAX_SAFE_INTEGER),
    windowBits: windowBitsOf(given['windowBits'], mode),
    level: of('level', [constants.Z_MIN_LEVEL, constants.Z_MAX_LEVEL], constants.Z_DEFAULT_LEVEL),
    memLevel: of('memLevel', [1, 9], constants.Z_DEFAULT_MEMLEVEL),
    strategy: of('strategy', [0, constants.Z_FIXED], constants.Z_DEFAULT_STRATEGY),
    dictionary: dictionaryOf(given['dictionary']),
    info: Boolean(given['info']),
  };
}
