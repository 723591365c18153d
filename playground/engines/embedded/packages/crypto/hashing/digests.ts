import { blake2b, blake2s } from '@noble/hashes/blake2.js';
import { md5, ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512, shake128, shake256 } from '@noble/hashes/sha3.js';
import type { CHash } from '@noble/hashes/utils.js';

/** One running computation of a hash. */
export interface Hasher {
  update(bytes: Uint8Array): Hasher;
  digest(): Uint8Array;
  clone(): Hasher;
}

export interface Digest {
  /** As Node lists it. */
  readonly name: string;
  /** Bytes of a digest, unless more or fewer are asked for. */
  readonly bytes: number;
  /** Any number of bytes may be asked for. */
  readonly extendable: boolean;
  readonly plain: CHash;
  begin(bytes?: number): Hasher;
}

function fixed(name: string, plain: CHash): Digest {
  const begin = (): Hasher => plain.create();
  return { name, bytes: plain.outputLen, extendable: false, plain, begin };
}

/** @param bytes what OpenSSL gives where no length is asked for */
function extendable(name: string, plain: typeof shake128, bytes: number): Digest {
  const begin = (dkLen = bytes): Hasher => plain.create({ dkLen });
  return { name, bytes, extendable: true, plain: plain as CHash, begin };
}

const digests: readonly Digest[] = [
  fixed('blake2b512', blake2b),
  fixed('blake2s256', blake2s),
  fixed('md5', md5),
  fixed('ripemd160', ripemd160),
  fixed('sha1', sha1),
  fixed('sha224', sha224),
  fixed('sha256', sha256),
  fixed('sha3-224', sha3_224),
  fixed('sha3-256', sha3_256),
  fixed('sha3-384', sha3_384),
  fixed('sha3-512', sha3_512),
  fixed('sha384', sha384),
  fixed('sha512', sha512),
  fixed('sha512-224', sha512_224),
  fixed('sha512-256', sha512_256),
  extendable('shake128', shake128, 16),
  extendable('shake256', shake256, 32),
];

/** Names that stand for a digest as well, as Node lists them. */
const listedAliases: Readonly<Record<string, string>> = {
  'RSA-MD5': 'md5',
  'RSA-RIPEMD160': 'ripemd160',
  'RSA-SHA1': 'sha1',
  'RSA-SHA1-2': 'sha1',
  'RSA-SHA224': 'sha224',
  'RSA-SHA256': 'sha256',
  'RSA-SHA3-224': 'sha3-224',
  'RSA-SHA3-256': 'sha3-256',
  'RSA-SHA3-384': 'sha3-384',
  'RSA-SHA3-512': 'sha3-512',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'RSA-SHA512/224': 'sha512-224',
  'RSA-SHA512/256': 'sha512-256',
  'id-rsassa-pkcs1-v1_5-with-sha3-224': 'sha3-224',
  'id-rsassa-pkcs1-v1_5-with-sha3-256': 'sha3-256',
  'id-rsassa-pkcs1-v1_5-with-sha3-384': 'sha3-384',
  'id-rsassa-pkcs1-v1_5-with-sha3-512': 'sha3-512',
  md5WithRSAEncryption: 'md5',
  ripemd: 'ripemd160',
  ripemd160WithRSA: 'ripemd160',
  rmd160: 'ripemd160',
  sha1WithRSAEncryption: 'sha1',
  sha224WithRSAEncryption: 'sha224',
  sha256WithRSAEncryption: 'sha256',
  sha384WithRSAEncryption: 'sha384',
  'sha512-224WithRSAEncryption': 'sha512-224',
  'sha512-256WithRSAEncryption': 'sha512-256',
  sha512WithRSAEncryption: 'sha512',
  'ssl3-md5': 'md5',
  'ssl3-sha1': 'sha1',
};

/** Names that OpenSSL knows and does not list. */
const otherAliases: Readonly<Record<string, string>> = {
  'sha-1': 'sha1',
  'sha-224': 'sha224',
  'sha2-224': 'sha224',
  'sha-256': 'sha256',
  'sha2-256': 'sha256',
  'sha-384': 'sha384',
  'sha2-384': 'sha384',
  'sha-512': 'sha512',
  'sha2-512': 'sha512',
  'sha-512/224': 'sha512-224',
  'sha2-512/224': 'sha512-224',
  'sha-512/256': 'sha512-256',
  'sha2-512/256': 'sha512-256',
  'blake2b-512': 'blake2b512',
  'blake2s-256': 'blake2s256',
  'shake-128': 'shake128',
  'shake-256': 'shake256',
  'ripemd-160': 'ripemd160',
};

const byName = new Map<string, Digest>();
for (const digest of digests) byName.set(digest.name, digest);
for (const [alias, name] of Object.entries({ ...listedAliases, ...otherAliases })) {
  const digest = byName.get(name);
  if (digest) byName.set(alias.toLowerCase(), digest);
}

/** Finds a digest by any name that OpenSSL knows it by, in any case. */
export function findDigest(name: string): Digest | undefined {
  return byName.get(name.toLowerCase());
}

/** `crypto.getHashes()` */
export function getHashes(): string[] {
  return [...digests.map(({ name }) => name), ...Object.keys(listedAliases)].sort();
}
