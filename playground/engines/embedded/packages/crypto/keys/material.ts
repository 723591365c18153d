import type { Bytes } from '../bytes.ts';
import type { EcCurve } from '../ec/ec-curves.ts';
import type { OkpCurve } from '../ec/okp-curves.ts';

/** What keys are made of. */

export interface RsaPublic {
  readonly family: 'rsa';
  readonly n: bigint;
  readonly e: bigint;
}

/** With the parts that make it fast (RFC 8017, section 3.2). */
export interface RsaPrivate extends RsaPublic {
  readonly d: bigint;
  readonly p: bigint;
  readonly q: bigint;
  readonly dp: bigint;
  readonly dq: bigint;
  readonly qi: bigint;
}

export interface EcPublic {
  readonly family: 'ec';
  readonly curve: EcCurve;
  /** Uncompressed (SEC 1, section 2.3.3). */
  readonly point: Bytes;
}

export interface EcPrivate extends EcPublic {
  /** Big-endian, as long as the curve's order. */
  readonly scalar: Bytes;
}

/** Ed25519, X25519 and their larger relatives (RFC 8032, RFC 7748). */
export interface OkpPublic {
  readonly family: 'okp';
  readonly curve: OkpCurve;
  readonly point: Bytes;
}

export interface OkpPrivate extends OkpPublic {
  readonly seed: Bytes;
}

export type PublicKey = RsaPublic | EcPublic | OkpPublic;
export type PrivateKey = RsaPrivate | EcPrivate | OkpPrivate;

export type Material =
  | { readonly kind: 'secret'; readonly bytes: Bytes }
  | { readonly kind: 'public'; readonly key: PublicKey }
  | { readonly kind: 'private'; readonly key: PrivateKey };

/** The public half. */
export function publicOf(key: PublicKey): PublicKey {
  switch (key.family) {
    case 'rsa':
      return { family: 'rsa', n: key.n, e: key.e };
    case 'ec':
      return { family: 'ec', curve: key.curve, point: key.point };
    case 'okp':
      return { family: 'okp', curve: key.curve, point: key.point };
  }
}
