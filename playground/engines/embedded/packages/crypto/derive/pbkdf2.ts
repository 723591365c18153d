import type { Buffer } from 'node:buffer';
import { validateFunction, validateInteger, validateString } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { pbkdf2 as derive } from '@noble/hashes/pbkdf2.js';
import { bufferOf, bytesOf } from '../bytes.ts';
import { invalidDigest } from '../crypto-errors.ts';
import { findDigest } from '../hashing/digests.ts';
import { callBack } from '../job.ts';

const largest = 2 ** 31 - 1;

type Derivation = Parameters<typeof derive>;

function check(args: readonly unknown[]): Derivation {
  const [password, salt, iterations, keylen, name] = args;
  validateString(name, 'digest');
  const secret = bytesOf(password, 'password');
  const salted = bytesOf(salt, 'salt');
  validateInteger(iterations, 'iterations', 1, largest);
  validateInteger(keylen, 'keylen', 0, largest);
  const digest = findDigest(name);
  if (!digest) throw invalidDigest(name);
  if (keylen === 0) throw new Error('Deriving bits failed');
  return [digest.plain, secret, salted, { c: iterations, dkLen: keylen }];
}

/** `pbkdf2Sync(password, salt, iterations, keylen, digest)` */
export function pbkdf2Sync(...args: readonly unknown[]): Buffer {
  const derivation = check(args);
  return machine.labor(() => bufferOf(derive(...derivation)));
}

/** `pbkdf2(password, salt, iterations, keylen, digest, callback)` */
export function pbkdf2(...args: readonly unknown[]): void {
  const shifted = typeof args[4] === 'function';
  const [digest, callback] = shifted ? [undefined, args[4]] : [args[4], args[5]];
  const derivation = check([...args.slice(0, 4), digest]);
  validateFunction(callback, 'callback');
  callBack(() => machine.labor(() => bufferOf(derive(...derivation))), callback);
}
