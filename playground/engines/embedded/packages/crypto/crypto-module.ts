/** `node:crypto`: the part of it that works without a thread pool and OpenSSL. */
import './install-webcrypto.ts';
import { validateFunction } from 'node:internal/errors';
import { getCipherInfo, getCiphers } from './cipher/cipher-table.ts';
import { Cipheriv, createCipheriv, createDecipheriv, Decipheriv } from './cipher/cipheriv.ts';
import { constants } from './constants.ts';
import { argon2, argon2Sync } from './derive/argon2.ts';
import { hkdf, hkdfSync } from './derive/hkdf.ts';
import { pbkdf2, pbkdf2Sync } from './derive/pbkdf2.ts';
import { scrypt, scryptSync } from './derive/scrypt.ts';
import { getCurves } from './ec/ec-curves.ts';
import { diffieHellman } from './exchange/diffie-hellman.ts';
import { createECDH, ECDH } from './exchange/ecdh.ts';
import { getHashes } from './hashing/digests.ts';
import { createHash, hash, Hash } from './hashing/hash.ts';
import { createHmac, Hmac } from './hashing/hmac.ts';
import { callBack } from './job.ts';
import { generateKeyPair, generateKeyPairSync } from './keys/generate-pair.ts';
import { createPrivateKey, createPublicKey } from './keys/key-input.ts';
import { createSecretKey, generateKeySync, KeyObject } from './keys/key-object.ts';
import { randomBytes, randomFill, randomFillSync } from './random/random-bytes.ts';
import { randomInt } from './random/random-int.ts';
import { randomUUID, randomUUIDv7 } from './random/random-uuid.ts';
import { refusals } from './refused.ts';
import {
  checkPrime,
  checkPrimeSync,
  generatePrime,
  generatePrimeSync,
} from './rsa/prime-module.ts';
import { privateDecrypt, privateEncrypt, publicDecrypt, publicEncrypt } from './rsa/rsa-encrypt.ts';
import { createSign, createVerify, Sign, sign, Verify, verify } from './signing/sign.ts';
import { webcrypto } from './subtle/web-crypto.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';

function generateKey(type: unknown, options: unknown, callback: unknown): void {
  validateFunction(callback, 'callback');
  const key = generateKeySync(type, options);
  callBack(() => key, callback);
}

const { subtle } = webcrypto;

function getRandomValues<Target extends ArrayBufferView<ArrayBuffer>>(target: Target): Target {
  return webcrypto.getRandomValues(target);
}

const getFips = (): number => 0;

export const {
  Certificate,
  createDiffieHellman,
  createDiffieHellmanGroup,
  decapsulate,
  DiffieHellman,
  DiffieHellmanGroup,
  encapsulate,
  getDiffieHellman,
  setEngine,
  X509Certificate,
} = refusals;

export {
  argon2,
  argon2Sync,
  checkPrime,
  checkPrimeSync,
  Cipheriv,
  constants,
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  createSign,
  createVerify,
  Decipheriv,
  diffieHellman,
  ECDH,
  generateKey,
  generateKeyPair,
  generateKeyPairSync,
  generateKeySync,
  generatePrime,
  generatePrimeSync,
  getCipherInfo,
  getCiphers,
  getCurves,
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
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  randomUUIDv7,
  scrypt,
  scryptSync,
  Sign,
  sign,
  subtle,
  timingSafeEqual,
  Verify,
  verify,
  webcrypto,
};

export default {
  ...refusals,
  ...{ argon2, argon2Sync, checkPrime, checkPrimeSync, Cipheriv, constants },
  ...{ createCipheriv, createDecipheriv, createECDH, createHash, createHmac, createPrivateKey },
  ...{ createPublicKey, createSecretKey, createSign, createVerify, Decipheriv, diffieHellman },
  ...{ ECDH, generateKey, generateKeyPair, generateKeyPairSync, generateKeySync, generatePrime },
  ...{ generatePrimeSync, getCipherInfo, getCiphers, getCurves, getFips, getHashes },
  ...{ getRandomValues, hash, Hash, hkdf, hkdfSync, Hmac, KeyObject, pbkdf2, pbkdf2Sync },
  ...{ privateDecrypt, privateEncrypt, publicDecrypt, publicEncrypt, randomBytes, randomFill },
  ...{ randomFillSync, randomInt, randomUUID, randomUUIDv7, scrypt, scryptSync, Sign, sign },
  ...{ subtle, timingSafeEqual, Verify, verify, webcrypto },
};
