import { aeskw, cbc } from '@noble/ciphers/aes.js';
import { Buffer } from 'node:buffer';
import { bytesOf, type Bytes } from '../bytes.ts';
import { CounterStream } from '../cipher/counter-stream.ts';
import { GcmStream } from '../cipher/gcm-stream.ts';
import { concat } from '../der/der.ts';
import { opensslError } from '../crypto-errors.ts';
import { freshRandom } from '../random/random-bytes.ts';
import type { KeyState } from './crypto-key.ts';
import {
  dictionary,
  type Imported,
  type KeyData,
  type Params,
  type WebAlgorithm,
} from './web-algorithm.ts';
import { badData, failed, webError } from './web-errors.ts';

const ciphering = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'] as const;
const keyParams = dictionary('AesKeyGenParams', 'length');
const derivedParams = dictionary('AesDerivedKeyParams', 'length');

export function secretBytesOf({ material }: KeyState): Bytes {
  return material.kind === 'secret' ? material.bytes : new Uint8Array();
}

function lengthIn({ length }: Params): number {
  if (length !== 128 && length !== 192 && length !== 256)
    throw webError('OperationError', 'AES key length must be 128, 192, or 256 bits');
  return length;
}

function keyOf(name: string, bytes: Bytes): Imported {
  const material = { kind: 'secret', bytes: new Uint8Array(bytes) } as const;
  return { material, algorithm: { name, length: bytes.length * 8 } };
}

/** The bytes of a secret key that comes in. @throws DataError */
export function secretIn(data: KeyData): Bytes {
  if (data.format !== 'jwk') return data.bytes;
  const { k } = data.jwk;
  if (typeof k !== 'string') throw badData();
  return Buffer.from(k, 'base64url') as Bytes;
}

/** What all four have in common. @param suffix of a JWK's `alg` */
function aes(name: string, suffix: string) {
  return {
    name,
    usages: { secret: ciphering },
    generateKey: (params: Params): Imported =>
      keyOf(name, freshRandom(lengthIn(params) / 8) as Bytes),
    importKey: (data: KeyData): Imported => {
      const bytes = secretIn(data);
      if (![16, 24, 32].includes(bytes.length)) throw webError('DataError', 'Invalid key length');
      return keyOf(name, bytes);
    },
    exportRaw: (material: KeyState['material']) =>
      material.kind === 'secret' ? material.bytes : undefined,
    jwkAlg: ({ length }: KeyState['algorithm']) => `A${Number(length)}${suffix}`,
    keyLength: lengthIn,
  } as const;
}

function ivIn({ iv }: Params, bytes: number): Bytes {
  const vector = bytesOf(iv, 'algorithm.iv');
  if (vector.length !== bytes)
    throw webError('OperationError', `algorithm.iv must contain exactly ${bytes} bytes`);
  return vector;
}

const cbcParams = dictionary('AesCbcParams', 'iv');

const aesCbc: WebAlgorithm = {
  ...aes('AES-CBC', 'CBC'),
  dictionaries: {
    encrypt: cbcParams,
    decrypt: cbcParams,
    generateKey: keyParams,
    getKeyLength: derivedParams,
  },
  encrypt: (params, key, data) => cbc(secretBytesOf(key), ivIn(params, 16)).encrypt(data) as Bytes,
  decrypt: (params, key, data) => {
    const iv = ivIn(params, 16);
    try {
      return cbc(secretBytesOf(key), iv).decrypt(data) as Bytes;
    } catch {
      throw failed(opensslError('1C800064', 'Provider routines', 'bad decrypt'));
    }
  },
};

const ctrParams = dictionary('AesCtrParams', 'counter', 'length');

function applyCtr({ counter, length }: Params, key: KeyState, data: Bytes): Bytes {
  const start = bytesOf(counter, 'algorithm.counter');
  if (start.length !== 16)
    throw webError('OperationError', 'algorithm.counter must contain exactly 16 bytes');
  const bits = Number(length);
  if (!(bits >= 1 && bits <= 128))
    throw webError('OperationError', 'AES-CTR algorithm.length must be between 1 and 128');
  if (bits % 8 !== 0) return ctrOfOddLength(start, bits, key, data);
  return new CounterStream(secretBytesOf(key), start, bits / 8).update(data);
}

/** Blocks up to the wrap, then from zero on; only whole bytes have a stream that wraps by itself. */
function ctrOfOddLength(start: Bytes, bits: number, key: KeyState, data: Bytes): Bytes {
  const all = BigInt(`0x${Buffer.from(start).toString('hex')}`);
  const size = 1n << BigInt(bits);
  const left = Number((size - (all % size)) * 16n);
  const first = new CounterStream(secretBytesOf(key), start).update(data.subarray(0, left));
  if (left >= data.length) return first;
  const zero = (all / size) * size;
  const again = Buffer.from(zero.toString(16).padStart(32, '0'), 'hex') as Bytes;
  const rest = new CounterStream(secretBytesOf(key), again).update(data.subarray(left));
  return concat(first, rest);
}

const aesCtr: WebAlgorithm = {
  ...aes('AES-CTR', 'CTR'),
  dictionaries: {
    encrypt: ctrParams,
    decrypt: ctrParams,
    generateKey: keyParams,
    getKeyLength: derivedParams,
  },
  encrypt: applyCtr,
  decrypt: applyCtr,
};

const gcmParams = dictionary('AeadParams', 'iv');
const tagBits = [32, 64, 96, 104, 112, 120, 128];

interface GcmSettings {
  readonly stream: GcmStream;
  readonly tagBytes: number;
}

function gcm(params: Params, key: KeyState, encrypts: boolean): GcmSettings {
  const { iv, additionalData, tagLength = 128 } = params;
  if (!tagBits.includes(Number(tagLength)))
    throw webError('OperationError', `${String(tagLength)} is not a valid AES-GCM tag length`);
  const stream = new GcmStream(secretBytesOf(key), bytesOf(iv, 'algorithm.iv'), encrypts);
  if (additionalData !== undefined)
    stream.associate(bytesOf(additionalData, 'algorithm.additionalData'));
  return { stream, tagBytes: Number(tagLength) / 8 };
}

const aesGcm: WebAlgorithm = {
  ...aes('AES-GCM', 'GCM'),
  dictionaries: {
    encrypt: gcmParams,
    decrypt: gcmParams,
    generateKey: keyParams,
    getKeyLength: derivedParams,
  },
  encrypt: (params, key, data) => {
    const { stream, tagBytes } = gcm(params, key, true);
    return concat(stream.update(data), stream.tag().subarray(0, tagBytes));
  },
  decrypt: (params, key, data) => {
    const { stream, tagBytes } = gcm(params, key, false);
    if (data.length < tagBytes) throw failed();
    const message = stream.update(data.subarray(0, data.length - tagBytes));
    const tag = data.subarray(data.length - tagBytes);
    const expected = stream.tag();
    if (!tag.every((byte, at) => byte === expected[at])) throw failed();
    return message;
  },
};

const aesKw: WebAlgorithm = {
  ...aes('AES-KW', 'KW'),
  usages: { secret: ['wrapKey', 'unwrapKey'] },
  dictionaries: { generateKey: keyParams, getKeyLength: derivedParams },
  wrapKey: (_, key, data) => {
    if (data.length % 8 !== 0 || data.length < 16) throw failed();
    return aeskw(secretBytesOf(key)).encrypt(data) as Bytes;
  },
  unwrapKey: (_, key, data) => {
    try {
      return aeskw(secretBytesOf(key)).decrypt(data) as Bytes;
    } catch {
      throw failed(opensslError('1C800066', 'Provider routines', 'cipher operation failed'));
    }
  },
};

export const aesAlgorithms: readonly WebAlgorithm[] = [aesCbc, aesCtr, aesGcm, aesKw];
