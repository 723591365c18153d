import { cbc } from '@noble/ciphers/aes.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import type { Bytes } from '../bytes.ts';
import { cryptoError, opensslError } from '../crypto-errors.ts';
import {
  DerError,
  DerReader,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  tags,
} from '../der/der.ts';
import { findDigest } from '../hashing/digests.ts';
import { freshRandom } from '../random/random-bytes.ts';
import { oids } from './oids.ts';

/** EncryptedPrivateKeyInfo with PBES2 (RFC 8018, section 6.2). */

interface Cipher {
  readonly name: string;
  readonly oid: string;
  readonly keyBytes: number;
}

const ciphers: readonly Cipher[] = [
  { name: 'aes-128-cbc', oid: '2.16.840.1.101.3.4.1.2', keyBytes: 16 },
  { name: 'aes-192-cbc', oid: '2.16.840.1.101.3.4.1.22', keyBytes: 24 },
  { name: 'aes-256-cbc', oid: '2.16.840.1.101.3.4.1.42', keyBytes: 32 },
];

const aliases: Readonly<Record<string, string>> = {
  aes128: 'aes-128-cbc',
  aes192: 'aes-192-cbc',
  aes256: 'aes-256-cbc',
};

const hmacs: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};
const sha256Hmac = '1.2.840.113549.2.9';

/** OpenSSL's. */
const rounds = 2048;

function derive(passphrase: Bytes, salt: Bytes, c: number, hash: string, dkLen: number): Bytes {
  const digest = findDigest(hash);
  if (!digest) throw new DerError('hash');
  return pbkdf2(digest.plain, passphrase, salt, { c, dkLen }) as Bytes;
}

/** @param name as OpenSSL names the cipher */
export function encryptKey(pkcs8: Bytes, name: string, passphrase: Bytes): Bytes {
  const plain = name.toLowerCase();
  const cipher = ciphers.find((one) => one.name === (aliases[plain] ?? plain));
  if (!cipher) throw cryptoError('UNKNOWN_CIPHER', 'Unknown cipher');
  const [salt, iv] = [freshRandom(16) as Bytes, freshRandom(16) as Bytes];
  const key = derive(passphrase, salt, rounds, 'sha256', cipher.keyBytes);
  const kdf = sequence(
    oid(oids.pbkdf2),
    sequence(octetString(salt), integer(BigInt(rounds)), sequence(oid(sha256Hmac), nothing())),
  );
  const scheme = sequence(oid(cipher.oid), octetString(iv));
  return sequence(
    sequence(oid(oids.pbes2), sequence(kdf, scheme)),
    octetString(cbc(key, iv).encrypt(pkcs8)),
  );
}

/** @throws as OpenSSL, where the passphrase is wrong */
export function decryptKey(der: Bytes, passphrase: Bytes): Bytes {
  const reader = new DerReader(der).inside();
  const algorithm = reader.inside();
  if (algorithm.oid() !== oids.pbes2) throw new DerError('scheme');
  const parts = algorithm.inside();
  const kdf = parts.inside();
  if (kdf.oid() !== oids.pbkdf2) throw new DerError('kdf');
  const options = kdf.inside();
  const salt = options.take(tags.octetString);
  const count = Number(options.integer());
  if (options.nextTag === tags.integer) options.integer();
  const hash = options.nextTag === tags.sequence ? hmacs[options.inside().oid()] : 'sha1';
  const scheme = parts.inside();
  const name = scheme.oid();
  const cipher = ciphers.find((one) => one.oid === name);
  if (!cipher || hash === undefined) throw new DerError('cipher');
  const key = derive(passphrase, salt, count, hash, cipher.keyBytes);
  try {
    const iv = scheme.take(tags.octetString);
    return cbc(key, iv).decrypt(reader.take(tags.octetString)) as Bytes;
  } catch {
    throw opensslError('1C800064', 'Provider routines', 'bad decrypt');
  }
}
