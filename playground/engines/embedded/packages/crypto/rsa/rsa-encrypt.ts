import type { Buffer } from 'node:buffer';
import { validateString } from 'node:internal/errors';
import { bufferOf, bytesOf, type Bytes } from '../bytes.ts';
import { paddings } from '../constants.ts';
import { opensslError, wrongKeyType } from '../crypto-errors.ts';
import { concat } from '../der/der.ts';
import { findDigest, type Digest } from '../hashing/digests.ts';
import { optionsOf, privateKeyOf, publicKeyOf } from '../keys/key-input.ts';
import type { PrivateKey, PublicKey, RsaPrivate, RsaPublic } from '../keys/material.ts';
import { modulusBytes } from './rsa-numbers.ts';
import {
  blockOne,
  blockTwo,
  oaepPadding,
  PaddingError,
  privateRaw,
  publicRaw,
  stripBlockOne,
  stripBlockTwo,
  stripOaep,
  TooLongError,
} from './rsa-paddings.ts';

/** `publicEncrypt`, `privateDecrypt`, `privateEncrypt`, `publicDecrypt`. */

interface Settings {
  readonly padding: number;
  readonly digest: Digest;
  readonly label: Bytes;
}

function settingsOf(input: unknown, otherwise: number): Settings {
  const { padding = otherwise, oaepHash = 'sha1', oaepLabel } = optionsOf(input);
  validateString(oaepHash, 'key.oaepHash');
  const digest = findDigest(oaepHash);
  if (!digest)
    throw Object.assign(new Error('Invalid digest used'), { code: 'ERR_OSSL_EVP_INVALID_DIGEST' });
  const label = oaepLabel === undefined ? new Uint8Array() : bytesOf(oaepLabel, 'key.oaepLabel');
  return { padding: Number(padding), digest, label };
}

function rsaOnly<Key extends PublicKey | PrivateKey>(key: Key): Extract<Key, { family: 'rsa' }> {
  if (key.family !== 'rsa') throw wrongKeyType();
  return key as Extract<Key, { family: 'rsa' }>;
}

function dataOf(buffer: unknown, input: unknown): Bytes {
  return concat(bytesOf(buffer, 'buffer', optionsOf(input)['encoding']));
}

function illegalPadding(): Error {
  return opensslError('1C8000A5', 'Provider routines', 'illegal or unsupported padding mode');
}

function unpadded(data: Bytes, length: number): Bytes {
  if (data.length === length) return data;
  const which = data.length < length ? ['0200007A', 'small'] : ['0200006E', 'large'];
  throw opensslError(which[0] ?? '', 'rsa routines', `data too ${which[1]} for key size`);
}

/** @throws as OpenSSL, where the message is too long */
function pad(make: () => Bytes): Bytes {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TooLongError)) throw error;
    throw opensslError('0200006E', 'rsa routines', 'data too large for key size');
  }
}

export function publicEncrypt(input: unknown, buffer: unknown): Buffer {
  const key = rsaOnly<PublicKey>(publicKeyOf(input, 'key')) as RsaPublic;
  const { padding, digest, label } = settingsOf(input, paddings.oaep);
  const data = dataOf(buffer, input);
  const length = modulusBytes(key);
  const padded = pad(() => {
    if (padding === paddings.oaep) return oaepPadding({ digest, mgf: digest }, data, label, length);
    if (padding === paddings.pkcs1) return blockTwo(data, length);
    if (padding === paddings.none) return unpadded(data, length);
    throw illegalPadding();
  });
  return bufferOf(publicRaw(key, padded));
}

export function privateDecrypt(input: unknown, buffer: unknown): Buffer {
  const key = rsaOnly<PrivateKey>(privateKeyOf(input, 'key')) as RsaPrivate;
  const { padding, digest, label } = settingsOf(input, paddings.oaep);
  const data = dataOf(buffer, input);
  const isWhole = data.length === modulusBytes(key);
  try {
    if (!isWhole) throw new PaddingError();
    const raw = privateRaw(key, data);
    if (padding === paddings.oaep) return bufferOf(stripOaep({ digest, mgf: digest }, raw, label));
    if (padding === paddings.pkcs1) return bufferOf(stripBlockTwo(raw));
    if (padding === paddings.none) return bufferOf(raw);
  } catch (error) {
    if (!(error instanceof PaddingError)) throw error;
    if (padding === paddings.oaep)
      throw opensslError('02000079', 'rsa routines', 'oaep decoding error');
    throw opensslError('0200006E', 'rsa routines', 'data too large for key size');
  }
  throw illegalPadding();
}

export function privateEncrypt(input: unknown, buffer: unknown): Buffer {
  const key = rsaOnly<PrivateKey>(privateKeyOf(input, 'key')) as RsaPrivate;
  const { padding } = settingsOf(input, paddings.pkcs1);
  const data = dataOf(buffer, input);
  const length = modulusBytes(key);
  if (padding !== paddings.pkcs1 && padding !== paddings.none) throw illegalPadding();
  const padded = pad(() =>
    padding === paddings.pkcs1 ? blockOne(data, length) : unpadded(data, length),
  );
  return bufferOf(privateRaw(key, padded));
}

export function publicDecrypt(input: unknown, buffer: unknown): Buffer {
  const key = rsaOnly<PublicKey>(publicKeyOf(input, 'key')) as RsaPublic;
  const { padding } = settingsOf(input, paddings.pkcs1);
  const raw = publicRaw(key, dataOf(buffer, input));
  if (padding === paddings.none) return bufferOf(raw);
  if (padding !== paddings.pkcs1) throw illegalPadding();
  try {
    return bufferOf(stripBlockOne(raw));
  } catch {
    throw opensslError('0200006A', 'rsa routines', 'block type is not 01');
  }
}
