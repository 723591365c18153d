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

/** What a key object holds. */
export interface SecretMaterial {
  readonly kind: 'secret';
  readonly bytes: Bytes;
}

/** `crypto.KeyObject`: a key that shows nothing of itself unless it is exported. */
export class KeyObject {
  readonly #material: SecretMaterial;

  constructor(type: string, material: SecretMaterial) {
    if (type !== 'secret') throw invalidArgValue('type', type);
    if (typeof material !== 'object') throw invalidArgType('handle', 'object', material);
    this.#material = material;
  }

  get type(): SecretMaterial['kind'] {
    return this.#material.kind;
  }

  /** For the other parts of this module. */
  get material(): SecretMaterial {
    return this.#material;
  }

  get [Symbol.toStringTag](): string {
    return 'KeyObject';
  }

  equals(other: unknown): boolean {
    if (!(other instanceof KeyObject)) throw invalidArgType('otherKeyObject', 'KeyObject', other);
    return Buffer.compare(this.material.bytes, other.material.bytes) === 0;
  }
}

/** A secret key. */
export class SecretKeyObject extends KeyObject {
  /** In bytes. */
  get symmetricKeySize(): number {
    return this.material.bytes.length;
  }

  export(options?: { readonly format?: unknown }): Buffer | { kty: 'oct'; k: string } {
    if (options !== undefined) validateObject(options, 'options');
    const format = options?.format;
    const bytes = Buffer.from(this.material.bytes);
    if (format === undefined || format === 'buffer') return bytes;
    if (format === 'jwk') return { kty: 'oct', k: bytes.toString('base64url') };
    throw notOneOf('options.format', format, [undefined, 'buffer', 'jwk']);
  }
}

function secretOf(bytes: Bytes): SecretKeyObject {
  return new SecretKeyObject('secret', { kind: 'secret', bytes: new Uint8Array(bytes) });
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
