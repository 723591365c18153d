import { validateBoolean, validateObject } from 'node:internal/errors';
import { fillRandom } from './random-bytes.ts';

function checkOptions(options: unknown): void {
  if (options === undefined) return;
  validateObject(options, 'options');
  const { disableEntropyCache } = options as { readonly disableEntropyCache?: unknown };
  if (disableEntropyCache !== undefined)
    validateBoolean(disableEntropyCache, 'options.disableEntropyCache');
}

/** 16 bytes as text, with version and variant set (RFC 9562, section 4). */
function format(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const ends = [0, 8, 12, 16, 20, 32];
  return ends
    .slice(1)
    .map((end, at) => hex.slice(ends[at], end))
    .join('-');
}

function randomSixteen(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  fillRandom(bytes);
  return bytes;
}

export function randomUUID(options?: unknown): string {
  checkOptions(options);
  return format(randomSixteen(), 4);
}

/** Begins with the time in milliseconds, so that later ones sort after earlier ones. */
export function randomUUIDv7(options?: unknown): string {
  checkOptions(options);
  const bytes = randomSixteen();
  const now = Date.now();
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(now / 256 ** (5 - at)) % 256;
  return format(bytes, 7);
}
