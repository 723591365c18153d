/** `node:crypto`: the part of it that works without a thread pool and OpenSSL. */
import { validateFunction } from 'node:internal/errors';
import { argon2, argon2Sync } from './derive/argon2.ts';
import { hkdf, hkdfSync } from './derive/hkdf.ts';
import { pbkdf2, pbkdf2Sync } from './derive/pbkdf2.ts';
import { scrypt, scryptSync } from './derive/scrypt.ts';
import { getHashes } from './hashing/digests.ts';
import { createHash, hash, Hash } from './hashing/hash.ts';
import { createHmac, Hmac } from './hashing/hmac.ts';
import { callBack } from './job.ts';
import { createSecretKey, generateKeySync, KeyObject } from './keys/key-object.ts';
import { randomBytes, randomFill, randomFillSync } from './random/random-bytes.ts';
import { randomInt } from './random/random-int.ts';
import { randomUUID, randomUUIDv7 } from './random/random-uuid.ts';
import { refusals } from './refused.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';

function generateKey(type: unknown, options: unknown, callback: unknown): void {
  validateFunction(callback, 'callback');
  const key = generateKeySync(type, options);
  callBack(() => key, callback);
}

const webcrypto = globalThis.crypto;
const { subtle } = webcrypto;

function getRandomValues<Target extends ArrayBufferView<ArrayBuffer>>(target: Target): Target {
  return webcrypto.getRandomValues(target);
}

const getFips = (): number => 0;

export const {
  checkPrime,
  checkPrimeSync,
  createCipheriv,
  createDecipheriv,
  createDiffieHellman,
  createECDH,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  diffieHellman,
  generateKeyPair,
  generateKeyPairSync,
  generatePrime,
  generatePrimeSync,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  sign,
  verify,
} = refusals;

export {
  argon2,
  argon2Sync,
  createHash,
  createHmac,
  createSecretKey,
  generateKey,
  generateKeySync,
  getFips,
  getHashes,
  getRandomValues,
  hash,
  Hash,
  hkdf,
  hkdfSync,
  Hmac,
  KeyObject,
  pbkdf2,
  pbkdf2Sync,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  randomUUIDv7,
  scrypt,
  scryptSync,
  subtle,
  timingSafeEqual,
  webcrypto,
};

export default {
  ...refusals,
  ...{ argon2, argon2Sync, createHash, createHmac, createSecretKey, generateKey, generateKeySync },
  ...{ getFips, getHashes, getRandomValues, hash, Hash, hkdf, hkdfSync, Hmac, KeyObject },
  ...{ pbkdf2, pbkdf2Sync, randomBytes, randomFill, randomFillSync, randomInt, randomUUID },
  ...{ randomUUIDv7, scrypt, scryptSync, subtle, timingSafeEqual, webcrypto },
};
