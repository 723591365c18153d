import { modPow, randomBits } from './rsa-numbers.ts';

/** Primes, as far as chance can tell: an error of less than 2^-100 for random numbers. */

const smallPrimes = sieve(8192);

function sieve(below: number): number[] {
  const isComposite = new Uint8Array(below);
  const primes: number[] = [];
  for (let i = 2; i < below; i += 1) {
    if (isComposite[i] === 1) continue;
    primes.push(i);
    for (let j = i * i; j < below; j += i) isComposite[j] = 1;
  }
  return primes;
}

/** @returns whether it is a prime or has no small divisor */
function hasNoSmallDivisor(candidate: bigint): boolean {
  return smallPrimes.every((prime) => {
    const big = BigInt(prime);
    return candidate === big || candidate % big !== 0n;
  });
}

/**
 * Miller and Rabin's test.
 * @param rounds each lets one composite number in four pass, at worst
 */
function passes(candidate: bigint, rounds: number): boolean {
  const last = candidate - 1n;
  const twos = trailingZeros(last);
  const odd = last >> BigInt(twos);
  const bits = candidate.toString(2).length;
  for (let round = 0; round < rounds; round += 1) {
    const base = round === 0 ? 2n : 2n + (randomBits(bits) % (candidate - 3n));
    if (!isWitnessed(modPow(base, odd, candidate), twos, candidate)) return false;
  }
  return true;
}

function isWitnessed(start: bigint, twos: number, candidate: bigint): boolean {
  if (start === 1n || start === candidate - 1n) return true;
  let value = start;
  for (let i = 1; i < twos; i += 1) {
    value = (value * value) % candidate;
    if (value === candidate - 1n) return true;
  }
  return false;
}

function trailingZeros(value: bigint): number {
  const binary = value.toString(2);
  return binary.length - binary.lastIndexOf('1') - 1;
}

export function isPrime(candidate: bigint, rounds = 20): boolean {
  if (candidate < 4n) return candidate === 2n || candidate === 3n;
  return hasNoSmallDivisor(candidate) && passes(candidate, rounds);
}

/**
 * Looks for a random prime, one candidate a step, so that others can go on in between.
 * @param bits its length; the two highest bits are set, so that a product has twice as many
 * @param fits what else it must be
 */
export function* searchPrime(
  bits: number,
  fits: (candidate: bigint) => boolean = () => true,
): Generator<undefined, bigint> {
  const top = 3n << BigInt(bits - 2);
  // After the sieve, a long random number that passes five rounds is a prime.
  const rounds = bits >= 512 ? 5 : 20;
  for (;;) {
    const candidate = randomBits(bits) | top | 1n;
    if (!hasNoSmallDivisor(candidate)) continue;
    yield undefined;
    if (fits(candidate) && passes(candidate, rounds)) return candidate;
  }
}
