// Making keys: their kinds, encodings, errors; the keys themselves differ.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import { attempt } from './lib/attempt.mjs';

for (const [type, options] of [
  ['ec', { namedCurve: 'P-256' }],
  ['ec', { namedCurve: 'secp521r1' }],
  ['ed25519', undefined],
  ['x25519', {}],
  ['rsa', { modulusLength: 1024 }],
  ['rsa', { modulusLength: 768, publicExponent: 3 }],
]) {
  const { publicKey, privateKey } = generateKeyPairSync(type, options);
  console.log(type, publicKey, privateKey, publicKey.asymmetricKeyDetails);
  console.log(createPublicKey(privateKey).equals(publicKey));
}

const text = generateKeyPairSync('ec', {
  namedCurve: 'P-384',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'p' },
});
console.log(text.publicKey.split('\n')[0], text.privateKey.split('\n')[0]);
const unlocked = createPrivateKey({ key: text.privateKey, passphrase: 'p' });
console.log(verify('sha384', 'm', text.publicKey, sign('sha384', 'm', unlocked)));
const der = generateKeyPairSync('rsa', {
  modulusLength: 512,
  publicKeyEncoding: { type: 'pkcs1', format: 'der' },
  privateKeyEncoding: { format: 'jwk' },
});
console.log(Buffer.isBuffer(der.publicKey), Object.keys(der.privateKey));

attempt('unknown', () => generateKeyPairSync('foo'));
attempt('rsa', () => generateKeyPairSync('rsa'));
attempt('rsa, no length', () => generateKeyPairSync('rsa', {}));
attempt('rsa, short', () => generateKeyPairSync('rsa', { modulusLength: 100 }));
attempt('curve', () => generateKeyPairSync('ec', { namedCurve: 'foo' }));
attempt('no curve', () => generateKeyPairSync('ec', {}));
attempt('no callback', () => generateKeyPair('ec', { namedCurve: 'P-256' }));
attempt('encoding', () => generateKeyPairSync('ed25519', { publicKeyEncoding: 5 }));
attempt('format', () =>
  generateKeyPairSync('ed25519', { publicKeyEncoding: { type: 'spki', format: 'foo' } }),
);

generateKeyPair('rsa', { modulusLength: 1024 }, (error, publicKey, privateKey) => {
  console.log('later', error, publicKey.type, privateKey.type);
});
const pair = await promisify(generateKeyPair)('ed25519', {});
console.log(Object.keys(pair), pair.privateKey.asymmetricKeyType);
