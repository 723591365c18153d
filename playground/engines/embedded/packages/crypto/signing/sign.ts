import type { Buffer } from 'node:buffer';
import { validateFunction, validateString } from 'node:internal/errors';
import { Writable } from 'node:stream';
import { bufferOf, bytesOf, dataBytes, encoded, type Bytes } from '../bytes.ts';
import { cryptoError, invalidDigest } from '../crypto-errors.ts';
import { concat } from '../der/der.ts';
import { findDigest, type Digest, type Hasher } from '../hashing/digests.ts';
import { callBack } from '../job.ts';
import { optionsOf, privateKeyOf, publicKeyOf } from '../keys/key-input.ts';
import type { PublicKey } from '../keys/material.ts';
import { messageOf, schemeOf, signBytes, verifyBytes, type Message } from './sign-bytes.ts';

/** What a pair's key signs with where no digest is named. */
function digestFor(algorithm: unknown, key: PublicKey): Digest | undefined {
  if (algorithm === null || algorithm === undefined)
    return key.family === 'okp' ? undefined : findDigest('sha256');
  validateString(algorithm, 'algorithm');
  const digest = findDigest(algorithm);
  if (!digest) throw invalidDigest(algorithm);
  return digest;
}

function missingKey(): Error {
  return cryptoError('SIGN_KEY_REQUIRED', 'No key provided to sign');
}

function notInitialised(): Error {
  return cryptoError('INVALID_STATE', 'Not initialised');
}

/** What `Sign` and `Verify` share: they take a message piece by piece. */
class Signing extends Writable {
  readonly #digest: Digest;
  readonly #hasher: Hasher;
  #isOver = false;

  constructor(algorithm: unknown, options?: object) {
    validateString(algorithm, 'algorithm');
    const digest = findDigest(algorithm);
    if (!digest) throw cryptoError('INVALID_DIGEST', 'Invalid digest', TypeError);
    super(options);
    this.#digest = digest;
    this.#hasher = digest.begin();
  }

  update(data: unknown, encoding?: unknown): this {
    const bytes = dataBytes(data, 'data', encoding);
    if (this.#isOver) throw notInitialised();
    this.#hasher.update(bytes);
    return this;
  }

  override _write(chunk: unknown, encoding: string, callback: () => void): void {
    this.update(chunk, encoding);
    callback();
  }

  /** Ends the message. @param key one that makes its own digest cannot work on pieces */
  static end(signing: Signing, key: PublicKey): { digest: Digest; message: Message } {
    if (signing.#isOver) throw notInitialised();
    if (key.family === 'okp')
      throw cryptoError('UNSUPPORTED_OPERATION', 'Unsupported crypto operation');
    signing.#isOver = true;
    const bytes = signing.#hasher.digest() as Bytes;
    return { digest: signing.#digest, message: { whole: () => bytes, hashed: () => bytes } };
  }
}

/** `crypto.Sign` */
export class Sign extends Signing {
  sign(input?: unknown, encoding?: unknown): Buffer | string {
    if (!input) throw missingKey();
    const key = privateKeyOf(input, 'privateKey');
    const { digest, message } = Signing.end(this, key);
    return encoded(signBytes(key, schemeOf(digest, optionsOf(input)), message), encoding);
  }
}

/** `crypto.Verify` */
export class Verify extends Signing {
  verify(input: unknown, signature: unknown, encoding?: unknown): boolean {
    const key = publicKeyOf(input, 'key');
    const bytes = bytesOf(signature, 'signature', encoding);
    const { digest, message } = Signing.end(this, key);
    return verifyBytes(key, schemeOf(digest, optionsOf(input)), message, bytes);
  }
}

export const createSign = (algorithm: unknown, options?: object): Sign =>
  new Sign(algorithm, options);

export const createVerify = (algorithm: unknown, options?: object): Verify =>
  new Verify(algorithm, options);

/** `sign(algorithm, data, key[, callback])` */
export function sign(
  algorithm: unknown,
  data: unknown,
  input: unknown,
  callback?: unknown,
): Buffer | undefined {
  if (algorithm !== null && algorithm !== undefined) validateString(algorithm, 'algorithm');
  if (callback !== undefined) validateFunction(callback, 'callback');
  const bytes = concat(bytesOf(data, 'data'));
  if (!input) throw missingKey();
  const key = privateKeyOf(input, 'key');
  const scheme = schemeOf(digestFor(algorithm, key), optionsOf(input));
  const work = (): Buffer => bufferOf(signBytes(key, scheme, messageOf(bytes)));
  if (callback === undefined) return work();
  callBack(work, callback);
  return undefined;
}

/** `verify(algorithm, data, key, signature[, callback])` */
export function verify(
  algorithm: unknown,
  data: unknown,
  input: unknown,
  signature: unknown,
  callback?: unknown,
): boolean | undefined {
  if (algorithm !== null && algorithm !== undefined) validateString(algorithm, 'algorithm');
  if (callback !== undefined) validateFunction(callback, 'callback');
  const bytes = concat(bytesOf(data, 'data'));
  const key = publicKeyOf(input, 'key');
  const scheme = schemeOf(digestFor(algorithm, key), optionsOf(input));
  const signed = concat(bytesOf(signature, 'signature'));
  const work = (): boolean => verifyBytes(key, scheme, messageOf(bytes), signed);
  if (callback === undefined) return work();
  callBack(work, callback);
  return undefined;
}
