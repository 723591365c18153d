import { Buffer } from 'node:buffer';
import {
  invalidArgType,
  invalidArgValue,
  validateInteger,
  validateObject,
  validateString,
} from 'node:internal/errors';
import { Transform, type TransformCallback, type TransformOptions } from 'node:stream';
import { bytesOf, dataBytes, encoded } from '../bytes.ts';
import { hashFinalized, opensslError } from '../crypto-errors.ts';
import { findDigest, type Digest, type Hasher } from './digests.ts';

export interface HashOptions extends TransformOptions {
  readonly outputLength?: number | undefined;
}

const longest = 2 ** 32 - 1;

function checkLength(options: HashOptions | undefined): number | undefined {
  const length = options?.outputLength;
  if (length !== undefined) validateInteger(length, 'options.outputLength', 0, longest);
  return length;
}

/** @throws as OpenSSL, where the digest has one length only */
function begin(digest: Digest, length: number | undefined): Hasher {
  if (length !== undefined && length !== digest.bytes && !digest.extendable)
    throw opensslError('030000B2', 'digital envelope routines', 'not XOF or invalid length');
  return digest.begin(length);
}

/** `crypto.Hash`: a stream that takes data and gives one digest. */
export class Hash extends Transform {
  #hasher: Hasher;
  readonly #empty: boolean;
  #finalized = false;

  /** @param from a name, or a hash whose state is copied */
  constructor(from: string | Hash, options?: HashOptions) {
    super(options);
    if (!(from instanceof Hash)) validateString(from, 'algorithm');
    const length = checkLength(options);
    this.#empty = length === 0;
    if (from instanceof Hash) {
      this.#hasher = from.#hasher.clone();
      return;
    }
    const digest = findDigest(from);
    if (!digest) throw new Error('Digest method not supported');
    this.#hasher = begin(digest, length || undefined);
  }

  /** A new hash that goes on from here. */
  copy(options?: HashOptions): Hash {
    if (this.#finalized) throw hashFinalized();
    return new Hash(this, options);
  }

  update(data: unknown, encoding?: unknown): this {
    if (this.#finalized) throw hashFinalized();
    this.#hasher.update(dataBytes(data, 'data', encoding));
    return this;
  }

  /** @param encoding without one, a Buffer */
  digest(encoding?: unknown): Buffer | string {
    if (this.#finalized) throw hashFinalized();
    this.#finalized = true;
    const bytes = this.#empty ? new Uint8Array(0) : this.#hasher.digest();
    return encoded(bytes, encoding);
  }

  override _transform(chunk: unknown, encoding: string, callback: TransformCallback): void {
    this.#hasher.update(dataBytes(chunk, 'data', encoding));
    callback();
  }

  override _flush(callback: TransformCallback): void {
    this.push(this.digest());
    callback();
  }
}

export function createHash(algorithm: string, options?: HashOptions): Hash {
  return new Hash(algorithm, options);
}

interface OneShotOptions {
  readonly outputEncoding?: unknown;
  readonly outputLength?: number;
}

/** `crypto.hash()`: a digest of one text or view, as hexadecimal unless said otherwise. */
export function hash(
  algorithm: unknown,
  input: unknown,
  options: string | OneShotOptions = 'hex',
): Buffer | string {
  validateString(algorithm, 'algorithm');
  if (typeof input !== 'string' && !ArrayBuffer.isView(input))
    throw invalidArgType('input', ['string', 'Buffer', 'TypedArray', 'DataView'], input);
  const given = typeof options === 'string' ? { outputEncoding: options } : options;
  validateObject(given, 'options');
  const { outputEncoding = 'hex', outputLength } = given as OneShotOptions;
  const known = outputEncoding === 'buffer' || Buffer.isEncoding(String(outputEncoding));
  if (!known) throw invalidArgValue('outputEncoding', outputEncoding);
  const digest = findDigest(algorithm);
  if (!digest) throw new Error(`Digest method ${algorithm} is not supported`);
  const hasher = begin(digest, checkLength({ outputLength }));
  return encoded(hasher.update(bytesOf(input, 'input')).digest(), outputEncoding);
}
