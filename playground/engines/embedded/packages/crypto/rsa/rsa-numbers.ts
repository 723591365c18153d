import type { Bytes } from '../bytes.ts';
import { toBigInt } from '../der/der.ts';
import type { RsaPrivate, RsaPublic } from '../keys/material.ts';
import { fillRandom } from '../random/random-bytes.ts';

/** The arithmetic of RSA (RFC 8017, section 5), in the language's own whole numbers. */

export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  // Four bits at a time: a quarter of the products that depend on the exponent.
  const powers = [1n];
  for (let i = 1; i < 16; i += 1) powers.push(((powers[i - 1] ?? 1n) * base) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let i = 0; i < 4; i += 1) result = (result * result) % modulus;
    const power = Number.parseInt(digit, 16);
    if (power !== 0) result = (result * (powers[power] ?? 1n)) % modulus;
  }
  return result;
}

/** @throws {RangeError} where the two have a common divisor */
export function modInverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [((value % modulus) + modulus) % modulus, modulus, 1n, 0n];
  while (a !== 0n) {
    const quotient = b / a;
    [a, b, x, y] = [b % a, a, y - quotient * x, x];
  }
  if (b !== 1n) throw new RangeError('no inverse');
  return ((y % modulus) + modulus) % modulus;
}

export function encrypt({ n, e }: RsaPublic, message: bigint): bigint {
  return modPow(message, e, n);
}

/** By the two primes, which takes a quarter of the time. */
export function decrypt({ p, q, dp, dq, qi }: RsaPrivate, message: bigint): bigint {
  const first = modPow(message % p, dp, p);
  const second = modPow(message % q, dq, q);
  const difference = ((((first - second) * qi) % p) + p) % p;
  return second + difference * q;
}

export function modulusBits({ n }: RsaPublic): number {
  return n.toString(2).length;
}

/** Bytes of the modulus, and of a signature. */
export function modulusBytes(key: RsaPublic): number {
  return Math.ceil(modulusBits(key) / 8);
}

/** A random number of so many bits. */
export function randomBits(bits: number): bigint {
  const bytes: Bytes = new Uint8Array(Math.ceil(bits / 8));
  fillRandom(bytes);
  return toBigInt(bytes) >> BigInt(bytes.length * 8 - bits);
}
