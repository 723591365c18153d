import { NodeBlob } from '../buffer/blob-classes.ts';
import { invalidArgType, missingArgs } from '../errors/argument-errors.ts';

/** Addresses of blobs. They mean something to this program only. */

const prefix = 'blob:nodedata:';
const blobs = new Map<string, Blob>();

/** A random UUID; a page without a secure origin has no function for it. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) & 3];
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}

export function createObjectURL(obj: unknown): string {
  if (!(obj instanceof NodeBlob)) throw invalidArgType('obj', 'Blob', obj);
  const address = `${prefix}${uuid()}`;
  blobs.set(address, obj);
  return address;
}

export function revokeObjectURL(...args: readonly unknown[]): void {
  if (args.length === 0) throw missingArgs('url');
  blobs.delete(`${args[0]}`);
}

/** @returns a blob of the same bytes; undefined for an address that is none, or no longer one */
export function resolveObjectURL(url: unknown): Blob | undefined {
  const blob = blobs.get(`${url}`);
  return blob?.slice(0, blob.size, blob.type);
}
