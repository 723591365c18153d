import { Buffer } from 'node:buffer';
import { invalidArgType, validateInteger } from 'node:internal/errors';

/** The checksum of gzip (RFC 1952, section 8). */

const polynomial = 0xedb8_8320;
const highest = 0xffff_ffff;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? polynomial ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** @param value of the bytes that came before */
export function crc32(data: unknown, value: unknown = 0): number {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data))
    throw invalidArgType('data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  validateInteger(value, 'value', 0, highest);
  const bytes =
    typeof data === 'string'
      ? Buffer.from(data)
      : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  let rest = ~value;
  for (const byte of bytes) rest = (table[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
}
