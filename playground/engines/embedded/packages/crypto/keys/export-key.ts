import { Buffer } from 'node:buffer';
import { nodeError, invalidArgType, invalidArgValue } from 'node:internal/errors';
import { bytesOf, type Bytes } from '../bytes.ts';
import { cryptoError } from '../crypto-errors.ts';
import { toPem } from '../der/pem.ts';
import { encryptKey } from './encrypted-key.ts';
import type { PrivateKey, PublicKey } from './material.ts';
import {
  pkcs1Private,
  pkcs1Public,
  pkcs8,
  privateJwk,
  publicJwk,
  sec1,
  spki,
  type Jwk,
} from './write-key.ts';

/** `KeyObject.export()`, and the encodings of `generateKeyPair`. */

type Options = Readonly<Record<string, unknown>>;

/** @param name of the options in errors, such as `options` */
function formatOf(options: Options, name: string): 'pem' | 'der' {
  const { format } = options;
  if (format !== 'pem' && format !== 'der') throw invalidArgValue(`${name}.format`, format);
  return format;
}

function onlyFor(encoding: string, kind: string): Error {
  const message = `The selected key encoding ${encoding} can only be used for ${kind} keys.`;
  return cryptoError('INCOMPATIBLE_KEY_OPTIONS', message);
}

/** A JWK cannot be encrypted. */
function noCipherWithJwk(): Error {
  const message = 'The selected key encoding jwk does not support encryption.';
  return cryptoError('INCOMPATIBLE_KEY_OPTIONS', message);
}

interface Encoded {
  readonly label: string;
  readonly der: Bytes;
}

function publicEncoding(key: PublicKey, type: unknown, name: string): Encoded {
  if (type === 'spki') return { label: 'PUBLIC KEY', der: spki(key) };
  if (type !== 'pkcs1') throw invalidArgValue(`${name}.type`, type);
  if (key.family !== 'rsa') throw onlyFor('pkcs1', 'RSA');
  return { label: 'RSA PUBLIC KEY', der: pkcs1Public(key) };
}

function privateEncoding(key: PrivateKey, type: unknown, name: string): Encoded {
  switch (type) {
    case 'pkcs8':
      return { label: 'PRIVATE KEY', der: pkcs8(key) };
    case 'pkcs1':
      if (key.family !== 'rsa') throw onlyFor('pkcs1', 'RSA');
      return { label: 'RSA PRIVATE KEY', der: pkcs1Private(key) };
    case 'sec1':
      if (key.family !== 'ec') throw onlyFor('sec1', 'EC');
      return { label: 'EC PRIVATE KEY', der: sec1(key, true) };
    default:
      throw invalidArgValue(`${name}.type`, type);
  }
}

function inFormat({ label, der }: Encoded, format: 'pem' | 'der'): string | Buffer {
  return format === 'pem' ? toPem(label, der) : Buffer.from(der);
}

function encrypted(key: Encoded, options: Options, name: string): Encoded {
  const { cipher, passphrase } = options;
  if (cipher === undefined || cipher === null) {
    if (passphrase !== undefined) throw invalidArgValue(`${name}.cipher`, cipher);
    return key;
  }
  if (typeof cipher !== 'string') throw invalidArgValue(`${name}.cipher`, cipher);
  if (typeof passphrase !== 'string' && !ArrayBuffer.isView(passphrase))
    throw invalidArgValue(`${name}.passphrase`, passphrase);
  if (key.label !== 'PRIVATE KEY')
    throw nodeError(
      Error,
      'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM',
      'The built-in engine encrypts private keys of the type pkcs8 only.',
      encrypted,
    );
  const der = encryptKey(key.der, cipher, bytesOf(passphrase, 'passphrase'));
  return { label: 'ENCRYPTED PRIVATE KEY', der };
}

function checkOptions(options: unknown): asserts options is Options {
  if (typeof options !== 'object' || options === null)
    throw invalidArgType('options', 'object', options);
}

export function exportPublic(
  key: PublicKey,
  options: unknown,
  name = 'options',
): Jwk | string | Buffer {
  checkOptions(options);
  if (options['format'] === 'jwk') return publicJwk(key);
  const format = formatOf(options, name);
  return inFormat(publicEncoding(key, options['type'], name), format);
}

export function exportPrivate(
  key: PrivateKey,
  options: unknown,
  name = 'options',
): Jwk | string | Buffer {
  checkOptions(options);
  if (options['format'] === 'jwk') {
    if (options['passphrase'] !== undefined) throw noCipherWithJwk();
    return privateJwk(key);
  }
  const format = formatOf(options, name);
  return inFormat(encrypted(privateEncoding(key, options['type'], name), options, name), format);
}
