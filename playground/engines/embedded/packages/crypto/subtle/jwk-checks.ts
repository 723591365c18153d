import type { Jwk } from '../keys/write-key.ts';
import type { KeyAlgorithm, Usage } from './crypto-key.ts';
import type { WebAlgorithm } from './web-algorithm.ts';
import { badData, webError } from './web-errors.ts';

/** What a JWK says of itself must be what is asked for (Web Cryptography Level 2, section 18.7). */

const types: Readonly<Record<string, string>> = {
  ECDSA: 'EC',
  ECDH: 'EC',
  Ed25519: 'OKP',
  Ed448: 'OKP',
  X25519: 'OKP',
  X448: 'OKP',
};

function typeOf(name: string): string {
  return types[name] ?? (name.startsWith('RSA') ? 'RSA' : 'oct');
}

/** The value of `use` for keys of an algorithm. */
function useOf({ usages }: WebAlgorithm): string {
  const all = Object.values(usages).flat();
  return all.includes('sign') || all.includes('verify') ? 'sig' : 'enc';
}

/** @throws DataError */
export function checkJwk(
  jwk: Jwk,
  algorithm: WebAlgorithm,
  extractable: boolean,
  usages: readonly Usage[],
): void {
  const { kty, use, key_ops: operations, ext } = jwk;
  if (kty === undefined) throw badData();
  if (kty !== typeOf(algorithm.name)) throw webError('DataError', 'Invalid JWK "kty" Parameter');
  if (usages.length > 0 && use !== undefined && use !== useOf(algorithm))
    throw webError('DataError', 'Invalid JWK "use" Parameter');
  if (operations !== undefined) {
    if (!Array.isArray(operations)) throw badData();
    if (!usages.every((usage) => operations.includes(usage)))
      throw webError('DataError', 'Key operations and usage mismatch');
  }
  if (ext === false && extractable)
    throw webError('DataError', 'JWK "ext" Parameter and extractable mismatch');
}

/** @throws DataError. @param own of the key that came of it */
export function checkJwkAlg({ alg }: Jwk, algorithm: WebAlgorithm, own: KeyAlgorithm): void {
  const expected = algorithm.jwkAlg?.(own);
  if (alg === undefined || expected === undefined || alg === expected) return;
  if (expected.startsWith('Ed') && alg === 'EdDSA') return;
  throw webError('DataError', 'JWK "alg" does not match the requested algorithm');
}
