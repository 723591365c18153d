import { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';
import {
  invalidArgType,
  invalidArgValue,
  outOfRange,
  validateInteger,
  validateSignal,
} from 'node:internal/errors';
import { constants as c } from './constants.ts';

/** What programs hand to the functions of `node:fs`, checked with Node's words. */

const mostInt32 = 2 ** 31 - 1;
const mostUint32 = 2 ** 32 - 1;

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

/** @returns the path as text @throws {TypeError} where it is none */
export function readPath(value: unknown, name = 'path'): string {
  const path = value instanceof URL ? fileURLToPath(value) : value;
  if (typeof path !== 'string' && !isBytes(path))
    throw invalidArgType(name, ['string', 'Buffer', 'URL'], path);
  const hasNull = typeof path === 'string' ? path.includes('\0') : path.includes(0);
  if (hasNull)
    throw invalidArgValue(name, path, 'must be a string, Uint8Array, or URL without null bytes');
  return typeof path === 'string' ? path : Buffer.from(path).toString();
}

export function readFd(value: unknown, name = 'fd'): number {
  if (Object.is(value, -0)) return 0;
  validateInteger(value, name, 0, mostInt32);
  return value;
}

/** Whether a descriptor stands where a path may. */
export function isFd(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= mostUint32;
}

export function readMode(value: unknown, name: string, otherwise?: number): number {
  const given = value ?? otherwise;
  if (typeof given !== 'string') {
    validateInteger(given, name, 0, mostUint32);
    return given;
  }
  const why = 'must be a 32-bit unsigned integer or an octal string';
  if (!/^[0-7]+$/.test(given)) throw invalidArgValue(name, value, why);
  return parseInt(given, 8);
}

const flagTexts: Readonly<Record<string, number>> = {
  r: c.O_RDONLY,
  rs: c.O_RDONLY | c.O_SYNC,
  'r+': c.O_RDWR,
  'rs+': c.O_RDWR | c.O_SYNC,
  w: c.O_TRUNC | c.O_CREAT | c.O_WRONLY,
  wx: c.O_TRUNC | c.O_CREAT | c.O_WRONLY | c.O_EXCL,
  'w+': c.O_TRUNC | c.O_CREAT | c.O_RDWR,
  'wx+': c.O_TRUNC | c.O_CREAT | c.O_RDWR | c.O_EXCL,
  a: c.O_APPEND | c.O_CREAT | c.O_WRONLY,
  ax: c.O_APPEND | c.O_CREAT | c.O_WRONLY | c.O_EXCL,
  as: c.O_APPEND | c.O_CREAT | c.O_WRONLY | c.O_SYNC,
  'a+': c.O_APPEND | c.O_CREAT | c.O_RDWR,
  'ax+': c.O_APPEND | c.O_CREAT | c.O_RDWR | c.O_EXCL,
  'as+': c.O_APPEND | c.O_CREAT | c.O_RDWR | c.O_SYNC,
};
/** Letters may come in another order. */
const sameFlags: Readonly<Record<string, string>> = {
  sr: 'rs',
  'sr+': 'rs+',
  xw: 'wx',
  'xw+': 'wx+',
  xa: 'ax',
  'xa+': 'ax+',
  sa: 'as',
  'sa+': 'as+',
};

export function readFlags(value: unknown, name = 'flags'): number {
  if (typeof value === 'number') {
    validateInteger(value, name, -mostInt32 - 1, mostInt32);
    return value;
  }
  if (value === undefined || value === null) return c.O_RDONLY;
  const text = typeof value === 'string' ? (sameFlags[value] ?? value) : '';
  const flags = Object.hasOwn(flagTexts, text) ? flagTexts[text] : undefined;
  if (flags === undefined) throw invalidArgValue('flags', value);
  return flags;
}

/** @returns milliseconds since 1970 */
export function readTime(value: unknown, name = 'time'): number {
  if (typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value)))
    return Number(value) * 1000;
  if (typeof value === 'number' && Number.isFinite(value))
    return value < 0 ? Date.now() : value * 1000;
  if (value instanceof Date) return value.getTime();
  throw invalidArgType(name, ['Date', 'Time in seconds'], value);
}

export type Options = Readonly<Record<string, unknown>>;

/** An encoding, or an object with one among other options. */
export function readOptions<Defaults extends Options>(
  value: unknown,
  defaults = {} as Defaults,
): Options & Defaults {
  if (value === undefined || value === null || typeof value === 'function') return defaults;
  if (typeof value !== 'string' && typeof value !== 'object')
    throw invalidArgType('options', ['string', 'Object'], value);
  const options = typeof value === 'string' ? { ...defaults, encoding: value } : (value as Options);
  const { encoding, signal } = options;
  if (encoding !== 'buffer' && encoding && !Buffer.isEncoding(encoding as string))
    throw invalidArgValue('encoding', encoding, 'is invalid encoding');
  validateSignal(signal, 'options.signal');
  return options as Options & Defaults;
}

/** Text in the encoding that options ask for; bytes for `buffer`. */
export function encoded(text: string, { encoding }: Options): string | Buffer {
  if (!encoding || encoding === 'utf8' || encoding === 'utf-8') return text;
  const bytes = Buffer.from(text);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding as BufferEncoding);
}

export function readBuffer(value: unknown, name = 'buffer'): ArrayBufferView<ArrayBuffer> {
  if (!ArrayBuffer.isView(value))
    throw invalidArgType(name, ['Buffer', 'TypedArray', 'DataView'], value);
  return value as ArrayBufferView<ArrayBuffer>;
}

export function readBuffers(value: unknown): readonly ArrayBufferView<ArrayBuffer>[] {
  if (!Array.isArray(value) || !value.every((one) => ArrayBuffer.isView(one)))
    throw invalidArgType('buffers', 'ArrayBufferView[]', value);
  return value as ArrayBufferView<ArrayBuffer>[];
}

export function bytesIn({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>) {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** @returns where to read or write; null for where the file stands */
export function readPosition(value: unknown, length: number): number | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'bigint') {
    const most = 2n ** 63n - 1n - BigInt(length);
    if (value < -1n || value > most) throw outOfRange('position', `>= -1 && <= ${most}`, value);
  } else if (typeof value === 'number') validateInteger(value, 'position', -1);
  else throw invalidArgType('position', ['integer', 'bigint'], value);
  return Number(value) === -1 ? null : Number(value);
}

/** Data to be written, as bytes. */
export function readData(value: unknown, encoding: unknown, name = 'data') {
  if (ArrayBuffer.isView(value)) return bytesIn(value as ArrayBufferView<ArrayBuffer>);
  if (typeof value !== 'string')
    throw invalidArgType(name, ['string', 'Buffer', 'TypedArray', 'DataView'], value);
  return Buffer.from(value, (encoding || 'utf8') as BufferEncoding) as Uint8Array;
}

export function readId(value: unknown, name: string): number {
  validateInteger(value, name, -1, mostUint32);
  return value;
}
