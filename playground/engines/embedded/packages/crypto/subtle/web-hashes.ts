import { findDigest, type Digest } from '../hashing/digests.ts';
import { unrecognized, webError } from './web-errors.ts';

/** The hashes of Web Crypto. */
export const hashNames = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;

/** Bits that a hash works on at a time: the length of an HMAC key where none is named. */
const blockBits: Readonly<Record<string, number>> = {
  'SHA-1': 512,
  'SHA-256': 512,
  'SHA-384': 1024,
  'SHA-512': 1024,
};

export const blockBitsOf = (name: string): number => blockBits[name] ?? 512;

/** @returns the name as it is written; undefined for what is none */
export function hashName(name: unknown): string | undefined {
  const wanted = String(name).toUpperCase();
  return hashNames.find((one) => one === wanted);
}

export function digestNamed(name: string): Digest {
  const digest = findDigest(name);
  if (!digest) throw unrecognized();
  return digest;
}

/** The digest of a key, or of options, whose hash is `{ name }`. */
export function digestIn({ hash }: Readonly<Record<string, unknown>>): Digest {
  return digestNamed((hash as { readonly name: string }).name);
}

/** @param title of the options that a hash stands in */
export function normalHash(hash: unknown, title: string): { readonly name: string } {
  const given: unknown =
    typeof hash === 'object' && hash !== null && 'name' in hash ? hash.name : hash;
  const name = hashName(given);
  if (name === undefined)
    throw webError('NotSupportedError', `Only SHA hashes are supported in ${title}`);
  return { name };
}
