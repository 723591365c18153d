import type { Buffer } from 'node:buffer';
import { invalidArgValue, validateFunction, validateObject } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { bufferOf, type Bytes } from '../bytes.ts';
import { cryptoError, invalidKeyType } from '../crypto-errors.ts';
import { callBack } from '../job.ts';
import { KeyObject, materialOf, webKeys } from '../keys/key-object.ts';
import type { PrivateKey, PublicKey } from '../keys/material.ts';

/** The secret that two keys of one kind share. @throws where they are not of one kind, or give none */
export function sharedSecret(own: PrivateKey, other: PublicKey): Bytes {
  return machine.labor(() => derive(own, other));
}

function derive(own: PrivateKey, other: PublicKey): Bytes {
  if (own.family === 'ec' && other.family === 'ec' && own.curve === other.curve)
    return own.curve.math.getSharedSecret(own.scalar, other.point, true).subarray(1) as Bytes;
  if (
    own.family === 'okp' &&
    other.family === 'okp' &&
    own.curve === other.curve &&
    own.curve.shared
  )
    return own.curve.shared(own.seed, other.point);
  const [one, another] = [own, other].map(typeOf);
  const message = `Incompatible key types for Diffie-Hellman: ${one} and ${another}`;
  throw cryptoError('INCOMPATIBLE_KEY', message);
}

const typeOf = (key: PublicKey): string => (key.family === 'okp' ? key.curve.name : key.family);

function materialIn(options: object, name: 'privateKey' | 'publicKey') {
  const value = (options as Readonly<Record<string, unknown>>)[name];
  const object = value instanceof KeyObject ? value : webKeys.from?.(value);
  if (!object) throw invalidArgValue(`options.${name}`, value);
  return materialOf(object);
}

/** `diffieHellman({ privateKey, publicKey }[, callback])` */
export function diffieHellman(options: unknown, callback?: unknown): Buffer | undefined {
  validateObject(options, 'options');
  if (callback !== undefined) validateFunction(callback, 'callback');
  const own = materialIn(options, 'privateKey');
  if (own.kind !== 'private') throw invalidKeyType(own.kind, 'private');
  const other = materialIn(options, 'publicKey');
  if (other.kind === 'secret') throw invalidKeyType('secret', 'private or public');
  const work = (): Buffer => bufferOf(sharedSecret(own.key, other.key));
  if (callback === undefined) return work();
  callBack(work, callback);
  return undefined;
}
