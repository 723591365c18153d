import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { ed448, x448 } from '@noble/curves/ed448.js';
import type { Bytes } from '../bytes.ts';

/** A curve whose keys are bare bytes: octet key pairs (RFC 8037, RFC 8410). */
export interface OkpCurve {
  /** Node's name of the key's type. */
  readonly name: 'ed25519' | 'ed448' | 'x25519' | 'x448';
  readonly webName: 'Ed25519' | 'Ed448' | 'X25519' | 'X448';
  readonly oid: string;
  readonly seedBytes: number;
  readonly signs: boolean;
  publicKey(seed: Bytes): Bytes;
  /** @throws where the result would be zero */
  shared?(seed: Bytes, point: Bytes): Bytes;
  sign?(message: Bytes, seed: Bytes): Bytes;
  verify?(signature: Bytes, message: Bytes, point: Bytes): boolean;
}

type Signing = typeof ed25519;
type Exchange = typeof x25519;

const signing = (math: Signing) => ({
  signs: true,
  publicKey: (seed: Bytes) => math.getPublicKey(seed) as Bytes,
  sign: (message: Bytes, seed: Bytes) => math.sign(message, seed) as Bytes,
  verify: (signature: Bytes, message: Bytes, point: Bytes) =>
    math.verify(signature, message, point, { zip215: false }),
});

const exchanging = (math: Exchange) => ({
  signs: false,
  publicKey: (seed: Bytes) => math.getPublicKey(seed) as Bytes,
  shared: (seed: Bytes, point: Bytes) => math.getSharedSecret(seed, point) as Bytes,
});

const curves: readonly OkpCurve[] = [
  { name: 'ed25519', webName: 'Ed25519', oid: '1.3.101.112', seedBytes: 32, ...signing(ed25519) },
  { name: 'ed448', webName: 'Ed448', oid: '1.3.101.113', seedBytes: 57, ...signing(ed448) },
  { name: 'x25519', webName: 'X25519', oid: '1.3.101.110', seedBytes: 32, ...exchanging(x25519) },
  { name: 'x448', webName: 'X448', oid: '1.3.101.111', seedBytes: 56, ...exchanging(x448) },
];

/** @param name Node's or the web's */
export function okpCurveByName(name: string): OkpCurve | undefined {
  return curves.find((one) => one.name === name || one.webName === name);
}

export function okpCurveByOid(oid: string): OkpCurve | undefined {
  return curves.find((one) => one.oid === oid);
}
