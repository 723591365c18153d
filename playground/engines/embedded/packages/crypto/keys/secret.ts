import { invalidArgType } from 'node:internal/errors';
import { bytesOrText, textBytes, viewBytes, type Bytes } from '../bytes.ts';
import { invalidKeyType } from '../crypto-errors.ts';
import { KeyObject } from './key-object.ts';

const expected = [...bytesOrText, 'KeyObject', 'CryptoKey'];

/** The bytes of a secret: text, memory, or a key object that holds one. */
export function secretBytes(key: unknown, name: string, encoding?: unknown): Bytes {
  if (key instanceof KeyObject) {
    if (key.material.kind !== 'secret') throw invalidKeyType(key.type, 'secret');
    return key.material.bytes;
  }
  const bytes = typeof key === 'string' ? textBytes(key, encoding) : viewBytes(key);
  if (!bytes) throw invalidArgType(name, expected, key);
  return bytes;
}
