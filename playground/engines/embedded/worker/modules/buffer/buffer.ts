import { invalidArgType } from '../errors/argument-errors.ts';
import { customInspect } from '../util/inspect.ts';
import { compareBytes, isAnyArrayBuffer, validateBytes } from './arguments.ts';
import { alloc, allocUnsafe, allocUnsafeSlow, concat, copyBytesFrom, from, of } from './create.ts';
import { deprecation } from './deprecation.ts';
import { findEncoding } from './encodings/table.ts';
import { utf8 } from './encodings/utf8.ts';
import { FastBuffer, initialPoolSize, takePoolSizeFrom } from './memory.ts';
import { methods } from './methods.ts';
import { numberMethods } from './numbers.ts';
import { textMethods } from './text-methods.ts';

/** The class `Buffer`: bytes, as Node has them. */

const warnOfBuffer = deprecation(
  'Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
    'Buffer.allocUnsafe(), or Buffer.from() methods instead.',
  'DEP0005',
);

/** The old way to make one, with `new` or without. */
function construct(value: unknown, encodingOrOffset?: unknown, length?: unknown): FastBuffer {
  warnOfBuffer();
  if (typeof value !== 'number') return from(value, encodingOrOffset, length);
  if (typeof encodingOrOffset === 'string') throw invalidArgType('string', 'string', value);
  return alloc(value);
}

function isBuffer(value: unknown): boolean {
  return value instanceof FastBuffer;
}

function compare(buf1: unknown, buf2: unknown): number {
  validateBytes(buf1, 'buf1');
  validateBytes(buf2, 'buf2');
  return compareBytes(buf1, buf2);
}

function isEncoding(encoding: unknown): boolean {
  return typeof encoding === 'string' && findEncoding(encoding) !== undefined;
}

/** @param encoding of a text; an unknown one counts as UTF-8 */
function byteLength(string: unknown, encoding?: unknown): number {
  if (string === '') return 0;
  if (typeof string === 'string') return (findEncoding(`${encoding}`) ?? utf8).byteLength(string);
  if (ArrayBuffer.isView(string) || isAnyArrayBuffer(string)) return string.byteLength;
  throw invalidArgType('string', ['string', 'Buffer', 'ArrayBuffer'], string);
}

const statics = {
  from,
  copyBytesFrom,
  of,
  alloc,
  allocUnsafe,
  allocUnsafeSlow,
  isBuffer,
  compare,
  isEncoding,
  concat,
  byteLength,
  [Symbol.for('kIsEncodingSymbol')]: isEncoding,
};

function define(owner: object, key: PropertyKey, descriptor: PropertyDescriptor): void {
  Object.defineProperty(owner, key, { configurable: true, ...descriptor });
}

/** Before `Buffer.prototype` is filled: what a field is worth on the prototype itself. */
function field(name: 'buffer' | 'byteOffset'): PropertyDescriptor {
  return {
    enumerable: true,
    configurable: false,
    get(this: unknown) {
      return this instanceof FastBuffer ? this[name] : undefined;
    },
  };
}

function fillPrototype(prototype: object, constructor: CallableFunction): void {
  define(prototype, 'constructor', { value: constructor, writable: true });
  Object.assign(prototype, numberMethods, textMethods);
  define(prototype, 'parent', field('buffer'));
  define(prototype, 'offset', field('byteOffset'));
  Object.assign(prototype, methods, {
    [customInspect]: methods.inspect,
    toLocaleString: methods.toString,
  });
}

function createBuffer(): BufferConstructor {
  function Buffer(value: unknown, encodingOrOffset?: unknown, length?: unknown): FastBuffer {
    return construct(value, encodingOrOffset, length);
  }
  Object.setPrototypeOf(Buffer, Uint8Array);
  define(Buffer, 'prototype', { value: FastBuffer.prototype, configurable: false });
  define(Buffer, Symbol.species, { get: () => FastBuffer });
  fillPrototype(FastBuffer.prototype, Buffer);
  const made = Object.assign(Buffer, { poolSize: initialPoolSize }, statics);
  takePoolSizeFrom(made);
  return made as unknown as BufferConstructor;
}

export const Buffer: BufferConstructor = createBuffer();
export type Buffer = globalThis.Buffer;
