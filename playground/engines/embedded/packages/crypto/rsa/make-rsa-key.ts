import type { RsaPrivate } from '../keys/material.ts';
import { searchPrime } from './primes.ts';
import { modInverse } from './rsa-numbers.ts';

/**
 * Makes a key pair (RFC 8017, section 3), one step at a time.
 * @param bits of the modulus
 */
export function* makeRsaKey(bits: number, e: bigint): Generator<undefined, RsaPrivate> {
  const fits = (prime: bigint): boolean => prime % e !== 1n;
  for (;;) {
    const one = yield* searchPrime(Math.ceil(bits / 2), fits);
    const other = yield* searchPrime(Math.floor(bits / 2), fits);
    const [p, q] = one > other ? [one, other] : [other, one];
    if (p === q || (p * q).toString(2).length !== bits) continue;
    return rsaKeyOf(p, q, e);
  }
}

function rsaKeyOf(p: bigint, q: bigint, e: bigint): RsaPrivate {
  const d = modInverse(e, ((p - 1n) * (q - 1n)) / gcd(p - 1n, q - 1n));
  return {
    family: 'rsa',
    ...{ n: p * q, e, d, p, q },
    ...{ dp: d % (p - 1n), dq: d % (q - 1n), qi: modInverse(q, p) },
  };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
