import { Buffer } from 'node:buffer';
import {
  invalidArgType,
  invalidArgValue,
  notOneOf,
  validateInteger,
  validateObject,
} from 'node:internal/errors';
import { bytesOf, viewBytes, type Bytes } from '../bytes.ts';
import { freshRandom } from '../random/random-bytes.ts';
import { modulusBits } from '../rsa/rsa-numbers.ts';
import { exportPrivate, exportPublic } from './export-key.ts';
import { publicOf, type Material, type PrivateKey, type PublicKey } from './material.ts';
import { pkcs8, spki } from './write-key.ts';

/** Set by Web Crypto, which knows key objects and is known by them. */
export const webKeys: {
  from?: (key: unknown) => KeyObject | undefined;
  to?: (key: KeyObject, args: readonly unknown[]) => unknown;
} = {};

/** `crypto.KeyObject`: a key that shows nothing of itself unless it is exported. */
export class KeyObject {
  readonly #material: Material;

  constructor(type: string, material: Material) {
    if (type !== 'secret' && type !== 'public' && type !== 'private')
      throw invalidArgValue('type', type);
    if (typeof material !== 'object') throw invalidArgType('handle', 'object', material);
    this.#material = material;
  }

  /** The key of a `CryptoKey`. */
  static from(key: unknown): KeyObject {
    const found = webKeys.from?.(key);
    if (!found) throw invalidArgType('key', 'CryptoKey', key);
    return found;
  }

  get type(): Material['kind'] {
    return this.#material.kind;
  }

  /** For the other parts of this module. */
  static material(key: KeyObject): Material {
    return key.#material;
  }

  get [Symbol.toStringTag](): string {
    return 'KeyObject';
  }

  /** The key for `crypto.subtle`. */
  toCryptoKey(...args: readonly unknown[]): unknown {
    return webKeys.to?.(this, args);
  }

  equals(other: unknown): boolean {
    if (!(other instanceof KeyObject)) throw invalidArgType('otherKeyObject', 'KeyObject', other);
    if (other.type !== this.type) return false;
    return Buffer.compare(inner(this.#material), inner(other.#material)) === 0;
  }
}

/** Bytes that are the same for the same key. */
function inner(material: Material): Bytes {
  switch (material.kind) {
    case 'secret':
      return material.bytes;
    case 'public':
      return spki(material.key);
    case 'private':
      return pkcs8(material.key);
  }
}

export const materialOf = (key: KeyObject): Material => KeyObject.material(key);

/** A secret key. */
export class SecretKeyObject extends KeyObject {
  /** In bytes. */
  get symmetricKeySize(): number {
    return this.#bytes.length;
  }

  get #bytes(): Bytes {
    const material = materialOf(this);
    return material.kind === 'secret' ? material.bytes : new Uint8Array();
  }

  export(options?: { readonly format?: unknown }): Buffer | { kty: 'oct'; k: string } {
    if (options !== undefined) validateObject(options, 'options');
    const format = options?.format;
    const bytes = Buffer.from(this.#bytes);
    if (format === undefined || format === 'buffer') return bytes;
    if (format === 'jwk') return { kty: 'oct', k: bytes.toString('base64url') };
    throw notOneOf('options.format', format, [undefined, 'buffer', 'jwk']);
  }
}

/** What Node says of a key without showing it. */
function detailsOf(key: PublicKey): Readonly<Record<string, unknown>> {
  switch (key.family) {
    case 'rsa':
      return { modulusLength: modulusBits(key), publicExponent: key.e };
    case 'ec':
      return { namedCurve: key.curve.name };
    case 'okp':
      return {};
  }
}

/** A key of a pair. */
class AsymmetricKeyObject extends KeyObject {
  get asymmetricKeyType(): string {
    const { key } = materialOf(this) as { readonly key: PublicKey };
    return key.family === 'okp' ? key.curve.name : key.family;
  }

  get asymmetricKeyDetails(): Readonly<Record<string, unknown>> {
    return { ...detailsOf((materialOf(this) as { readonly key: PublicKey }).key) };
  }
}

export class PublicKeyObject extends AsymmetricKeyObject {
  export(options?: unknown): unknown {
    const { key } = materialOf(this) as { readonly key: PublicKey };
    return exportPublic(key, options);
  }
}

export class PrivateKeyObject extends AsymmetricKeyObject {
  export(options?: unknown): unknown {
    const { key } = materialOf(this) as { readonly key: PrivateKey };
    return exportPrivate(key, options);
  }
}

export function secretOf(bytes: Bytes): SecretKeyObject {
  return new SecretKeyObject('secret', { kind: 'secret', bytes: new Uint8Array(bytes) });
}

/** The key alone, whichever half it is given as. */
export function publicKeyObject(key: PublicKey): PublicKeyObject {
  return new PublicKeyObject('public', { kind: 'public', key: publicOf(key) });
}

export function privateKeyObject(key: PrivateKey): PrivateKeyObject {
  return new PrivateKeyObject('private', { kind: 'private', key });
}

export function createSecretKey(key: unknown, encoding?: unknown): SecretKeyObject {
  const memory = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];
  if (typeof key !== 'string' && !viewBytes(key)) throw invalidArgType('key', memory, key);
  return secretOf(bytesOf(key, 'key', encoding));
}

/** `generateKeySync('hmac' | 'aes', { length })`, with the length in bits. */
export function generateKeySync(type: unknown, options: unknown): SecretKeyObject {
  if (type !== 'hmac' && type !== 'aes')
    throw invalidArgValue('type', type, 'must be a supported key type');
  validateObject(options, 'options');
  const { length } = options as { readonly length?: unknown };
  if (type === 'hmac') validateInteger(length, 'options.length', 8, 2 ** 31 - 1);
  else if (length !== 128 && length !== 192 && length !== 256)
    throw notOneOf('options.length', length, [128, 192, 256]);
  return secretOf(freshRandom(Math.floor(Number(length) / 8)) as Bytes);
}
