import { invalidArgType } from 'node:internal/errors';
import { bytesOrText, textBytes, viewBytes, type Bytes } from '../bytes.ts';
import { invalidKeyType } from '../crypto-errors.ts';
import { KeyObject, materialOf, webKeys } from './key-object.ts';

const expected = [...bytesOrText, 'KeyObject', 'CryptoKey'];

/** The bytes of a secret: text, memory, or a key object that holds one. */
export function secretBytes(key: unknown, name: string, encoding?: unknown): Bytes {
  const object = key instanceof KeyObject ? key : webKeys.from?.(key);
  if (object) {
    const material = materialOf(object);
    if (material.kind !== 'secret') throw invalidKeyType(material.kind, 'secret');
    return material.bytes;
  }
  const bytes = typeof key === 'string' ? textBytes(key, encoding) : viewBytes(key);
  if (!bytes) throw invalidArgType(name, expected, key);
  return bytes;
}
