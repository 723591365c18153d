import { invalidArgValue } from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import type { Bytes } from '../bytes.ts';
import { paddings, saltLengths } from '../constants.ts';
import { opensslError, wrongKeyType } from '../crypto-errors.ts';
import type { EcCurve } from '../ec/ec-curves.ts';
import type { Digest } from '../hashing/digests.ts';
import type {
  EcPrivate,
  EcPublic,
  PrivateKey,
  PublicKey,
  RsaPrivate,
  RsaPublic,
} from '../keys/material.ts';
import { modulusBits, modulusBytes } from '../rsa/rsa-numbers.ts';
import {
  digestOf,
  pkcs1SignaturePadding,
  privateRaw,
  pssIsRight,
  pssPadding,
  publicRaw,
  TooLongError,
} from '../rsa/rsa-paddings.ts';

/** How a signature is made, besides its key. */
export interface Scheme {
  /** Undefined where the key's kind brings its own. */
  readonly digest: Digest | undefined;
  readonly padding: number;
  /** In bytes, or one of `saltLengths`. */
  readonly saltLength: number | undefined;
  readonly ecEncoding: 'der' | 'ieee-p1363';
}

/** @param given what stands beside a key. @throws Node's errors for what is no such thing */
export function schemeOf(
  digest: Digest | undefined,
  given: Readonly<Record<string, unknown>>,
): Scheme {
  const { padding = paddings.pkcs1, saltLength, dsaEncoding = 'der' } = given;
  if (dsaEncoding !== 'der' && dsaEncoding !== 'ieee-p1363')
    throw invalidArgValue('options.dsaEncoding', dsaEncoding);
  if (!Number.isInteger(padding)) throw invalidArgValue('options.padding', padding);
  if (saltLength !== undefined && !Number.isInteger(saltLength))
    throw invalidArgValue('options.saltLength', saltLength);
  const salt = saltLength as number | undefined;
  return { digest, padding: Number(padding), saltLength: salt, ecEncoding: dsaEncoding };
}

function badDigest(): Error {
  return opensslError('1C80007A', 'Provider routines', 'invalid digest');
}

function badPadding(): Error {
  return opensslError('1C8000A5', 'Provider routines', 'illegal or unsupported padding mode');
}

function tooLarge(): Error {
  return opensslError('0200006E', 'rsa routines', 'data too large for key size');
}

/**
 * Signs what `message` gives.
 * @param hash the message's digest by the scheme's digest
 * @throws as OpenSSL
 */
export function signBytes(key: PrivateKey, scheme: Scheme, message: Message): Bytes {
  return machine.labor(() => signNow(key, scheme, message));
}

function signNow(key: PrivateKey, scheme: Scheme, message: Message): Bytes {
  switch (key.family) {
    case 'rsa':
      return signRsa(key, scheme, message);
    case 'ec':
      return signEc(key, scheme, message);
    case 'okp':
      if (!key.curve.sign) throw wrongKeyType();
      if (scheme.digest) throw badDigest();
      return key.curve.sign(message.whole(), key.seed);
  }
}

/** A message as its signer needs it. */
export interface Message {
  whole(): Bytes;
  /** Its digest. */
  hashed(digest: Digest): Bytes;
}

/** A message that is there as a whole. */
export function messageOf(bytes: Bytes): Message {
  return { whole: () => bytes, hashed: (digest) => digestOf(digest, bytes) };
}

/** Shortened to the bits of the curve's order (FIPS 186-5, section 6.4.1). */
function fitted(hashed: Bytes, { bytes }: EcCurve): Bytes {
  return hashed.length > bytes ? hashed.subarray(0, bytes) : hashed;
}

function needed(digest: Digest | undefined): Digest {
  if (!digest) throw badDigest();
  return digest;
}

function signEc(key: EcPrivate, { digest, ecEncoding }: Scheme, message: Message): Bytes {
  const hashed = fitted(message.hashed(needed(digest)), key.curve);
  const format = ecEncoding === 'der' ? 'der' : 'compact';
  const options = { prehash: false, lowS: false, extraEntropy: true, format } as const;
  return key.curve.math.sign(hashed, key.scalar, options) as Bytes;
}

function signRsa(key: RsaPrivate, scheme: Scheme, message: Message): Bytes {
  const { padding, saltLength = saltLengths.largest } = scheme;
  const digest = needed(scheme.digest);
  const hashed = message.hashed(digest);
  try {
    if (padding === paddings.pkcs1)
      return privateRaw(key, pkcs1SignaturePadding(digest, hashed, modulusBytes(key)));
    if (padding !== paddings.pss) throw badPadding();
    const salt = saltBytes(key, digest, saltLength);
    return privateRaw(key, pssPadding({ digest, mgf: digest }, hashed, salt, key));
  } catch (error) {
    throw error instanceof TooLongError ? tooLarge() : error;
  }
}

function saltBytes(key: RsaPublic, digest: Digest, saltLength: number): number {
  if (saltLength === saltLengths.digest) return digest.bytes;
  if (saltLength >= 0) return saltLength;
  return Math.ceil((modulusBits(key) - 1) / 8) - digest.bytes - 2;
}

/** @returns whether the signature is the key's; a malformed one is not */
export function verifyBytes(
  key: PublicKey,
  scheme: Scheme,
  message: Message,
  signature: Bytes,
): boolean {
  return machine.labor(() => verifyNow(key, scheme, message, signature));
}

function verifyNow(key: PublicKey, scheme: Scheme, message: Message, signature: Bytes): boolean {
  switch (key.family) {
    case 'rsa':
      return verifyRsa(key, scheme, message, signature);
    case 'ec':
      return verifyEc(key, scheme, message, signature);
    case 'okp':
      if (!key.curve.verify) throw wrongKeyType();
      if (scheme.digest) throw badDigest();
      return attempt(() => key.curve.verify?.(signature, message.whole(), key.point) ?? false);
  }
}

function verifyEc(
  key: EcPublic,
  { digest, ecEncoding }: Scheme,
  message: Message,
  signature: Bytes,
): boolean {
  const hashed = fitted(message.hashed(needed(digest)), key.curve);
  const format = ecEncoding === 'der' ? 'der' : 'compact';
  const options = { prehash: false, lowS: false, format } as const;
  return attempt(() => key.curve.math.verify(signature, hashed, key.point, options));
}

function verifyRsa(key: RsaPublic, scheme: Scheme, message: Message, signature: Bytes): boolean {
  const digest = needed(scheme.digest);
  const isPss = scheme.padding === paddings.pss;
  if (!isPss && scheme.padding !== paddings.pkcs1) throw badPadding();
  const length = modulusBytes(key);
  if (signature.length !== length) return false;
  const hashed = message.hashed(digest);
  const raw = publicRaw(key, signature);
  if (isPss)
    return pssIsRight({ digest, mgf: digest }, hashed, saltWanted(key, digest, scheme), key, raw);
  const expected = pkcs1SignaturePadding(digest, hashed, length);
  return expected.every((byte, at) => byte === raw[at]);
}

/** Any length will do for `RSA_PSS_SALTLEN_AUTO`, which is the default. */
function saltWanted(key: RsaPublic, digest: Digest, { saltLength }: Scheme): number | undefined {
  if (saltLength === undefined || saltLength === saltLengths.largest) return undefined;
  return saltBytes(key, digest, saltLength);
}

function attempt(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
