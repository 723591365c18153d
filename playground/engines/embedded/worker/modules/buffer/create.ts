import { invalidArgType } from '../errors/argument-errors.ts';
import { validateInteger, validateNumber } from '../errors/validate.ts';
import { isAnyArrayBuffer, lengthOf, part, validateBytes } from './arguments.ts';
import { encodingOf } from './encodings/table.ts';
import { utf8 } from './encodings/utf8.ts';
import { fill } from './fill.ts';
import { allocate, encode, FastBuffer, outOfBounds } from './memory.ts';

/** The functions that make buffers. */

/** The longest that a buffer may be, as Node says it; memory ends long before. */
export const maxLength = Number.MAX_SAFE_INTEGER;

function validateSize(size: unknown): asserts size is number {
  validateNumber(size, 'size', 0, maxLength);
}

/** @throws {TypeError} ERR_UNKNOWN_ENCODING */
function fromText(text: string, encoding: unknown): FastBuffer {
  const named = typeof encoding === 'string' && encoding !== '';
  return encode(text, named ? encodingOf(encoding) : utf8);
}

/** Shares the memory. */
function fromMemory(memory: ArrayBufferLike, offset: unknown, length: unknown): FastBuffer {
  const start = offset === undefined ? 0 : +(offset as number) || 0;
  const rest = memory.byteLength - start;
  if (rest < 0) throw outOfBounds('offset');
  // Without a length, the buffer grows and shrinks with its memory.
  if (length === undefined) return new FastBuffer(memory as ArrayBuffer, start);
  const wanted = Math.max(0, +(length as number) || 0);
  if (wanted > rest) throw outOfBounds('length');
  return new FastBuffer(memory as ArrayBuffer, start, wanted);
}

function fromList(list: ArrayLike<unknown>): FastBuffer {
  if (!(list.length > 0)) return new FastBuffer(0);
  const buffer = allocate(Math.trunc(list.length));
  buffer.set(list as ArrayLike<number>);
  return buffer;
}

function fromObject(value: object): FastBuffer | undefined {
  const { length, buffer, type, data } = value as Record<string, unknown>;
  if (length !== undefined || isAnyArrayBuffer(buffer))
    return typeof length === 'number' ? fromList(value as ArrayLike<unknown>) : new FastBuffer(0);
  return type === 'Buffer' && Array.isArray(data) ? fromList(data) : undefined;
}

/** What an object stands for: `valueOf` gives something else than itself. */
function unwrapped(value: object): string | object | undefined {
  const inner: unknown = (value as { valueOf?(): unknown }).valueOf?.();
  const usable = typeof inner === 'string' || (typeof inner === 'object' && inner !== null);
  return usable && inner !== value ? inner : undefined;
}

export function from(value: unknown, encodingOrOffset?: unknown, length?: unknown): FastBuffer {
  if (typeof value === 'string') return fromText(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (isAnyArrayBuffer(value)) return fromMemory(value, encodingOrOffset, length);
    const inner = unwrapped(value);
    if (inner !== undefined) return from(inner, encodingOrOffset, length);
    const made = fromObject(value);
    if (made !== undefined) return made;
    const toPrimitive: unknown = Reflect.get(value, Symbol.toPrimitive);
    const text: unknown =
      typeof toPrimitive === 'function' ? Reflect.apply(toPrimitive, value, ['string']) : undefined;
    if (typeof text === 'string') return fromText(text, encodingOrOffset);
  }
  const expected = ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'];
  throw invalidArgType('first argument', expected, value);
}

/** @param offset in elements of the view, as is the length */
export function copyBytesFrom(view: unknown, offset?: unknown, length?: unknown): FastBuffer {
  if (!ArrayBuffer.isView(view) || view instanceof DataView)
    throw invalidArgType('view', ['TypedArray'], view);
  const elements = view as unknown as Uint8Array;
  if (elements.length === 0) return new FastBuffer(0);
  if (offset !== undefined) validateInteger(offset, 'offset', 0);
  const start = offset ?? 0;
  if (start >= elements.length) return new FastBuffer(0);
  if (length !== undefined) validateInteger(length, 'length', 0);
  const end = length === undefined ? elements.length : start + length;
  const { buffer, byteOffset, byteLength } = elements.subarray(start, end);
  return fromList(new Uint8Array(buffer, byteOffset, byteLength));
}

export function of(...items: unknown[]): FastBuffer {
  const buffer = new FastBuffer(items.length);
  buffer.set(items as number[]);
  return buffer;
}

export function alloc(size: unknown, value?: unknown, encoding?: unknown): FastBuffer {
  validateSize(size);
  const buffer = new FastBuffer(size);
  return value === undefined || value === 0 || size <= 0
    ? buffer
    : fill(buffer, value, 0, buffer.length, encoding);
}

export function allocUnsafe(size: unknown): FastBuffer {
  validateSize(size);
  return allocate(Math.trunc(size));
}

export function allocUnsafeSlow(size: unknown): FastBuffer {
  validateSize(size);
  return new FastBuffer(size);
}

/** @param length cuts the result off, or fills it with zeros */
export function concat(list: unknown, length?: unknown): FastBuffer {
  if (!Array.isArray(list)) throw invalidArgType('list', 'Array', list);
  const buffers: readonly unknown[] = list;
  if (buffers.length === 0) return new FastBuffer(0);
  if (length !== undefined) validateInteger(length, 'length', 0);
  for (const [index, each] of buffers.entries()) validateBytes(each, `list[${index}]`);
  const parts = buffers as readonly Uint8Array[];
  const total = length ?? parts.reduce((sum, each) => sum + lengthOf(each), 0);
  const whole = allocate(total);
  let at = 0;
  for (const each of parts) {
    if (at >= total) break;
    const length = lengthOf(each);
    whole.set(part(each, 0, Math.min(length, total - at)), at);
    at += length;
  }
  return at < total ? (whole.fill(0, at) as FastBuffer) : whole;
}
