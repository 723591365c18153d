import {
  invalidArgType,
  invalidArgValue,
  notInEngine,
  validateFunction,
  validateInteger,
  validateObject,
  validateString,
} from 'node:internal/errors';
import type { Bytes } from '../bytes.ts';
import { cryptoError } from '../crypto-errors.ts';
import { ecCurveByName, type EcCurve } from '../ec/ec-curves.ts';
import { okpCurveByName, type OkpCurve } from '../ec/okp-curves.ts';
import { callBackLater } from '../job.ts';
import { freshRandom } from '../random/random-bytes.ts';
import { makeRsaKey } from '../rsa/make-rsa-key.ts';
import { finish, finishLater, type Steps } from '../slices.ts';
import { exportPrivate, exportPublic } from './export-key.ts';
import { privateKeyObject, publicKeyObject } from './key-object.ts';
import type { EcPrivate, OkpPrivate, PrivateKey } from './material.ts';
import { ecPrivateOf, okpPrivateOf } from './read-key.ts';

/** `crypto.generateKeyPair` and its relatives. */

type Options = Readonly<Record<string, unknown>>;

export interface KeyPair {
  readonly publicKey: unknown;
  readonly privateKey: unknown;
}

export function makeEcKey(curve: EcCurve): EcPrivate {
  return ecPrivateOf(curve, curve.math.utils.randomSecretKey() as Bytes);
}

export function makeOkpKey(curve: OkpCurve): OkpPrivate {
  return okpPrivateOf(curve, freshRandom(curve.seedBytes) as Bytes);
}

/* Kinds that Node makes and the engine does not. */
const refused = ['rsa-pss', 'dsa', 'dh', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87', 'ml-kem-512'];

/** @returns the steps to a key. @throws Node's errors for options that do not do */
function plan(type: unknown, options: unknown): Steps<PrivateKey> {
  validateString(type, 'type');
  if (type === 'rsa') return planRsa(options);
  if (type === 'ec') return planEc(options);
  const okp = okpCurveByName(type);
  if (okp?.name === type)
    return (function* () {
      return makeOkpKey(okp);
    })();
  if (refused.includes(type)) throw notInEngine(`crypto.generateKeyPair of the type ${type}`);
  throw invalidArgValue('type', type, 'must be a supported key type');
}

const largest = 2 ** 32 - 1;

function planRsa(options: unknown): Steps<PrivateKey> {
  validateObject(options, 'options');
  const { modulusLength, publicExponent = 65_537 } = options as Options;
  validateInteger(modulusLength, 'options.modulusLength', 0, largest);
  validateInteger(publicExponent, 'options.publicExponent', 0, largest);
  if (modulusLength < 512) throw new Error('error:1C8000AB:Provider routines::key size too small');
  return makeRsaKey(modulusLength, BigInt(publicExponent));
}

function planEc(options: unknown): Steps<PrivateKey> {
  validateObject(options, 'options');
  const { namedCurve } = options as Options;
  validateString(namedCurve, 'options.namedCurve');
  const curve = ecCurveByName(namedCurve);
  if (!curve) throw cryptoError('INVALID_CURVE', 'Invalid EC curve name', TypeError);
  return (function* () {
    return makeEcKey(curve);
  })();
}

/** @returns what puts a key into the encodings that are asked for */
function encoding(options: unknown): (key: PrivateKey) => KeyPair {
  const { publicKeyEncoding, privateKeyEncoding } = (options ?? {}) as Options;
  for (const [name, value] of Object.entries({ publicKeyEncoding, privateKeyEncoding }))
    if (value !== undefined && (typeof value !== 'object' || value === null))
      throw invalidArgValue(`options.${name}`, value);
  return (key) => ({
    publicKey:
      publicKeyEncoding === undefined
        ? publicKeyObject(key)
        : exportPublic(key, publicKeyEncoding, 'options.publicKeyEncoding'),
    privateKey:
      privateKeyEncoding === undefined
        ? privateKeyObject(key)
        : exportPrivate(key, privateKeyEncoding, 'options.privateKeyEncoding'),
  });
}

export function generateKeyPairSync(type: unknown, options?: unknown): KeyPair {
  const encode = encoding(options);
  return encode(finish(plan(type, options)));
}

/** `generateKeyPair(type, options, callback)`: its callback gets both keys one by one. */
export function generateKeyPair(type: unknown, options: unknown, callback?: unknown): void {
  const [given, call] = typeof options === 'function' ? [undefined, options] : [options, callback];
  validateFunction(call, 'callback');
  const encode = encoding(given);
  const pair = finishLater(plan(type, given)).then(encode);
  callBackLater(pair, (error: Error | null, made?: KeyPair) => {
    if (error) (call as (error: Error) => void)(error);
    else (call as (...args: unknown[]) => void)(null, made?.publicKey, made?.privateKey);
  });
}

Object.defineProperty(generateKeyPair, Symbol.for('nodejs.util.promisify.custom'), {
  value: async (type: unknown, options: unknown): Promise<KeyPair> => {
    if (options === undefined) options = {};
    if (typeof options !== 'object') throw invalidArgType('options', 'object', options);
    const encode = encoding(options);
    return encode(await finishLater(plan(type, options)));
  },
});
