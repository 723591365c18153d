import {
  nodeError,
  outOfRange,
  validateFunction,
  validateInteger,
  validateString,
} from 'node:internal/errors';
import { hkdf as derive } from '@noble/hashes/hkdf.js';
import { arrayBufferOf, bytesOf } from '../bytes.ts';
import { invalidDigest } from '../crypto-errors.ts';
import { findDigest } from '../hashing/digests.ts';
import { callBack } from '../job.ts';
import { KeyObject } from '../keys/key-object.ts';
import { secretBytes } from '../keys/secret.ts';

const longestInfo = 1024;
const memory = ['string', 'ArrayBuffer', 'TypedArray', 'DataView', 'Buffer'];
const keyOrMemory = [
  'string',
  'SecretKeyObject',
  'ArrayBuffer',
  'TypedArray',
  'DataView',
  'Buffer',
];

/** Checks the arguments. @returns what derives the key */
function prepare(args: readonly unknown[]): () => ArrayBuffer {
  const [name, ikm, salt, info, length] = args;
  validateString(name, 'digest');
  const key =
    ikm instanceof KeyObject ? secretBytes(ikm, 'ikm') : bytesOf(ikm, 'ikm', 'utf8', keyOrMemory);
  const salted = bytesOf(salt, 'salt', 'utf8', memory);
  const context = bytesOf(info, 'info', 'utf8', memory);
  validateInteger(length, 'length', 0);
  if (context.length > longestInfo) {
    const range = `must not contain more than ${longestInfo} bytes`;
    throw outOfRange('info', range, context.length);
  }
  const digest = findDigest(name);
  if (!digest) throw invalidDigest(name);
  if (length > 255 * digest.bytes)
    throw nodeError(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length', prepare);
  if (length === 0) throw new Error('Deriving bits failed');
  return () => arrayBufferOf(derive(digest.plain, key, salted, context, length));
}

/** `hkdfSync(digest, ikm, salt, info, keylen)` */
export function hkdfSync(...args: readonly unknown[]): ArrayBuffer {
  return prepare(args)();
}

/** `hkdf(digest, ikm, salt, info, keylen, callback)` */
export function hkdf(...args: readonly unknown[]): void {
  const work = prepare(args);
  validateFunction(args[5], 'callback');
  callBack(work, args[5]);
}
