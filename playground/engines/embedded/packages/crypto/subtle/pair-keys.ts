import { DerError } from '../der/der.ts';
import type { PrivateKey, PublicKey } from '../keys/material.ts';
import { isPrivate, readJwk, readPkcs8, readSpki } from '../keys/read-key.ts';
import { publicOf } from '../keys/material.ts';
import type { Imported, KeyData } from './web-algorithm.ts';
import { badData } from './web-errors.ts';

/** What keys of pairs have in common, whatever their algorithm. */

export function imported(key: PublicKey | PrivateKey, algorithm: Imported['algorithm']): Imported {
  return isPrivate(key)
    ? { material: { kind: 'private', key }, algorithm }
    : { material: { kind: 'public', key }, algorithm };
}

/** Both halves. */
export function pairOf(key: PrivateKey, algorithm: Imported['algorithm']) {
  return { pair: [imported(publicOf(key), algorithm), imported(key, algorithm)] } as const;
}

/** @throws DataError. @param raw reads the bare bytes */
export function readPairKey(
  data: KeyData,
  raw: (bytes: Uint8Array<ArrayBuffer>) => PublicKey,
): PublicKey | PrivateKey {
  try {
    switch (data.format) {
      case 'raw':
        return raw(data.bytes);
      case 'spki':
        return readSpki(data.bytes);
      case 'pkcs8':
        return readPkcs8(data.bytes);
      case 'jwk': {
        const key = readJwk(data.jwk);
        if (!key) throw new DerError('kty');
        return key;
      }
    }
  } catch (error) {
    throw badData(error);
  }
}
