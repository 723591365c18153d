import {
  invalidArgType,
  outOfRange,
  validateBoolean,
  validateFunction,
  validateInteger,
  validateObject,
} from 'node:internal/errors';
import { viewBytes } from '../bytes.ts';
import { fromBigInt, toBigInt } from '../der/der.ts';
import { callBack, callBackLater } from '../job.ts';
import { finish, finishLater, type Steps } from '../slices.ts';
import { isPrime, searchPrime } from './primes.ts';
import { randomBits } from './rsa-numbers.ts';

/** `checkPrime`, `generatePrime`, and what they do at once. */

type Options = Readonly<Record<string, unknown>>;
type Prime = ArrayBuffer | bigint;

function candidateOf(value: unknown): bigint {
  if (typeof value === 'bigint') {
    if (value < 0n) throw outOfRange('candidate', '>= 0', value);
    return value;
  }
  const bytes = viewBytes(value);
  if (!bytes)
    throw invalidArgType(
      'candidate',
      ['ArrayBuffer', 'TypedArray', 'Buffer', 'DataView', 'bigint'],
      value,
    );
  return toBigInt(bytes);
}

function roundsOf(options: unknown): number {
  validateObject(options, 'options');
  const { checks = 0 } = options as Options;
  validateInteger(checks, 'options.checks', 0, 2 ** 31 - 1);
  return checks || 20;
}

export function checkPrimeSync(candidate: unknown, options: unknown = {}): boolean {
  return isPrime(candidateOf(candidate), roundsOf(options));
}

/** `checkPrime(candidate[, options], callback)` */
export function checkPrime(candidate: unknown, options: unknown, callback?: unknown): void {
  const [given, call] = typeof options === 'function' ? [{}, options] : [options, callback];
  const number = candidateOf(candidate);
  const rounds = roundsOf(given ?? {});
  validateFunction(call, 'callback');
  callBack(() => isPrime(number, rounds), withoutNull(call));
}

/** Node's primes call back with `undefined` where all went well; everything else with `null`. */
function withoutNull(call: CallableFunction): CallableFunction {
  return (error: Error | null, result: unknown): unknown =>
    (call as (...args: unknown[]) => unknown)(error ?? undefined, result);
}

function numberOf(options: Options, name: 'add' | 'rem'): bigint | undefined {
  const value = options[name];
  if (value === undefined || typeof value === 'bigint') return value;
  const bytes = viewBytes(value);
  const expected = ['ArrayBuffer', 'TypedArray', 'Buffer', 'DataView', 'bigint'];
  if (!bytes) throw invalidArgType(`options.${name}`, expected, value);
  return toBigInt(bytes);
}

function* small(bits: number): Steps<bigint> {
  for (;;) {
    const candidate = randomBits(bits) | (1n << BigInt(bits - 1));
    if (isPrime(candidate)) return candidate;
    yield undefined;
  }
}

function* withRemainder(bits: number, add: bigint, rem: bigint, safe: boolean): Steps<bigint> {
  for (;;) {
    const candidate = randomBits(bits) | (1n << BigInt(bits - 1));
    const fitted = candidate - (candidate % add) + rem;
    const isLong = fitted.toString(2).length === bits;
    if (isLong && isPrime(fitted) && (!safe || isPrime(fitted >> 1n))) return fitted;
    yield undefined;
  }
}

function plan(size: unknown, options: unknown): Steps<Prime> {
  validateInteger(size, 'size', 1, 2 ** 31 - 1);
  validateObject(options, 'options');
  const { bigint = false, safe = false } = options as Options;
  validateBoolean(bigint, 'options.bigint');
  validateBoolean(safe, 'options.safe');
  const add = numberOf(options as Options, 'add');
  const rem = numberOf(options as Options, 'rem');
  const search = (): Steps<bigint> => {
    if (add !== undefined) return withRemainder(size, add, rem ?? (safe ? 3n : 1n), safe);
    if (safe) return searchSafe(size);
    return size < 8 ? small(size) : searchPrime(size);
  };
  return (function* () {
    const prime = yield* search();
    return bigint ? prime : fromBigInt(prime, Math.ceil(size / 8)).buffer;
  })();
}

/** A prime p of which (p − 1) / 2 is a prime as well. */
function searchSafe(size: number): Steps<bigint> {
  return searchPrime(size, (candidate) => candidate % 4n === 3n && isPrime(candidate >> 1n, 5));
}

export function generatePrimeSync(size: unknown, options: unknown = {}): Prime {
  return finish(plan(size, options));
}

/** `generatePrime(size[, options], callback)` */
export function generatePrime(size: unknown, options: unknown, callback?: unknown): void {
  const [given, call] = typeof options === 'function' ? [{}, options] : [options, callback];
  const steps = plan(size, given ?? {});
  validateFunction(call, 'callback');
  callBackLater(finishLater(steps), withoutNull(call));
}
