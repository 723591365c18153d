import { illegalConstructor, invalidThis } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { arrayBufferOf, viewBytes, type Bytes } from '../bytes.ts';
import type { Jwk } from '../keys/write-key.ts';
import { digestOf } from '../rsa/rsa-paddings.ts';
import { keyState, usageNames, type CryptoKey, type KeyState, type Usage } from './crypto-key.ts';
import { algorithmNamed, normalize, normalizeDigest, type Chosen } from './normalize.ts';
import type { KeyData, KeyFormat, WebAlgorithm } from './web-algorithm.ts';
import { badArgument, failed, mismatch, unrecognized, webError } from './web-errors.ts';
import { digestNamed } from './web-hashes.ts';
import { exportKey, generateKey, importKey, type WebKeyPair } from './web-keys.ts';

/** What the program's arguments are, as the errors of Web IDL say it. */
class Arguments {
  readonly #method: string;
  readonly #values: readonly unknown[];

  /** @throws where there are too few */
  constructor(method: string, values: readonly unknown[], count: number) {
    this.#method = method;
    this.#values = values;
    if (values.length >= count) return;
    const what = `${count} arguments required, but only ${values.length} present.`;
    throw badArgument('ERR_MISSING_ARGS', method, what);
  }

  bytes(at: number): Bytes {
    const bytes = viewBytes(this.#values[at]);
    if (!bytes) {
      const what = `${ordinal(at)} argument is not instance of ArrayBuffer, Buffer, TypedArray, or DataView.`;
      throw badArgument('ERR_INVALID_ARG_TYPE', this.#method, what);
    }
    return new Uint8Array(bytes);
  }

  key(at: number): KeyState {
    const state = keyState(this.#values[at]);
    if (state) return state;
    const what = `${ordinal(at)} argument is not of type CryptoKey.`;
    throw badArgument('ERR_INVALID_ARG_TYPE', this.#method, what);
  }

  format(at: number): KeyFormat {
    const value = this.#values[at];
    if (value === 'raw' || value === 'pkcs8' || value === 'spki' || value === 'jwk') return value;
    throw this.#notOf(ordinal(at), 'KeyFormat', value);
  }

  usages(at: number): Usage[] {
    const values = this.#values[at];
    if (typeof values !== 'object' || values === null || !(Symbol.iterator in values)) {
      const what = `${ordinal(at)} argument cannot be converted to sequence.`;
      throw badArgument('ERR_INVALID_ARG_TYPE', this.#method, what);
    }
    return Array.from(values as Iterable<unknown>, (value, index) => {
      const usage = usageNames.find((one) => one === value);
      if (!usage) throw this.#notOf(`${ordinal(at)} argument[${index}]`, 'KeyUsage', value, '');
      return usage;
    });
  }

  /** Key material: an object for `jwk`, else bytes. */
  keyData(format: KeyFormat, at: number): KeyData {
    if (format !== 'jwk') return { format, bytes: this.bytes(at) };
    const jwk = this.#values[at];
    if (typeof jwk !== 'object' || jwk === null) {
      const what = `${ordinal(at)} argument cannot be converted to a dictionary`;
      throw badArgument('ERR_INVALID_ARG_TYPE', this.#method, what);
    }
    return { format, jwk: jwk as Jwk };
  }

  #notOf(which: string, type: string, value: unknown, noun = ' argument'): Error {
    const what = `${which}${noun} '${String(value)}' is not a valid enum value of type ${type}.`;
    return badArgument('ERR_INVALID_ARG_VALUE', this.#method, what);
  }
}

const ordinal = (at: number): string => ['1st', '2nd', '3rd'][at] ?? `${at + 1}th`;

/** Does what takes Node a thread of its pool in a later task. */
function later<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    machine.loop.poll(() => {
      try {
        resolve(machine.labor(work));
      } catch (error) {
        reject(asWebError(error));
      }
    });
  });
}

/** What an algorithm throws by itself is an operation that failed. */
function asWebError(error: unknown): unknown {
  const isNamed = error instanceof DOMException || (error instanceof TypeError && 'code' in error);
  return isNamed ? error : failed(error);
}

/** @throws InvalidAccessError where the key is of another algorithm, or not meant for this */
function checkKey({ algorithm }: Chosen, key: KeyState, usage: Usage): void {
  if (key.algorithm.name !== algorithm.name) throw mismatch();
  if (!key.usages.includes(usage))
    throw webError('InvalidAccessError', `Unable to use this key to ${usage}`);
}

const maker = Symbol('maker');

/** `SubtleCrypto`, all of it in JavaScript: a Worker of an opaque origin has none of its own. */
export class SubtleCrypto {
  readonly #isOurs = true;

  constructor(by?: unknown) {
    if (by !== maker) throw illegalConstructor();
  }

  static #check(subtle: unknown): void {
    const isOne = typeof subtle === 'object' && subtle !== null && #isOurs in subtle;
    if (!isOne) throw invalidThis('SubtleCrypto');
  }

  async digest(...values: readonly unknown[]): Promise<ArrayBuffer> {
    SubtleCrypto.#check(this);
    const args = new Arguments('digest', values, 2);
    const bytes = args.bytes(1);
    const digest = digestNamed(normalizeDigest(values[0]));
    return later(() => arrayBufferOf(digestOf(digest, bytes)));
  }

  async encrypt(...values: readonly unknown[]): Promise<ArrayBuffer> {
    SubtleCrypto.#check(this);
    return cipher('encrypt', values);
  }

  async decrypt(...values: readonly unknown[]): Promise<ArrayBuffer> {
    SubtleCrypto.#check(this);
    return cipher('decrypt', values);
  }

  async sign(...values: readonly unknown[]): Promise<ArrayBuffer> {
    SubtleCrypto.#check(this);
    const args = new Arguments('sign', values, 3);
    const [key, data] = [args.key(1), args.bytes(2)];
    const chosen = normalize(values[0], 'sign');
    checkKey(chosen, key, 'sign');
    return later(() => result(chosen.algorithm.sign?.(chosen.params, key, data)));
  }

  async verify(...values: readonly unknown[]): Promise<boolean> {
    SubtleCrypto.#check(this);
    const args = new Arguments('verify', values, 4);
    const [key, signature, data] = [args.key(1), args.bytes(2), args.bytes(3)];
    const chosen = normalize(values[0], 'verify');
    checkKey(chosen, key, 'verify');
    return later(() => chosen.algorithm.verify?.(chosen.params, key, signature, data) ?? false);
  }

  async generateKey(...values: readonly unknown[]): Promise<CryptoKey | WebKeyPair> {
    SubtleCrypto.#check(this);
    const args = new Arguments('generateKey', values, 3);
    const usages = args.usages(2);
    const chosen = normalize(values[0], 'generateKey');
    return settled(generateKey(chosen, Boolean(values[1]), usages));
  }

  async importKey(...values: readonly unknown[]): Promise<CryptoKey> {
    SubtleCrypto.#check(this);
    const args = new Arguments('importKey', values, 4);
    const data = args.keyData(args.format(0), 1);
    const usages = args.usages(4);
    const chosen = normalize(values[2], 'importKey');
    return later(() => importKey(data, chosen, Boolean(values[3]), usages));
  }

  async exportKey(...values: readonly unknown[]): Promise<ArrayBuffer | Jwk> {
    SubtleCrypto.#check(this);
    const args = new Arguments('exportKey', values, 2);
    const format = args.format(0);
    const key = args.key(1);
    return later(() => exportKey(format, key));
  }

  async deriveBits(...values: readonly unknown[]): Promise<ArrayBuffer> {
    SubtleCrypto.#check(this);
    const args = new Arguments('deriveBits', values, 2);
    const key = args.key(1);
    const chosen = normalize(values[0], 'deriveBits');
    checkDeriving(chosen, key, 'deriveBits');
    const length = values[2] === undefined || values[2] === null ? null : Number(values[2]);
    return later(() => result(chosen.algorithm.deriveBits?.(chosen.params, key, length)));
  }

  async deriveKey(...values: readonly unknown[]): Promise<CryptoKey> {
    SubtleCrypto.#check(this);
    const args = new Arguments('deriveKey', values, 5);
    const key = args.key(1);
    const usages = args.usages(4);
    const chosen = normalize(values[0], 'deriveBits');
    const target = normalize(values[2], 'importKey');
    const { params } = normalize(values[2], 'getKeyLength');
    checkDeriving(chosen, key, 'deriveKey');
    return later(() => {
      const length = target.algorithm.keyLength?.(params) ?? null;
      const bytes = chosen.algorithm.deriveBits?.(chosen.params, key, length);
      if (!bytes) throw unrecognized();
      return importKey({ format: 'raw', bytes }, target, Boolean(values[3]), usages);
    });
  }

  async wrapKey(...values: readonly unknown[]): Promise<ArrayBuffer> {
    SubtleCrypto.#check(this);
    const args = new Arguments('wrapKey', values, 4);
    const format = args.format(0);
    const [key, wrapping] = [args.key(1), args.key(2)];
    const chosen = wrapper(values[3], 'wrapKey', 'encrypt');
    checkKey(chosen, wrapping, 'wrapKey');
    return later(() => {
      const exported = exportKey(format, key);
      const isBytes = exported instanceof ArrayBuffer;
      const bytes = isBytes ? new Uint8Array(exported) : jsonBytes(exported, chosen.algorithm);
      return result(wraps(chosen.algorithm)?.(chosen.params, wrapping, bytes));
    });
  }

  async unwrapKey(...values: readonly unknown[]): Promise<CryptoKey> {
    SubtleCrypto.#check(this);
    const args = new Arguments('unwrapKey', values, 7);
    const format = args.format(0);
    const [wrapped, unwrapping] = [args.bytes(1), args.key(2)];
    const usages = args.usages(6);
    const chosen = wrapper(values[3], 'unwrapKey', 'decrypt');
    const target = normalize(values[4], 'importKey');
    checkKey(chosen, unwrapping, 'unwrapKey');
    return later(() => {
      const unwrap = chosen.algorithm.unwrapKey ?? chosen.algorithm.decrypt;
      const bytes = unwrap?.(chosen.params, unwrapping, wrapped);
      if (!bytes) throw unrecognized();
      const data: KeyData = format === 'jwk' ? { format, jwk: jsonOf(bytes) } : { format, bytes };
      return importKey(data, target, Boolean(values[5]), usages);
    });
  }
}

for (const name of Object.getOwnPropertyNames(SubtleCrypto.prototype))
  if (name !== 'constructor')
    Object.defineProperty(SubtleCrypto.prototype, name, { enumerable: true });
Object.defineProperty(SubtleCrypto.prototype, Symbol.toStringTag, {
  value: 'SubtleCrypto',
  configurable: true,
});

export const subtle = new SubtleCrypto(maker);

function cipher(
  operation: 'encrypt' | 'decrypt',
  values: readonly unknown[],
): Promise<ArrayBuffer> {
  const args = new Arguments(operation, values, 3);
  const [key, data] = [args.key(1), args.bytes(2)];
  const chosen = normalize(values[0], operation);
  checkKey(chosen, key, operation);
  return later(() => result(chosen.algorithm[operation]?.(chosen.params, key, data)));
}

function result(bytes: Bytes | undefined): ArrayBuffer {
  if (!bytes) throw unrecognized();
  return arrayBufferOf(bytes);
}

async function settled<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw asWebError(error);
  }
}

function checkDeriving({ algorithm }: Chosen, key: KeyState, usage: Usage): void {
  if (key.algorithm.name !== algorithm.name) throw mismatch();
  if (!key.usages.includes(usage))
    throw webError('InvalidAccessError', `baseKey does not have ${usage} usage`);
}

/** A key is wrapped by an algorithm made for it, or else encrypted. */
function wrapper(
  input: unknown,
  own: 'wrapKey' | 'unwrapKey',
  other: 'encrypt' | 'decrypt',
): Chosen {
  const name =
    typeof input === 'string' ? input : String((input as { name?: unknown } | null)?.name);
  return normalize(input, algorithmNamed(name)[own] ? own : other);
}

function wraps(algorithm: WebAlgorithm): WebAlgorithm['encrypt'] {
  return algorithm.wrapKey ?? algorithm.encrypt;
}

/** AES-KW takes whole blocks, so JSON is filled up with spaces. */
function jsonBytes(jwk: Jwk, { name }: WebAlgorithm): Bytes {
  const text = JSON.stringify(jwk);
  const blocks = name === 'AES-KW' ? 8 : 1;
  return new TextEncoder().encode(text.padEnd(Math.ceil(text.length / blocks) * blocks));
}

function jsonOf(bytes: Bytes): Jwk {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Jwk;
  } catch (error) {
    throw webError('DataError', 'Invalid wrapped JWK key', error);
  }
}
