import { invalidArgType, invalidArgValue } from '../errors/argument-errors.ts';
import { validateInteger } from '../errors/validate.ts';
import type { Encoding } from './encodings/encoding.ts';
import { encodingOf } from './encodings/table.ts';
import { utf8 } from './encodings/utf8.ts';
import { encode, outOfBounds } from './memory.ts';

const zero = new Uint8Array(1);

/** @throws {TypeError} for what names no encoding; nothing stands for UTF-8 */
function encodingFor(name: unknown): Encoding {
  if (name !== undefined && name !== null && typeof name !== 'string')
    throw invalidArgType('encoding', 'string', name);
  return name ? encodingOf(name) : utf8;
}

function patternOf(value: unknown, encoding: Encoding): Uint8Array {
  if (typeof value === 'string') return value === '' ? zero : encode(value, encoding);
  if (ArrayBuffer.isView(value))
    // A copy: it may be part of what is filled.
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  return Uint8Array.of(+(value as number));
}

function repeat<Bytes extends Uint8Array>(target: Bytes, pattern: Uint8Array): void {
  target.set(pattern.subarray(0, target.length));
  for (let done = pattern.length; done < target.length; done *= 2)
    target.copyWithin(done, 0, Math.min(done, target.length - done));
}

/** The `fill` of buffers; offset, end and encoding may each be left out before the next. */
export function fill<Bytes extends Uint8Array>(
  target: Bytes,
  value: unknown,
  offset?: unknown,
  end?: unknown,
  encoding?: unknown,
): Bytes {
  const isText = typeof value === 'string';
  if (isText && typeof offset === 'string') return fill(target, value, 0, target.length, offset);
  if (isText && typeof end === 'string') return fill(target, value, offset, target.length, end);
  // As in Node: without an offset, the encoding does not count.
  const known = isText && offset !== undefined ? encodingFor(encoding) : utf8;
  const [start, stop] = range(target, offset, end);
  if (start >= stop) return target;
  // The length may be a property that somebody set.
  if (stop > Number(Reflect.get(Uint8Array.prototype, 'byteLength', target))) throw outOfBounds();
  const pattern = patternOf(value, known);
  if (pattern.length === 0) throw invalidArgValue('value', value);
  repeat(target.subarray(start, stop), pattern);
  return target;
}

function range(target: Uint8Array, offset: unknown, end: unknown): [number, number] {
  if (offset === undefined) return [0, target.length];
  validateInteger(offset, 'offset', 0);
  if (end === undefined) return [offset, target.length];
  validateInteger(end, 'end', 0, target.length);
  return [offset, end];
}
