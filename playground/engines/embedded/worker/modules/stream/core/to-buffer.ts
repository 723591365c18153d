import { Buffer } from '../../buffer/buffer.ts';
import { FastBuffer } from '../../buffer/memory.ts';

/** The same bytes as a Buffer. @returns undefined where the value is no view of bytes */
export function toBuffer(value: unknown): Buffer | undefined {
  if (value instanceof Buffer) return value;
  return ArrayBuffer.isView(value) ? bufferOf(value) : undefined;
}

export function bufferOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return new FastBuffer(buffer as ArrayBuffer, byteOffset, byteLength) as unknown as Buffer;
}
