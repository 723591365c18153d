import type { Buffer } from 'node:buffer';
import {
  validateFunction,
  validateInteger,
  validateObject,
  validateOneOf,
  outOfRange,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { argon2d, argon2i, argon2id } from '@noble/hashes/argon2.js';
import { bufferOf, bytesOf, type Bytes } from '../bytes.ts';
import { callBack } from '../job.ts';

const variants = { argon2d, argon2i, argon2id } as const;

type Variant = (typeof variants)[keyof typeof variants];
type Derivation = Parameters<typeof argon2id>;
type Given = Readonly<Record<string, unknown>>;

const largest = 2 ** 32 - 1;

function memory(parameters: Given, name: string, least: number): Bytes {
  const bytes = bytesOf(parameters[name], `parameters.${name}`);
  if (bytes.length < least)
    throw outOfRange(`parameters.${name}.byteLength`, `>= ${least} && <= ${largest}`, bytes.length);
  return bytes;
}

function count(parameters: Given, name: string, least: number, most = largest): number {
  const value = parameters[name];
  validateInteger(value, `parameters.${name}`, least, most);
  return value;
}

function check(algorithm: unknown, parameters: unknown): [Variant, Derivation] {
  validateOneOf(algorithm, 'algorithm', Object.keys(variants));
  validateObject(parameters, 'parameters');
  const given = parameters as Given;
  const message = memory(given, 'message', 0);
  const nonce = memory(given, 'nonce', 8);
  const p = count(given, 'parallelism', 1, 2 ** 24 - 1);
  const dkLen = count(given, 'tagLength', 4);
  const m = count(given, 'memory', 8 * p);
  const t = count(given, 'passes', 1);
  const key = given['secret'] === undefined ? {} : { key: memory(given, 'secret', 0) };
  const personalization =
    given['associatedData'] === undefined
      ? {}
      : { personalization: memory(given, 'associatedData', 0) };
  const options = { t, m, p, dkLen, ...key, ...personalization };
  return [variants[algorithm as keyof typeof variants], [message, nonce, options]];
}

export function argon2Sync(algorithm: unknown, parameters: unknown): Buffer {
  const [variant, derivation] = check(algorithm, parameters);
  return machine.labor(() => bufferOf(variant(...derivation)));
}

export function argon2(algorithm: unknown, parameters: unknown, callback: unknown): void {
  const [variant, derivation] = check(algorithm, parameters);
  validateFunction(callback, 'callback');
  callBack(() => machine.labor(() => bufferOf(variant(...derivation))), callback);
}
