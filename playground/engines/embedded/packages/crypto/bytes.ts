import { Buffer } from 'node:buffer';
import { invalidArgType } from 'node:internal/errors';

/** What programs hand over as bytes, and how results are handed back. */

export type Bytes = Uint8Array<ArrayBuffer>;

const views = ['Buffer', 'TypedArray', 'DataView'] as const;
export const bytesOrText = ['string', 'ArrayBuffer', ...views] as const;

function isAnyBuffer(value: unknown): value is ArrayBuffer {
  const tag = Object.prototype.toString.call(value);
  return tag === '[object ArrayBuffer]' || tag === '[object SharedArrayBuffer]';
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}

/** The bytes behind a view or a buffer, not copied; undefined for anything else. */
export function viewBytes(value: unknown): Bytes | undefined {
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
  return isAnyBuffer(value) ? new Uint8Array(value) : undefined;
}

/**
 * Text in an encoding, a buffer or a view, as bytes.
 * @param expected names for the error's text
 * @throws ERR_INVALID_ARG_TYPE
 */
export function bytesOf(
  value: unknown,
  name: string,
  encoding?: unknown,
  expected: readonly string[] = bytesOrText,
): Bytes {
  const bytes = typeof value === 'string' ? textBytes(value, encoding) : viewBytes(value);
  if (!bytes) throw invalidArgType(name, expected, value);
  return bytes;
}

/** What `update` takes: text or a view, but no bare ArrayBuffer. */
export function dataBytes(value: unknown, name: string, encoding?: unknown): Bytes {
  if (typeof value !== 'string' && !ArrayBuffer.isView(value))
    throw invalidArgType(name, ['string', ...views], value);
  return bytesOf(value, name, encoding);
}

/** @param encoding of Node's; an unknown one is UTF-8 */
export function textBytes(text: string, encoding?: unknown): Bytes {
  return Buffer.from(text, encodingOf(encoding)) as Bytes;
}

/** A Buffer on the same memory. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** @returns text where an encoding of Node's is named, else a Buffer */
export function encoded(bytes: Uint8Array, encoding: unknown): Buffer | string {
  const buffer = bufferOf(bytes);
  if (typeof encoding !== 'string' || encoding === 'buffer' || !Buffer.isEncoding(encoding))
    return buffer;
  return buffer.toString(encoding);
}

/** The bytes in memory of their own, as an ArrayBuffer. */
export function arrayBufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
