import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { bytesOf, type Bytes } from '../bytes.ts';
import { freshRandom } from '../random/random-bytes.ts';
import { secretBytesOf, secretIn } from './aes-algorithms.ts';
import type { KeyState } from './crypto-key.ts';
import {
  dictionary,
  type Imported,
  type KeyData,
  type Params,
  type WebAlgorithm,
} from './web-algorithm.ts';
import { failed, webError } from './web-errors.ts';
import { blockBitsOf, digestIn } from './web-hashes.ts';

function hashOf(params: Params): { readonly name: string } {
  return params['hash'] as { readonly name: string };
}

function hmacKey(bytes: Bytes, bits: number, hash: { readonly name: string }): Imported {
  const material = { kind: 'secret', bytes: new Uint8Array(bytes) } as const;
  return { material, algorithm: { name: 'HMAC', length: bits, hash } };
}

function hmacLength(params: Params, title: string): number {
  const { length } = params;
  if (length === undefined) return blockBitsOf(hashOf(params).name);
  if (length === 0) throw webError('OperationError', `${title}.length cannot be 0`);
  return Number(length);
}

function importHmac(data: KeyData, params: Params): Imported {
  const bytes = secretIn(data);
  const bits = bytes.length * 8;
  if (bits === 0) throw webError('DataError', 'Zero-length key is not supported');
  const length = params['length'] === undefined ? bits : Number(params['length']);
  if (length > bits || length <= bits - 8) throw webError('DataError', 'Invalid key length');
  return hmacKey(bytes, length, hashOf(params));
}

function signHmac(_: Params, key: KeyState, data: Bytes): Bytes {
  return hmac(digestIn(key.algorithm).plain, secretBytesOf(key), data) as Bytes;
}

const hmacAlgorithm: WebAlgorithm = {
  name: 'HMAC',
  usages: { secret: ['sign', 'verify'] },
  dictionaries: {
    generateKey: dictionary('HmacKeyGenParams', 'hash'),
    importKey: dictionary('HmacImportParams', 'hash'),
    getKeyLength: dictionary('HmacImportParams', 'hash'),
  },
  generateKey: (params) => {
    const bits = hmacLength(params, 'HmacKeyGenParams');
    return hmacKey(freshRandom(Math.ceil(bits / 8)) as Bytes, bits, hashOf(params));
  },
  importKey: importHmac,
  exportRaw: (material) => (material.kind === 'secret' ? material.bytes : undefined),
  jwkAlg: (algorithm) => `HS${hashOf(algorithm).name.slice('SHA-'.length)}`,
  sign: signHmac,
  verify: (params, key, signature, data) => {
    const expected = signHmac(params, key, data);
    return (
      signature.length === expected.length && expected.every((byte, at) => byte === signature[at])
    );
  },
  keyLength: (params) => hmacLength(params, 'HmacImportParams'),
};

function wholeBytes(length: number | null): number {
  if (length === null) throw webError('OperationError', 'length cannot be null');
  if (length % 8 !== 0) throw webError('OperationError', 'length must be a multiple of 8');
  return length / 8;
}

/** Secrets that only lead to other secrets. */
function source(name: 'HKDF' | 'PBKDF2') {
  return {
    name,
    usages: { secret: ['deriveKey', 'deriveBits'] },
    importKey: (data: KeyData): Imported => ({
      material: { kind: 'secret', bytes: new Uint8Array(secretIn(data)) },
      algorithm: { name },
    }),
    keyLength: () => null,
  } as const;
}

const hkdfAlgorithm: WebAlgorithm = {
  ...source('HKDF'),
  dictionaries: { deriveBits: dictionary('HkdfParams', 'hash', 'info', 'salt') },
  deriveBits: (params, key, length) => {
    const bytes = wholeBytes(length);
    const digest = digestIn(params);
    const salt = bytesOf(params['salt'], 'algorithm.salt');
    const info = bytesOf(params['info'], 'algorithm.info');
    if (bytes === 0) return new Uint8Array();
    if (bytes > 255 * digest.bytes) throw failed(new RangeError('Invalid key length'));
    return hkdf(digest.plain, secretBytesOf(key), salt, info, bytes) as Bytes;
  },
};

const pbkdf2Algorithm: WebAlgorithm = {
  ...source('PBKDF2'),
  dictionaries: { deriveBits: dictionary('Pbkdf2Params', 'hash', 'iterations', 'salt') },
  deriveBits: (params, key, length) => {
    const c = Number(params['iterations']);
    if (c === 0) throw webError('OperationError', 'iterations cannot be zero');
    const dkLen = wholeBytes(length);
    if (dkLen === 0) return new Uint8Array();
    const salt = bytesOf(params['salt'], 'algorithm.salt');
    const { plain } = digestIn(params);
    return pbkdf2(plain, secretBytesOf(key), salt, { c, dkLen }) as Bytes;
  },
};

export const secretAlgorithms: readonly WebAlgorithm[] = [
  hmacAlgorithm,
  hkdfAlgorithm,
  pbkdf2Algorithm,
];
