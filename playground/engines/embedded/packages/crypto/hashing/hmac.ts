import { Buffer } from 'node:buffer';
import { validateString } from 'node:internal/errors';
import { Transform, type TransformCallback, type TransformOptions } from 'node:stream';
import { hmac } from '@noble/hashes/hmac.js';
import { dataBytes, encoded } from '../bytes.ts';
import { hashFinalized, invalidDigest } from '../crypto-errors.ts';
import { secretBytes } from '../keys/secret.ts';
import { findDigest, type Hasher } from './digests.ts';

interface HmacOptions extends TransformOptions {
  readonly encoding?: BufferEncoding;
}

/** `crypto.Hmac`: a keyed hash as a stream. */
export class Hmac extends Transform {
  readonly #hasher: Hasher;
  #finalized = false;

  constructor(algorithm: string, key: unknown, options?: HmacOptions) {
    super(options);
    validateString(algorithm, 'hmac');
    const secret = secretBytes(key, 'key', options?.encoding);
    const digest = findDigest(algorithm);
    if (!digest) throw invalidDigest(algorithm);
    if (digest.extendable) throw new Error('error:00000000:lib(0)::reason(0)');
    this.#hasher = hmac.create(digest.plain, secret);
  }

  update(data: unknown, encoding?: unknown): this {
    const bytes = dataBytes(data, 'data', encoding);
    if (this.#finalized) throw hashFinalized();
    this.#hasher.update(bytes);
    return this;
  }

  /** A second call gives nothing, as Node's does. */
  digest(encoding?: unknown): Buffer | string {
    const bytes = this.#finalized ? Buffer.alloc(0) : this.#hasher.digest();
    this.#finalized = true;
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

export function createHmac(algorithm: string, key: unknown, options?: HmacOptions): Hmac {
  return new Hmac(algorithm, key, options);
}
