import type { StringDecoder as NodeStringDecoder } from 'node:string_decoder';
import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { Buffer } from './buffer.ts';
import type { Encoding } from './encodings/encoding.ts';
import { encodingOf, namedEncoding, unknownEncoding } from './encodings/table.ts';
import { incompleteEnd, isContinuation } from './incomplete-character.ts';

/** `node:string_decoder`: text out of chunks that may end within a character. */

/** Where Node keeps it; somebody who inspects a decoder sees it. */
const kNativeDecoder = Symbol('kNativeDecoder');

/** What lies where in a decoder's state, after the bytes of an incomplete character. */
const characterBytes = 4;
const missingAt = 4;
const heldAt = 5;
const encodingAt = 6;
const stateBytes = 7;

/** Node's numbers of the encodings. */
const numbers: Readonly<Partial<Record<BufferEncoding, number>>> = {
  ascii: 0,
  utf8: 1,
  base64: 2,
  utf16le: 3,
  latin1: 4,
  hex: 5,
  base64url: 7,
};

interface Decoder {
  encoding: BufferEncoding;
  [kNativeDecoder]: Buffer;
  write(chunk: unknown): string;
}

function stateOf(decoder: Decoder): Buffer {
  const state: unknown = (decoder as Partial<Decoder> | undefined)?.[kNativeDecoder];
  if (state instanceof Buffer) return state;
  const message = 'Value of "this" must be of type StringDecoder';
  throw nodeError(TypeError, 'ERR_INVALID_THIS', message, stateOf);
}

function setState(state: Buffer, missing: number, held: number): void {
  state[missingAt] = missing;
  state[heldAt] = held;
}

/** What it was made for; the property `encoding` is only a name. */
function encodingIn(state: Buffer): Encoding {
  const [name] = Object.entries(numbers).find(([, number]) => number === state[encodingAt]) ?? [];
  return encodingOf(name);
}

const missingOf = (state: Buffer): number => state[missingAt] ?? 0;
const heldOf = (state: Buffer): number => state[heldAt] ?? 0;
const characterOf = (state: Buffer): Buffer => state.subarray(0, heldOf(state));

function bytesOf(chunk: unknown): Uint8Array {
  if (ArrayBuffer.isView(chunk))
    return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  throw invalidArgType('buf', ['Buffer', 'TypedArray', 'DataView'], chunk);
}

/** How many of the bytes go on with the character that is held. */
function continuing(state: Buffer, bytes: Uint8Array, encoding: Encoding): number {
  const wanted = Math.min(missingOf(state), bytes.length);
  if (encoding.name !== 'utf8') return wanted;
  const other = bytes.subarray(0, wanted).findIndex((byte) => !isContinuation(byte));
  return other === -1 ? wanted : other;
}

/**
 * Takes what the held character still needs.
 * @returns its text, once nothing is missing, and the bytes after it
 */
function finishCharacter(
  state: Buffer,
  bytes: Uint8Array,
  encoding: Encoding,
): { text: string; rest: Uint8Array } {
  const taken = continuing(state, bytes, encoding);
  const rest = bytes.subarray(taken);
  const held = heldOf(state);
  state.set(bytes.subarray(0, taken), held);
  // A byte that cannot go on with it ends it, broken as it is.
  const missing = rest.length > 0 ? 0 : missingOf(state) - taken;
  setState(state, missing, held + taken);
  if (missing > 0) return { text: '', rest };
  const text = encoding.decode(characterOf(state));
  setState(state, 0, 0);
  return { text, rest };
}

function write(this: Decoder, chunk: unknown): string {
  if (typeof chunk === 'string') return chunk;
  const bytes = bytesOf(chunk);
  const state = stateOf(this);
  const encoding = encodingIn(state);
  const begun = missingOf(state) > 0;
  const { text, rest } = begun
    ? finishCharacter(state, bytes, encoding)
    : { text: '', rest: bytes };
  if (rest.length === 0) return text;
  const { held, missing } = incompleteEnd(encoding.name, rest);
  const end = rest.length - held;
  state.set(rest.subarray(end));
  setState(state, missing, held);
  return text + encoding.decode(rest.subarray(0, end));
}

/** What is left over, as well as it can be read. */
function flush(decoder: Decoder): string {
  const state = stateOf(decoder);
  const character = characterOf(state);
  setState(state, 0, 0);
  return encodingIn(state).decode(character);
}

const methods = {
  write,
  end(this: Decoder, chunk?: unknown): string {
    const text = chunk === undefined ? '' : this.write(chunk);
    return text + flush(this);
  },
  /** Forgets what was held, and reads the rest of a chunk. */
  text(this: Decoder, chunk: Uint8Array, offset: number): string {
    setState(stateOf(this), 0, 0);
    return write.call(this, chunk.subarray(offset));
  },
};

const getters: Readonly<Record<string, (state: Buffer) => unknown>> = {
  lastChar: (state) => state.subarray(0, characterBytes),
  lastNeed: missingOf,
  lastTotal: (state) => heldOf(state) + missingOf(state),
};

function defineGetters(prototype: object): void {
  for (const [name, read] of Object.entries(getters)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      enumerable: true,
      get(this: Decoder) {
        return read(stateOf(this));
      },
    });
  }
}

/** A function, not a class: old libraries call it on objects of their own. */
function createStringDecoder(): typeof NodeStringDecoder {
  function StringDecoder(this: Decoder, encoding?: unknown): void {
    const known = namedEncoding(encoding);
    if (known === undefined) throw unknownEncoding(encoding);
    const { name } = known;
    this.encoding = name;
    const state = Buffer.alloc(stateBytes);
    state[encodingAt] = numbers[name] ?? 0;
    this[kNativeDecoder] = state;
  }
  Object.assign(StringDecoder.prototype, methods);
  defineGetters(StringDecoder.prototype as object);
  return StringDecoder as never;
}

export const StringDecoder = createStringDecoder();
