import { invalidArgType, invalidArgValue, notInEngine } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { bytesOf, textBytes, viewBytes, type Bytes } from '../bytes.ts';
import { cryptoError, invalidKeyType, opensslError, unreadableKey } from '../crypto-errors.ts';
import { DerError } from '../der/der.ts';
import { fromPem, type Pem } from '../der/pem.ts';
import { decryptKey } from './encrypted-key.ts';
import {
  KeyObject,
  materialOf,
  privateKeyObject,
  publicKeyObject,
  webKeys,
  type PrivateKeyObject,
  type PublicKeyObject,
} from './key-object.ts';
import type { PrivateKey, PublicKey } from './material.ts';
import {
  isPrivate,
  readJwk,
  readPkcs1Private,
  readPkcs1Public,
  readPkcs8,
  readSec1,
  readSpki,
} from './read-key.ts';
import type { Jwk } from './write-key.ts';

/** What programs give as a key: an object, PEM, DER or JWK, alone or with options. */

const text = ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];
export const anyKey = [...text, 'KeyObject', 'CryptoKey'];
const privateOnly = [...text, 'URL'];

type Options = Readonly<Record<string, unknown>>;
type AnyKey = PublicKey | PrivateKey;

function isOptions(input: unknown): input is Options & { readonly key: unknown } {
  return typeof input === 'object' && input !== null && 'key' in input && !viewBytes(input);
}

/** The key object that this is; undefined where it is none. */
function objectOf(input: unknown): KeyObject | undefined {
  return input instanceof KeyObject ? input : webKeys.from?.(input);
}

/** Reads what is a key of some kind; anything else is OpenSSL's "unsupported". */
function attempt<Value>(read: () => Value, otherwise: () => Error = unreadableKey): Value {
  try {
    return read();
  } catch (error) {
    const isOurs = error instanceof Error && 'code' in error;
    throw isOurs ? error : otherwise();
  }
}

function passphraseOf({ passphrase, encoding }: Options): Bytes {
  if (passphrase === undefined)
    throw opensslError('07880109', 'common libcrypto routines', 'interrupted or cancelled');
  return bytesOf(passphrase, 'key.passphrase', encoding);
}

function readPem({ label, der, isEncrypted }: Pem, options: Options): AnyKey {
  if (isEncrypted) throw notInEngine('private keys in the old encrypted PEM form');
  switch (label) {
    case 'PUBLIC KEY':
      return readSpki(der);
    case 'RSA PUBLIC KEY':
      return readPkcs1Public(der);
    case 'PRIVATE KEY':
      return readPkcs8(der);
    case 'RSA PRIVATE KEY':
      return readPkcs1Private(der);
    case 'EC PRIVATE KEY':
      return readSec1(der);
    case 'ENCRYPTED PRIVATE KEY':
      return readPkcs8(decryptKey(der, passphraseOf(options)));
    case 'CERTIFICATE':
      throw notInEngine('keys from X.509 certificates');
    default:
      throw new DerError(label);
  }
}

function readDer(der: Bytes, options: Options): AnyKey {
  switch (options['type']) {
    case 'spki':
      return readSpki(der);
    case 'pkcs1':
      return readEitherPkcs1(der);
    case 'sec1':
      return readSec1(der);
    case 'pkcs8':
      return options['passphrase'] === undefined
        ? readPkcs8(der)
        : readPkcs8(decryptKey(der, passphraseOf(options)));
    default:
      throw invalidArgValue('key.type', options['type']);
  }
}

function readEitherPkcs1(der: Bytes): AnyKey {
  try {
    return readPkcs1Private(der);
  } catch {
    return readPkcs1Public(der);
  }
}

function readJwkInput(jwk: unknown): AnyKey {
  if (typeof jwk !== 'object' || jwk === null) throw invalidArgType('key.key', 'object', jwk);
  const { kty } = jwk as Jwk;
  const badly = (): Error =>
    cryptoError('INVALID_JWK', `Invalid JWK ${kty === 'OKP' ? 'OKP' : String(kty)} key`, TypeError);
  const key = attempt(() => readJwk(jwk as Jwk), badly);
  if (key) return key;
  throw cryptoError('INVALID_JWK', `${String(kty)} is not a supported JWK key type`, TypeError);
}

/** @param name of the argument in errors @param expected names of types in errors */
function read(input: unknown, name: string, expected: readonly string[]): AnyKey {
  return machine.labor(() => readNow(input, name, expected));
}

function readNow(input: unknown, name: string, expected: readonly string[]): AnyKey {
  const options: Options = isOptions(input) ? input : {};
  const inside = isOptions(input);
  const source = inside ? input.key : input;
  if (options['format'] === 'jwk') return readJwkInput(source);
  const bytes =
    typeof source === 'string' ? textBytes(source, options['encoding']) : viewBytes(source);
  if (!bytes) throw invalidArgType(inside ? `${name}.key` : name, expected, source);
  if (options['format'] === 'der') {
    const notEnough = (): Error =>
      opensslError('0680008E', 'asn1 encoding routines', 'not enough data');
    return attempt(() => readDer(bytes, options), notEnough);
  }
  if (options['format'] !== undefined && options['format'] !== 'pem')
    throw invalidArgValue('key.format', options['format']);
  const pem = fromPem(new TextDecoder().decode(bytes));
  if (!pem) throw unreadableKey();
  return attempt(() => readPem(pem, options));
}

/** `createPrivateKey(key)` */
export function createPrivateKey(input: unknown): PrivateKeyObject {
  const key = read(input, 'key', privateOnly);
  if (!isPrivate(key)) throw unreadableKey();
  return privateKeyObject(key);
}

/** `createPublicKey(key)`: the public half, where a private key is given. */
export function createPublicKey(input: unknown): PublicKeyObject {
  const object = objectOf(isOptions(input) ? input.key : input);
  if (object) {
    const material = materialOf(object);
    if (material.kind !== 'private') throw invalidKeyType(material.kind, 'private');
    return publicKeyObject(material.key);
  }
  return publicKeyObject(read(input, 'key', anyKey));
}

/**
 * The private key that an operation works with.
 * @param name of the argument in errors
 */
export function privateKeyOf(input: unknown, name: string): PrivateKey {
  const object = objectOf(isOptions(input) ? input.key : input);
  if (!object) {
    const key = read(input, name, [...anyKey, 'URL']);
    if (!isPrivate(key)) throw unreadableKey();
    return key;
  }
  const material = materialOf(object);
  if (material.kind !== 'private') throw invalidKeyType(material.kind, 'private');
  return material.key;
}

/** The public key of an operation; a private one will do as well. */
export function publicKeyOf(input: unknown, name: string): PublicKey {
  const object = objectOf(isOptions(input) ? input.key : input);
  if (!object) return read(input, name, [...anyKey, 'URL']);
  const material = materialOf(object);
  if (material.kind === 'secret') throw invalidKeyType('secret', 'public or private');
  return material.key;
}

/** The options beside a key, such as its padding. */
export function optionsOf(input: unknown): Options {
  return isOptions(input) ? input : {};
}
