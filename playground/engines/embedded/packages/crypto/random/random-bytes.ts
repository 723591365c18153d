import { Buffer } from 'node:buffer';
import { invalidArgType, outOfRange, validateFunction, validateNumber } from 'node:internal/errors';
import { viewBytes, type Bytes } from '../bytes.ts';
import { callBack } from '../job.ts';

const largest = 2 ** 31 - 1;
/** What the browser gives at once. */
const pieceBytes = 65_536;
const platform = globalThis.crypto;

/** Fills memory with unpredictable bytes. */
export function fillRandom(bytes: Bytes): void {
  for (let at = 0; at < bytes.length; at += pieceBytes)
    platform.getRandomValues(bytes.subarray(at, at + pieceBytes));
}

export function freshRandom(size: number): Buffer {
  const buffer = Buffer.alloc(size);
  fillRandom(buffer as Bytes);
  return buffer;
}

export function randomBytes(size: unknown, callback?: unknown): Buffer | undefined {
  validateNumber(size, 'size');
  if (!(size >= 0 && size <= largest)) throw outOfRange('size', `>= 0 && <= ${largest}`, size);
  if (callback === undefined) return freshRandom(size);
  validateFunction(callback, 'callback');
  callBack(() => freshRandom(size), callback);
  return undefined;
}

interface Filled {
  readonly BYTES_PER_ELEMENT?: number;
}

/** @throws where the target is no memory, or the part is not within it */
function partOf(target: unknown, offset: unknown, size: unknown): Bytes {
  const bytes = viewBytes(target);
  if (!bytes) throw invalidArgType('buf', ['ArrayBuffer', 'ArrayBufferView'], target);
  const width = (target as Filled).BYTES_PER_ELEMENT ?? 1;
  const from = checkPart(offset ?? 0, 'offset', width, bytes.length);
  const count =
    size === undefined ? bytes.length - from : checkPart(size, 'size', width, bytes.length);
  if (from + count > bytes.length)
    throw outOfRange('size + offset', `<= ${bytes.length}`, from + count);
  return bytes.subarray(from, from + count);
}

function checkPart(value: unknown, name: string, width: number, most: number): number {
  validateNumber(value, name);
  const bytes = value * width;
  if (!(bytes >= 0 && bytes <= most)) throw outOfRange(name, `>= 0 && <= ${most}`, bytes);
  return bytes;
}

export function randomFillSync<Target>(target: Target, offset?: unknown, size?: unknown): Target {
  fillRandom(partOf(target, offset, size));
  return target;
}

/** `randomFill(target[, offset][, size], callback)` */
export function randomFill(target: unknown, ...rest: readonly unknown[]): void {
  if (!viewBytes(target)) throw invalidArgType('buf', ['ArrayBuffer', 'ArrayBufferView'], target);
  const callback = rest.find((one) => typeof one === 'function') ?? rest[2];
  validateFunction(callback, 'callback');
  const [offset, size] = rest.slice(0, rest.indexOf(callback));
  const part = partOf(target, offset, size);
  callBack(() => {
    fillRandom(part);
    return target;
  }, callback);
}
