import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { machine } from 'node:internal/machine';
import type { Bytes } from '../bytes.ts';

type Ecdsa = typeof p256;

/** A curve of the short Weierstrass form, with OpenSSL's and the web's names. */
export interface EcCurve {
  readonly name: string;
  readonly webName: string;
  readonly oid: string;
  /** Bytes of a coordinate, and of a scalar. */
  readonly bytes: number;
  readonly math: Ecdsa;
}

const curves: readonly EcCurve[] = [
  { name: 'prime256v1', webName: 'P-256', oid: '1.2.840.10045.3.1.7', bytes: 32, math: p256 },
  { name: 'secp384r1', webName: 'P-384', oid: '1.3.132.0.34', bytes: 48, math: p384 },
  { name: 'secp521r1', webName: 'P-521', oid: '1.3.132.0.35', bytes: 66, math: p521 },
  { name: 'secp256k1', webName: 'secp256k1', oid: '1.3.132.0.10', bytes: 32, math: secp256k1 },
];

/** @param name OpenSSL's, the web's, or `secp256r1` */
export function ecCurveByName(name: string): EcCurve | undefined {
  const plain = name === 'secp256r1' ? 'prime256v1' : name;
  return curves.find((one) => one.name === plain || one.webName === plain);
}

export function ecCurveByOid(oid: string): EcCurve | undefined {
  return curves.find((one) => one.oid === oid);
}

/** `crypto.getCurves()`: those that the engine has. */
export function getCurves(): string[] {
  return curves.map(({ name }) => name).sort();
}

/** @returns the public point of a scalar, uncompressed */
export function pointOf({ math }: EcCurve, scalar: Bytes): Bytes {
  return machine.labor(() => math.getPublicKey(scalar, false) as Bytes);
}

/** @throws where this is no point of the curve. @returns it uncompressed */
export function checkedPoint({ math }: EcCurve, point: Uint8Array): Bytes {
  const found = math.Point.fromBytes(point);
  found.assertValidity();
  return found.toBytes(false) as Bytes;
}
