import { machine } from 'node:internal/machine';
import type { Bytes } from '../bytes.ts';
import { concat, fromBigInt, nothing, octetString, oid, sequence, toBigInt } from '../der/der.ts';
import type { Digest } from '../hashing/digests.ts';
import type { RsaPrivate, RsaPublic } from '../keys/material.ts';
import { fillRandom } from '../random/random-bytes.ts';
import { decrypt, encrypt, modulusBits, modulusBytes } from './rsa-numbers.ts';

/** What goes around a message before RSA's arithmetic, and comes off after it (RFC 8017). */

/** The padding is not as it must be. */
export class PaddingError extends Error {}
/** The message is longer than the key takes. */
export class TooLongError extends Error {}

export function privateRaw(key: RsaPrivate, padded: Uint8Array): Bytes {
  return machine.labor(() => fromBigInt(decrypt(key, toBigInt(padded)), modulusBytes(key)));
}

export function publicRaw(key: RsaPublic, padded: Uint8Array): Bytes {
  return fromBigInt(encrypt(key, toBigInt(padded)), modulusBytes(key));
}

function random(length: number): Bytes {
  const bytes: Bytes = new Uint8Array(length);
  fillRandom(bytes);
  return bytes;
}

export const digestOf = (digest: Digest, ...parts: readonly Uint8Array[]): Bytes =>
  parts.reduce((hasher, part) => hasher.update(part), digest.begin()).digest() as Bytes;

const hashOids: Readonly<Record<string, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  ripemd160: '1.3.36.3.2.1',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  'sha512-224': '2.16.840.1.101.3.4.2.5',
  'sha512-256': '2.16.840.1.101.3.4.2.6',
  'sha3-224': '2.16.840.1.101.3.4.2.7',
  'sha3-256': '2.16.840.1.101.3.4.2.8',
  'sha3-384': '2.16.840.1.101.3.4.2.9',
  'sha3-512': '2.16.840.1.101.3.4.2.10',
};

/** EMSA-PKCS1-v1_5 (section 9.2). @param hashed the message's digest */
export function pkcs1SignaturePadding(digest: Digest, hashed: Bytes, length: number): Bytes {
  const name = hashOids[digest.name];
  if (name === undefined) throw new PaddingError('no identifier');
  const info = sequence(sequence(oid(name), nothing()), octetString(hashed));
  return blockOne(info, length);
}

/** A block of type 1, as private keys make it (section 8.2). */
export function blockOne(content: Uint8Array, length: number): Bytes {
  if (content.length > length - 11) throw new TooLongError();
  const filling = new Uint8Array(length - content.length - 3).fill(0xff);
  return concat(Uint8Array.of(0, 1), filling, Uint8Array.of(0), content);
}

export function stripBlockOne(block: Bytes): Bytes {
  const end = block.indexOf(0, 2);
  const isRight = block[0] === 0 && block[1] === 1 && end >= 10;
  if (!isRight || block.subarray(2, end).some((byte) => byte !== 0xff)) throw new PaddingError();
  return block.subarray(end + 1);
}

/** A block of type 2, for whoever has the public key (section 7.2.1). */
export function blockTwo(message: Uint8Array, length: number): Bytes {
  if (message.length > length - 11) throw new TooLongError();
  const filling = random(length - message.length - 3).map((byte) => byte || 1);
  return concat(Uint8Array.of(0, 2), filling, Uint8Array.of(0), message);
}

/**
 * What a block of type 2 holds. A broken one gives random bytes, as OpenSSL does since 3.2, so
 * that nobody learns anything from the difference.
 */
export function stripBlockTwo(block: Bytes): Bytes {
  const end = block.indexOf(0, 2);
  const isRight = block[0] === 0 && block[1] === 2 && end >= 10;
  if (isRight) return block.subarray(end + 1);
  const [high = 0, low = 0] = random(2);
  return random((high * 256 + low) % (block.length - 10));
}

/** MGF1 (appendix B.2.1). */
function mask(digest: Digest, seed: Uint8Array, length: number): Bytes {
  const parts: Bytes[] = [];
  for (let counter = 0; parts.length * digest.bytes < length; counter += 1)
    parts.push(digestOf(digest, seed, fromBigInt(BigInt(counter), 4)));
  return concat(...parts).subarray(0, length);
}

function xor(one: Uint8Array, other: Uint8Array): Bytes {
  return Uint8Array.from(one, (byte, at) => byte ^ (other[at] ?? 0));
}

/** Hashes of RSASSA-PSS and RSAES-OAEP. */
export interface Hashes {
  readonly digest: Digest;
  /** Of the mask. */
  readonly mgf: Digest;
}

/** EMSA-PSS (section 9.1.1). @param saltLength in bytes */
export function pssPadding(
  { digest, mgf }: Hashes,
  hashed: Bytes,
  saltLength: number,
  key: RsaPublic,
): Bytes {
  const bits = modulusBits(key) - 1;
  const length = Math.ceil(bits / 8);
  if (length < digest.bytes + saltLength + 2) throw new TooLongError();
  const salt = random(saltLength);
  const check = digestOf(digest, new Uint8Array(8), hashed, salt);
  const filling = new Uint8Array(length - saltLength - digest.bytes - 2);
  const block = concat(filling, Uint8Array.of(1), salt);
  const masked = xor(block, mask(mgf, check, block.length));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concat(masked, check, Uint8Array.of(0xbc));
}

/** EMSA-PSS (section 9.1.2). @param saltLength in bytes; undefined where any will do */
export function pssIsRight(
  { digest, mgf }: Hashes,
  hashed: Bytes,
  saltLength: number | undefined,
  key: RsaPublic,
  raw: Bytes,
): boolean {
  const bits = modulusBits(key) - 1;
  const length = Math.ceil(bits / 8);
  const padded = raw.subarray(raw.length - length);
  if (length < digest.bytes + 2 || padded.at(-1) !== 0xbc) return false;
  const masked = padded.subarray(0, length - digest.bytes - 1);
  const check = padded.subarray(masked.length, length - 1);
  const block = xor(masked, mask(mgf, check, masked.length));
  block[0] = (block[0] ?? 0) & (0xff >> (8 * length - bits));
  const one = block.findIndex((byte) => byte !== 0);
  if (one === -1 || block[one] !== 1) return false;
  const salt = block.subarray(one + 1);
  if (saltLength !== undefined && salt.length !== saltLength) return false;
  const again = digestOf(digest, new Uint8Array(8), hashed, salt);
  return again.every((byte, at) => byte === check[at]);
}

/** EME-OAEP (section 7.1.1). */
export function oaepPadding(
  { digest, mgf }: Hashes,
  message: Uint8Array,
  label: Uint8Array,
  length: number,
): Bytes {
  if (message.length > length - 2 * digest.bytes - 2) throw new TooLongError();
  const filling = new Uint8Array(length - message.length - 2 * digest.bytes - 2);
  const block = concat(digestOf(digest, label), filling, Uint8Array.of(1), message);
  const seed = random(digest.bytes);
  const masked = xor(block, mask(mgf, seed, block.length));
  return concat(Uint8Array.of(0), xor(seed, mask(mgf, masked, seed.length)), masked);
}

/** @throws {PaddingError} */
export function stripOaep({ digest, mgf }: Hashes, block: Bytes, label: Uint8Array): Bytes {
  const masked = block.subarray(1 + digest.bytes);
  const seed = xor(block.subarray(1, 1 + digest.bytes), mask(mgf, masked, digest.bytes));
  const content = xor(masked, mask(mgf, seed, masked.length));
  const expected = digestOf(digest, label);
  const isLabel = expected.every((byte, at) => byte === content[at]);
  const one = content.findIndex((byte, at) => at >= digest.bytes && byte !== 0);
  if (block[0] !== 0 || !isLabel || one === -1 || content[one] !== 1) throw new PaddingError();
  return content.subarray(one + 1);
}
