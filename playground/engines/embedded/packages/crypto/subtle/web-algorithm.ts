import type { Bytes } from '../bytes.ts';
import type { Material } from '../keys/material.ts';
import type { Jwk } from '../keys/write-key.ts';
import type { KeyAlgorithm, KeyState, Usage } from './crypto-key.ts';

export type KeyFormat = 'raw' | 'pkcs8' | 'spki' | 'jwk';

/** An algorithm's options, with its name as it is written and its hash as `{ name }`. */
export type Params = Readonly<Record<string, unknown>> & { readonly name: string };

/** Options that an operation takes, as the specification calls them. */
export interface Dictionary {
  readonly title: string;
  readonly required: readonly string[];
}

export type Operation =
  | 'encrypt'
  | 'decrypt'
  | 'sign'
  | 'verify'
  | 'generateKey'
  | 'importKey'
  | 'deriveBits'
  | 'wrapKey'
  | 'unwrapKey'
  | 'getKeyLength';

/** Key material as it comes in. */
export type KeyData =
  | { readonly format: 'jwk'; readonly jwk: Jwk }
  | { readonly format: 'raw' | 'pkcs8' | 'spki'; readonly bytes: Bytes };

export interface Imported {
  readonly material: Material;
  readonly algorithm: KeyAlgorithm;
}

/** A key, or both halves of a pair. */
export type Generated = Imported | { readonly pair: readonly [Imported, Imported] };

/** One algorithm of Web Crypto. What it has no function for, it cannot do. */
export interface WebAlgorithm {
  readonly name: string;
  /** What each kind of key can be used for. */
  readonly usages: Readonly<Partial<Record<Material['kind'], readonly Usage[]>>>;
  readonly dictionaries: Readonly<Partial<Record<Operation, Dictionary>>>;
  generateKey?(params: Params): Promise<Generated> | Generated;
  importKey?(data: KeyData, params: Params): Imported;
  /** @returns undefined where a key of its kind has no such form */
  exportRaw?(material: Material): Bytes | undefined;
  /** Value of a JWK's `alg`. */
  jwkAlg?(algorithm: KeyAlgorithm): string | undefined;
  encrypt?(params: Params, key: KeyState, data: Bytes): Bytes;
  decrypt?(params: Params, key: KeyState, data: Bytes): Bytes;
  sign?(params: Params, key: KeyState, data: Bytes): Bytes;
  verify?(params: Params, key: KeyState, signature: Bytes, data: Bytes): boolean;
  wrapKey?(params: Params, key: KeyState, data: Bytes): Bytes;
  unwrapKey?(params: Params, key: KeyState, data: Bytes): Bytes;
  /** @param length in bits; null for all that there are */
  deriveBits?(params: Params, key: KeyState, length: number | null): Bytes;
  /** Bits of a key that is derived. */
  keyLength?(params: Params): number | null;
}

export const dictionary = (title: string, ...required: string[]): Dictionary => ({
  title,
  required,
});
