import { Buffer } from 'node:buffer';
import { nodeError, validateFunction, validateInteger, type NodeError } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { scrypt as derive, type ScryptOpts } from '@noble/hashes/scrypt.js';
import { bufferOf, bytesOf } from '../bytes.ts';
import { incompatibleOptions } from '../crypto-errors.ts';
import { callBack } from '../job.ts';

const largest = 2 ** 31 - 1;
const largestCost = 2 ** 32 - 1;
const defaultMemory = 32 * 1024 * 1024;

/** Each cost under its two names, and what it is without one. */
const costs = [
  { short: 'N', long: 'cost', otherwise: 16_384 },
  { short: 'r', long: 'blockSize', otherwise: 8 },
  { short: 'p', long: 'parallelization', otherwise: 1 },
] as const;

type Options = Readonly<Record<string, unknown>>;

function costOf(options: Options, { short, long, otherwise }: (typeof costs)[number]): number {
  const given = options[short];
  const spelled = options[long];
  if (given !== undefined) validateInteger(given, short, 0, largestCost);
  if (spelled === undefined) return given || otherwise;
  if (given !== undefined) throw incompatibleOptions(short, long);
  validateInteger(spelled, long, 0, largestCost);
  return spelled || otherwise;
}

function memoryOf({ maxmem }: Options): number {
  if (maxmem === undefined) return defaultMemory;
  validateInteger(maxmem, 'maxmem', 0);
  return maxmem || defaultMemory;
}

function invalidParams(more = ''): NodeError {
  const message = `Invalid scrypt params${more}`;
  return nodeError(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', message, invalidParams);
}

/** OpenSSL counts the table, the blocks and one block to work in. */
function checkMemory({ N, r, p }: ScryptOpts, maxmem: number): void {
  const isPower = N > 1 && Number.isInteger(Math.log2(N));
  if (!isPower) throw invalidParams();
  const needed = 128 * r * (N + 2) + 128 * r * p;
  if (needed > maxmem)
    throw invalidParams(': error:030000AC:digital envelope routines::memory limit exceeded');
}

type Derivation = readonly [password: Uint8Array, salt: Uint8Array, options: ScryptOpts];

function check(args: readonly unknown[]): Derivation {
  const [password, salt, keylen, options] = args;
  const secret = bytesOf(password, 'password');
  const salted = bytesOf(salt, 'salt');
  validateInteger(keylen, 'keylen', 0, largest);
  const given = (typeof options === 'object' && options) || {};
  const [N, r, p] = costs.map((cost) => costOf(given as Options, cost)) as [number, number, number];
  const opts = { N, r, p };
  checkMemory(opts, memoryOf(given as Options));
  return [secret, salted, { ...opts, dkLen: keylen, maxmem: 2 ** 31 }];
}

function work([password, salt, options]: Derivation): Buffer {
  if (options.dkLen === 0) return Buffer.alloc(0);
  return machine.labor(() => bufferOf(derive(password, salt, options)));
}

/** `scryptSync(password, salt, keylen[, options])` */
export function scryptSync(...args: readonly unknown[]): Buffer {
  return work(check(args));
}

/** `scrypt(password, salt, keylen[, options], callback)` */
export function scrypt(...args: readonly unknown[]): void {
  const shifted = typeof args[3] === 'function';
  const [given, callback] = shifted ? [undefined, args[3]] : [args[3], args[4]];
  const derivation = check([...args.slice(0, 3), given]);
  validateFunction(callback, 'callback');
  callBack(() => work(derivation), callback);
}
