import type { Bytes } from '../bytes.ts';
import { DerError } from '../der/der.ts';
import { checkedPoint, ecCurveByName, type EcCurve } from '../ec/ec-curves.ts';
import { okpCurveByName, type OkpCurve } from '../ec/okp-curves.ts';
import { sharedSecret } from '../exchange/diffie-hellman.ts';
import { makeEcKey, makeOkpKey } from '../keys/generate-pair.ts';
import type { Material, PrivateKey, PublicKey } from '../keys/material.ts';
import { messageOf, signBytes, verifyBytes, type Scheme } from '../signing/sign-bytes.ts';
import { keyState, type KeyState } from './crypto-key.ts';
import { imported, pairOf, readPairKey } from './pair-keys.ts';
import {
  dictionary,
  type Imported,
  type KeyData,
  type Params,
  type WebAlgorithm,
} from './web-algorithm.ts';
import { failed, mismatch, webError } from './web-errors.ts';
import { digestIn } from './web-hashes.ts';

const webCurves = ['P-256', 'P-384', 'P-521'];

function curveIn({ namedCurve }: Params): EcCurve {
  const curve = webCurves.includes(String(namedCurve))
    ? ecCurveByName(String(namedCurve))
    : undefined;
  if (!curve) throw webError('NotSupportedError', 'Unrecognized namedCurve');
  return curve;
}

function exportPoint(material: Material): Bytes | undefined {
  return material.kind === 'public' && material.key.family !== 'rsa'
    ? material.key.point
    : undefined;
}

const ecGenParams = dictionary('EcKeyGenParams', 'namedCurve');
const ecImportParams = dictionary('EcKeyImportParams', 'namedCurve');

function importEc(name: string, data: KeyData, params: Params): Imported {
  const curve = curveIn(params);
  if (data.format === 'jwk' && data.jwk['crv'] !== curve.webName)
    throw webError('DataError', 'JWK "crv" does not match the requested algorithm');
  const key = readPairKey(data, (bytes) => ({
    family: 'ec',
    curve,
    point: checkedPoint(curve, bytes),
  }));
  if (key.family !== 'ec') throw webError('DataError', 'Invalid key type');
  if (key.curve !== curve) throw webError('DataError', 'Named curve mismatch');
  return imported(key, { name, namedCurve: curve.webName });
}

function ec(name: 'ECDSA' | 'ECDH') {
  return {
    name,
    generateKey: (params: Params) => {
      const curve = curveIn(params);
      return pairOf(makeEcKey(curve), { name, namedCurve: curve.webName });
    },
    importKey: (data: KeyData, params: Params) => importEc(name, data, params),
    exportRaw: exportPoint,
  };
}

/** The halves of a pair that an operation was given; `usages` have seen to the kind. */
function privateIn({ material }: KeyState): PrivateKey {
  if (material.kind !== 'private') throw mismatch();
  return material.key;
}

function publicIn({ material }: KeyState): PublicKey {
  if (material.kind !== 'public') throw mismatch();
  return material.key;
}

const ecdsaParams = dictionary('EcdsaParams', 'hash');

function ecdsaScheme(params: Params): Scheme {
  const digest = digestIn(params);
  return { digest, padding: 0, saltLength: undefined, ecEncoding: 'ieee-p1363' };
}

const ecdsa: WebAlgorithm = {
  ...ec('ECDSA'),
  usages: { public: ['verify'], private: ['sign'] },
  dictionaries: {
    generateKey: ecGenParams,
    importKey: ecImportParams,
    sign: ecdsaParams,
    verify: ecdsaParams,
  },
  sign: (params, key, data) => signBytes(privateIn(key), ecdsaScheme(params), messageOf(data)),
  verify: (params, key, signature, data) =>
    verifyBytes(publicIn(key), ecdsaScheme(params), messageOf(data), signature),
};

const exchangeParams = dictionary('EcdhKeyDeriveParams', 'public');

/** Bits of what two keys share. The last byte is cut where they are no whole bytes. */
function exchange(params: Params, key: KeyState, length: number | null): Bytes {
  const other = keyState(params['public']);
  if (!other || other.algorithm.name !== key.algorithm.name) throw mismatch();
  if (other.material.kind !== 'public')
    throw webError('InvalidAccessError', 'algorithm.public must be a public key');
  if (other.algorithm['namedCurve'] !== key.algorithm['namedCurve'])
    throw webError('InvalidAccessError', 'Named curve mismatch');
  const shared = derive(privateIn(key), other.material.key);
  if (length === null) return shared;
  if (length > shared.length * 8)
    throw webError('OperationError', 'derived bit length is too small');
  const bytes = shared.slice(0, Math.ceil(length / 8));
  const odd = length % 8;
  if (odd !== 0) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) & (0xff00 >> odd);
  return bytes;
}

function derive(own: PrivateKey, other: PublicKey): Bytes {
  try {
    return sharedSecret(own, other);
  } catch (error) {
    throw failed(error);
  }
}

const deriving = ['deriveKey', 'deriveBits'] as const;

const ecdh: WebAlgorithm = {
  ...ec('ECDH'),
  usages: { public: [], private: deriving },
  dictionaries: { generateKey: ecGenParams, importKey: ecImportParams, deriveBits: exchangeParams },
  deriveBits: exchange,
};

function importOkp(curve: OkpCurve, data: KeyData): Imported {
  if (data.format === 'jwk' && data.jwk['crv'] !== curve.webName)
    throw webError('DataError', 'JWK "crv" Parameter and algorithm name mismatch');
  const key = readPairKey(data, (bytes) => {
    if (bytes.length !== curve.seedBytes) throw new DerError('Invalid key data');
    return { family: 'okp', curve, point: new Uint8Array(bytes) };
  });
  if (key.family !== 'okp' || key.curve !== curve) throw webError('DataError', 'Invalid key type');
  return imported(key, { name: curve.webName });
}

function okp(curve: OkpCurve) {
  return {
    name: curve.webName,
    generateKey: () => pairOf(makeOkpKey(curve), { name: curve.webName }),
    importKey: (data: KeyData) => importOkp(curve, data),
    exportRaw: exportPoint,
  };
}

const ownDigest: Scheme = {
  digest: undefined,
  padding: 0,
  saltLength: undefined,
  ecEncoding: 'der',
};

function signing(curve: OkpCurve): WebAlgorithm {
  return {
    ...okp(curve),
    usages: { public: ['verify'], private: ['sign'] },
    dictionaries: {},
    jwkAlg: () => curve.webName,
    sign: (_, key, data) => signBytes(privateIn(key), ownDigest, messageOf(data)),
    verify: (_, key, signature, data) =>
      verifyBytes(publicIn(key), ownDigest, messageOf(data), signature),
  };
}

function exchanging(curve: OkpCurve): WebAlgorithm {
  return {
    ...okp(curve),
    usages: { public: [], private: deriving },
    dictionaries: { deriveBits: exchangeParams },
    deriveBits: exchange,
  };
}

const okps = ['Ed25519', 'Ed448', 'X25519', 'X448'].flatMap((name) => okpCurveByName(name) ?? []);

export const curveAlgorithms: readonly WebAlgorithm[] = [
  ecdsa,
  ecdh,
  ...okps.map((curve) => (curve.signs ? signing(curve) : exchanging(curve))),
];
