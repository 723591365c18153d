import { Buffer } from 'node:buffer';
import type { Bytes } from '../bytes.ts';
import { contextTag, DerError, DerReader, fromBigInt, tags, toBigInt } from '../der/der.ts';
import {
  checkedPoint,
  ecCurveByName,
  ecCurveByOid,
  pointOf,
  type EcCurve,
} from '../ec/ec-curves.ts';
import { okpCurveByName, okpCurveByOid, type OkpCurve } from '../ec/okp-curves.ts';
import type {
  EcPrivate,
  OkpPrivate,
  PrivateKey,
  PublicKey,
  RsaPrivate,
  RsaPublic,
} from './material.ts';
import { oids } from './oids.ts';
import type { Jwk } from './write-key.ts';

/** Keys from DER and from JWK. What is no key throws a `DerError`. */

export function readPkcs1Public(der: Bytes): RsaPublic {
  const reader = new DerReader(der).inside();
  return { family: 'rsa', n: reader.integer(), e: reader.integer() };
}

export function readPkcs1Private(der: Bytes): RsaPrivate {
  const reader = new DerReader(der).inside();
  reader.integer();
  const next = (): bigint => reader.integer();
  const [n, e, d, p] = [next(), next(), next(), next()];
  const [q, dp, dq, qi] = [next(), next(), next(), next()];
  return { family: 'rsa', n, e, d, p, q, dp, dq, qi };
}

/** @param curve where the key does not say by itself which */
export function readSec1(der: Bytes, curve?: EcCurve): EcPrivate {
  const reader = new DerReader(der).inside();
  reader.integer();
  const scalar = reader.take(tags.octetString);
  const named = reader.nextTag === contextTag(0) ? reader.inside(contextTag(0)).oid() : undefined;
  const found = curve ?? (named === undefined ? undefined : ecCurveByOid(named));
  if (!found) throw new DerError('unknown curve');
  return ecPrivateOf(found, scalar);
}

export function ecPrivateOf(curve: EcCurve, scalar: Bytes): EcPrivate {
  const padded = fromBigInt(toBigInt(scalar), curve.bytes);
  return { family: 'ec', curve, scalar: padded, point: pointOf(curve, padded) };
}

export function okpPrivateOf(curve: OkpCurve, seed: Bytes): OkpPrivate {
  if (seed.length !== curve.seedBytes) throw new DerError('wrong length');
  const own = new Uint8Array(seed);
  return { family: 'okp', curve, seed: own, point: curve.publicKey(own) };
}

export function readSpki(der: Bytes): PublicKey {
  const reader = new DerReader(der).inside();
  const algorithm = reader.inside();
  const name = algorithm.oid();
  const bits = reader.bitString();
  if (name === oids.rsa) return readPkcs1Public(bits);
  if (name === oids.ec) {
    const curve = ecCurveByOid(algorithm.oid());
    if (!curve) throw new DerError('unknown curve');
    return { family: 'ec', curve, point: checkedPoint(curve, bits) };
  }
  const okp = okpCurveByOid(name);
  if (okp?.seedBytes !== bits.length) throw new DerError('unknown kind');
  return { family: 'okp', curve: okp, point: new Uint8Array(bits) };
}

export function readPkcs8(der: Bytes): PrivateKey {
  const reader = new DerReader(der).inside();
  reader.integer();
  const algorithm = reader.inside();
  const name = algorithm.oid();
  const content = reader.take(tags.octetString);
  if (name === oids.rsa) return readPkcs1Private(content);
  if (name === oids.ec) return readSec1(content, ecCurveByOid(algorithm.oid()));
  const okp = okpCurveByOid(name);
  if (!okp) throw new DerError('unknown kind');
  return okpPrivateOf(okp, new DerReader(content).take(tags.octetString));
}

function bytesIn(jwk: Jwk, name: string): Bytes {
  const value = jwk[name];
  if (typeof value !== 'string') throw new DerError(name);
  return Buffer.from(value, 'base64url') as Bytes;
}

const numberIn = (jwk: Jwk, name: string): bigint => toBigInt(bytesIn(jwk, name));

function readRsaJwk(jwk: Jwk): RsaPublic | RsaPrivate {
  const open = { family: 'rsa', n: numberIn(jwk, 'n'), e: numberIn(jwk, 'e') } as const;
  if (jwk['d'] === undefined) return open;
  const number = (name: string): bigint => numberIn(jwk, name);
  const [d, p, q] = [number('d'), number('p'), number('q')];
  return { ...open, d, p, q, dp: number('dp'), dq: number('dq'), qi: number('qi') };
}

function readEcJwk(jwk: Jwk): PublicKey | PrivateKey {
  const curve = ecCurveByName(String(jwk['crv']));
  if (!curve) throw new DerError('crv');
  const [x, y] = [bytesIn(jwk, 'x'), bytesIn(jwk, 'y')];
  const point = checkedPoint(curve, Uint8Array.from([4, ...x, ...y]));
  if (jwk['d'] === undefined) return { family: 'ec', curve, point };
  const key = ecPrivateOf(curve, bytesIn(jwk, 'd'));
  if (Buffer.compare(key.point, point) !== 0) throw new DerError('d');
  return key;
}

function readOkpJwk(jwk: Jwk): PublicKey | PrivateKey {
  const curve = okpCurveByName(String(jwk['crv']));
  const point = bytesIn(jwk, 'x');
  if (curve?.seedBytes !== point.length) throw new DerError('crv');
  if (jwk['d'] === undefined) return { family: 'okp', curve, point };
  return okpPrivateOf(curve, bytesIn(jwk, 'd'));
}

/** @throws {DerError}; undefined where the engine does not know the `kty` */
export function readJwk(jwk: Jwk): PublicKey | PrivateKey | undefined {
  switch (jwk['kty']) {
    case 'RSA':
      return readRsaJwk(jwk);
    case 'EC':
      return readEcJwk(jwk);
    case 'OKP':
      return readOkpJwk(jwk);
    default:
      return undefined;
  }
}

export function isPrivate(key: PublicKey | PrivateKey): key is PrivateKey {
  return 'd' in key || 'scalar' in key || 'seed' in key;
}
