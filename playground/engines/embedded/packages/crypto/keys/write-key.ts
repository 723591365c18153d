import { Buffer } from 'node:buffer';
import type { Bytes } from '../bytes.ts';
import {
  bitString,
  contextTag,
  element,
  fromBigInt,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
} from '../der/der.ts';
import type { PrivateKey, PublicKey, RsaPrivate, RsaPublic, EcPrivate } from './material.ts';
import { oids } from './oids.ts';

/** Keys as DER and as JWK. */

/** RSAPublicKey (RFC 8017, appendix A.1.1). */
export function pkcs1Public({ n, e }: RsaPublic): Bytes {
  return sequence(integer(n), integer(e));
}

/** RSAPrivateKey (RFC 8017, appendix A.1.2). */
export function pkcs1Private({ n, e, d, p, q, dp, dq, qi }: RsaPrivate): Bytes {
  return sequence(...[0n, n, e, d, p, q, dp, dq, qi].map(integer));
}

/** ECPrivateKey (RFC 5915). @param named whether it says by itself which curve */
export function sec1(key: EcPrivate, named: boolean): Bytes {
  const curve = named ? [element(contextTag(0), oid(key.curve.oid))] : [];
  return sequence(
    integer(1n),
    octetString(key.scalar),
    ...curve,
    element(contextTag(1), bitString(key.point)),
  );
}

/** AlgorithmIdentifier of a key (RFC 5480, RFC 8410, RFC 8017). */
function algorithmOf(key: PublicKey): Bytes {
  switch (key.family) {
    case 'rsa':
      return sequence(oid(oids.rsa), nothing());
    case 'ec':
      return sequence(oid(oids.ec), oid(key.curve.oid));
    case 'okp':
      return sequence(oid(key.curve.oid));
  }
}

/** SubjectPublicKeyInfo (RFC 5280, section 4.1). */
export function spki(key: PublicKey): Bytes {
  const bits = key.family === 'rsa' ? pkcs1Public(key) : key.point;
  return sequence(algorithmOf(key), bitString(bits));
}

/** PrivateKeyInfo (RFC 5208, section 5). */
export function pkcs8(key: PrivateKey): Bytes {
  return sequence(integer(0n), algorithmOf(key), octetString(privateContent(key)));
}

function privateContent(key: PrivateKey): Bytes {
  switch (key.family) {
    case 'rsa':
      return pkcs1Private(key);
    case 'ec':
      return sec1(key, false);
    case 'okp':
      return octetString(key.seed);
  }
}

/** A key as JSON (RFC 7517, RFC 7518, RFC 8037), in Node's order of fields. */
export type Jwk = Readonly<Record<string, unknown>>;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const number = (value: bigint): string => text(fromBigInt(value));

export function publicJwk(key: PublicKey): Jwk {
  switch (key.family) {
    case 'rsa':
      return { kty: 'RSA', n: number(key.n), e: number(key.e) };
    case 'ec': {
      const { bytes, webName } = key.curve;
      const [x, y] = [key.point.subarray(1, 1 + bytes), key.point.subarray(1 + bytes)];
      return { kty: 'EC', x: text(x), y: text(y), crv: webName };
    }
    case 'okp':
      return { crv: key.curve.webName, x: text(key.point), kty: 'OKP' };
  }
}

export function privateJwk(key: PrivateKey): Jwk {
  switch (key.family) {
    case 'rsa': {
      const { n, e, d, p, q, dp, dq, qi } = key;
      const [first, second] = [
        { n, e, d, p, q },
        { dp, dq, qi },
      ];
      const numbers = Object.entries({ ...first, ...second }).map(([name, value]) => [
        name,
        number(value),
      ]);
      return { kty: 'RSA', ...Object.fromEntries(numbers) };
    }
    case 'ec':
      return { ...publicJwk(key), d: text(key.scalar) };
    case 'okp':
      return {
        crv: key.curve.webName,
        d: text(key.seed),
        x: text(key.point),
        kty: 'OKP',
      };
  }
}
