import { bytesOf, type Bytes } from '../bytes.ts';
import { paddings } from '../constants.ts';
import { opensslError } from '../crypto-errors.ts';
import { DerError, fromBigInt, toBigInt } from '../der/der.ts';
import type { RsaPrivate, RsaPublic } from '../keys/material.ts';
import { makeRsaKey } from '../rsa/make-rsa-key.ts';
import { modulusBits, modulusBytes } from '../rsa/rsa-numbers.ts';
import { oaepPadding, privateRaw, publicRaw, stripOaep } from '../rsa/rsa-paddings.ts';
import { messageOf, signBytes, verifyBytes, type Scheme } from '../signing/sign-bytes.ts';
import { finishLater } from '../slices.ts';
import type { KeyState } from './crypto-key.ts';
import { imported, pairOf, readPairKey } from './pair-keys.ts';
import {
  dictionary,
  type Imported,
  type KeyData,
  type Params,
  type WebAlgorithm,
} from './web-algorithm.ts';
import { failed, webError } from './web-errors.ts';
import { digestIn } from './web-hashes.ts';

const names = {
  'RSASSA-PKCS1-v1_5': 'RS',
  'RSA-PSS': 'PS',
  'RSA-OAEP': 'RSA-OAEP',
} as const;
type Name = keyof typeof names;

const dictionaries = {
  generateKey: dictionary('RsaHashedKeyGenParams', 'modulusLength', 'publicExponent', 'hash'),
  importKey: dictionary('RsaHashedImportParams', 'hash'),
};

function algorithmOf(name: Name, key: RsaPublic, hash: unknown): Imported['algorithm'] {
  return {
    name,
    modulusLength: modulusBits(key),
    publicExponent: fromBigInt(key.e),
    hash,
  };
}

function keyIn({ material }: KeyState): RsaPublic | RsaPrivate {
  if (material.kind === 'secret' || material.key.family !== 'rsa') throw failed();
  return material.key;
}

async function generate(name: Name, params: Params) {
  const { modulusLength, publicExponent, hash } = params;
  const e = toBigInt(bytesOf(publicExponent, 'algorithm.publicExponent'));
  const bits = Number(modulusLength);
  if (e < 3n || e % 2n === 0n || bits < 512) throw failed();
  const key = await finishLater(makeRsaKey(bits, e));
  return pairOf(key, algorithmOf(name, key, hash));
}

function importKey(name: Name, data: KeyData, params: Params): Imported {
  const key = readPairKey(data, () => {
    throw new DerError('raw');
  });
  if (key.family !== 'rsa') throw webError('DataError', 'Invalid key type');
  return imported(key, algorithmOf(name, key, params['hash']));
}

/** `RS256`, `PS384`, `RSA-OAEP`, `RSA-OAEP-256` (RFC 7518). */
function jwkAlg(name: Name, hash: string): string {
  const bits = hash.slice('SHA-'.length);
  if (name !== 'RSA-OAEP') return names[name] + bits;
  return bits === '1' ? 'RSA-OAEP' : `RSA-OAEP-${bits}`;
}

function rsa(name: Name) {
  return {
    name,
    generateKey: (params: Params) => generate(name, params),
    importKey: (data: KeyData, params: Params) => importKey(name, data, params),
    jwkAlg: ({ hash }: KeyState['algorithm']) => jwkAlg(name, (hash as { name: string }).name),
  };
}

function schemeIn(key: KeyState, padding: number, saltLength?: number): Scheme {
  return { digest: digestIn(key.algorithm), padding, saltLength, ecEncoding: 'der' };
}

const pkcs1: WebAlgorithm = {
  ...rsa('RSASSA-PKCS1-v1_5'),
  usages: { public: ['verify'], private: ['sign'] },
  dictionaries,
  sign: (_, key, data) =>
    signBytes(keyIn(key) as RsaPrivate, schemeIn(key, paddings.pkcs1), messageOf(data)),
  verify: (_, key, signature, data) =>
    verifyBytes(keyIn(key), schemeIn(key, paddings.pkcs1), messageOf(data), signature),
};

function saltIn({ saltLength }: Params, key: KeyState): number {
  const most = Math.ceil((modulusBits(keyIn(key)) - 1) / 8) - digestIn(key.algorithm).bytes - 2;
  const bytes = Number(saltLength);
  if (bytes > most) {
    const message = `The value of "algorithm.saltLength" is out of range. It must be >= 0 && <= ${most}. Received ${bytes}`;
    throw failed(new RangeError(message));
  }
  return bytes;
}

const pssParams = dictionary('RsaPssParams', 'saltLength');

const pss: WebAlgorithm = {
  ...rsa('RSA-PSS'),
  usages: { public: ['verify'], private: ['sign'] },
  dictionaries: { ...dictionaries, sign: pssParams, verify: pssParams },
  sign: (params, key, data) =>
    signBytes(
      keyIn(key) as RsaPrivate,
      schemeIn(key, paddings.pss, saltIn(params, key)),
      messageOf(data),
    ),
  verify: (params, key, signature, data) =>
    verifyBytes(
      keyIn(key),
      schemeIn(key, paddings.pss, saltIn(params, key)),
      messageOf(data),
      signature,
    ),
};

function labelIn({ label }: Params): Bytes {
  return label === undefined ? new Uint8Array() : bytesOf(label, 'algorithm.label');
}

const oaep: WebAlgorithm = {
  ...rsa('RSA-OAEP'),
  usages: { public: ['encrypt', 'wrapKey'], private: ['decrypt', 'unwrapKey'] },
  dictionaries,
  encrypt: (params, key, data) => {
    const digest = digestIn(key.algorithm);
    const label = labelIn(params);
    const own = keyIn(key);
    try {
      const padded = oaepPadding({ digest, mgf: digest }, data, label, modulusBytes(own));
      return publicRaw(own, padded);
    } catch {
      throw failed(opensslError('0200006E', 'rsa routines', 'data too large for key size'));
    }
  },
  decrypt: (params, key, data) => {
    const digest = digestIn(key.algorithm);
    const label = labelIn(params);
    const own = keyIn(key) as RsaPrivate;
    try {
      if (data.length !== modulusBytes(own)) throw new DerError('length');
      return stripOaep({ digest, mgf: digest }, privateRaw(own, data), label);
    } catch {
      throw failed(opensslError('02000079', 'rsa routines', 'oaep decoding error'));
    }
  },
};

export const rsaAlgorithms: readonly WebAlgorithm[] = [pkcs1, pss, oaep];
