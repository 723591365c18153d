import { invalidArgType } from '../errors/argument-errors.ts';
import { nodeError } from '../errors/node-error.ts';
import { invalidThis } from '../errors/object-errors.ts';
import { validateString } from '../errors/validate.ts';
import { customInspect, inspect, type InspectOptions } from './inspect.ts';

/** The browser's decoder and encoder with Node's errors, and shown as Node shows its own. */

const NativeDecoder = globalThis.TextDecoder;
const NativeEncoder = globalThis.TextEncoder;

function checkOptions(options: unknown): void {
  const isObject = typeof options === 'object' || typeof options === 'function';
  if (options !== undefined && !isObject) throw invalidArgType('options', 'Object', options);
}

function notSupported(encoding: string): Error {
  const message = `The "${encoding}" encoding is not supported`;
  return nodeError(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', message, notSupported);
}

function isBytes(input: unknown): boolean {
  const isBuffer = input instanceof ArrayBuffer || ArrayBuffer.isView(input);
  return isBuffer || Object.prototype.toString.call(input) === '[object SharedArrayBuffer]';
}

class Decoder extends NativeDecoder {
  constructor(encoding: unknown = 'utf-8', options?: unknown) {
    checkOptions(options);
    const name = `${encoding as string}`;
    try {
      super(name, (options ?? undefined) as TextDecoderOptions | undefined);
    } catch {
      throw notSupported(name);
    }
  }

  override decode(input?: unknown, options?: unknown): string {
    if (!(#isOwn in this)) throw invalidThis('TextDecoder');
    if (input !== undefined && !isBytes(input)) {
      const wanted = 'an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.';
      const message = `The "list" argument must be ${wanted}`;
      throw nodeError(TypeError, 'ERR_INVALID_ARG_TYPE', message, this.decode);
    }
    checkOptions(options);
    try {
      return super.decode(input as BufferSource, (options ?? undefined) as TextDecodeOptions);
    } catch {
      const message = `The encoded data was not valid for encoding ${this.encoding}`;
      throw nodeError(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', message, this.decode);
    }
  }

  readonly #isOwn = true;

  [customInspect](depth: number, options: InspectOptions): unknown {
    if (depth < 0) return this;
    const { encoding, fatal, ignoreBOM } = this;
    return `TextDecoder ${inspect({ encoding, fatal, ignoreBOM }, options)}`;
  }
}

class Encoder extends NativeEncoder {
  override encode(input: unknown = ''): Uint8Array<ArrayBuffer> {
    if (!(#isOwn in this)) throw invalidThis('TextEncoder');
    return super.encode(`${input as string}`);
  }

  override encodeInto(source: unknown, destination: unknown): TextEncoderEncodeIntoResult {
    if (!(#isOwn in this)) throw invalidThis('TextEncoder');
    validateString(source, 'src');
    if (!(destination instanceof Uint8Array))
      throw invalidArgType('dest', 'Uint8Array', destination);
    return super.encodeInto(source, destination);
  }

  readonly #isOwn = true;

  [customInspect](depth: number, options: InspectOptions): unknown {
    if (depth < 0) return this;
    // Node shows an object without the name of its class here.
    return inspect({ encoding: this.encoding }, options);
  }
}

/** Puts them where programs find them. */
export function installEncoding(): void {
  for (const [name, value] of Object.entries({ TextDecoder: Decoder, TextEncoder: Encoder })) {
    Object.defineProperty(value, 'name', { value: name, configurable: true });
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
  }
}
