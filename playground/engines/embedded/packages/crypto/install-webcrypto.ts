/** Puts Web Crypto where programs find it: the browser gives a Worker in the cage only random numbers. */
import {
  materialOf,
  webKeys,
  privateKeyObject,
  publicKeyObject,
  secretOf,
} from './keys/key-object.ts';
import { CryptoKey, keyState } from './subtle/crypto-key.ts';
import { normalize } from './subtle/normalize.ts';
import { SubtleCrypto } from './subtle/subtle-crypto.ts';
import { Crypto, webcrypto } from './subtle/web-crypto.ts';
import { importMaterial } from './subtle/web-keys.ts';
import type { Usage } from './subtle/crypto-key.ts';

webKeys.from = (key) => {
  const material = keyState(key)?.material;
  switch (material?.kind) {
    case undefined:
      return undefined;
    case 'secret':
      return secretOf(material.bytes);
    case 'public':
      return publicKeyObject(material.key);
    case 'private':
      return privateKeyObject(material.key);
  }
};

webKeys.to = (key, [algorithm, extractable, usages]) => {
  const chosen = normalize(algorithm, 'importKey');
  return importMaterial(materialOf(key), chosen, Boolean(extractable), usages as Usage[]);
};

for (const [name, value] of Object.entries({ Crypto, CryptoKey, SubtleCrypto }))
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
Object.defineProperty(globalThis, 'crypto', {
  get: () => webcrypto,
  enumerable: true,
  configurable: true,
});
