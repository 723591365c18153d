// Key pairs of Web Crypto: signatures, exchange, encryption, every form of a key.
import { createPrivateKey, createPublicKey, webcrypto } from 'node:crypto';
import * as keys from './lib/keys.mjs';

const { subtle } = webcrypto;
console.log(webcrypto === crypto);
const message = new TextEncoder().encode('a message');
const hex = (buffer) => Buffer.from(buffer).toString('hex');
const der = (pair) => [
  createPublicKey(pair.publicKey).export({ type: 'spki', format: 'der' }),
  createPrivateKey(pair.privateKey).export({ type: 'pkcs8', format: 'der' }),
];
const read = async (pair, algorithm, usages) => {
  const [open, secret] = der(pair);
  return {
    publicKey: await subtle.importKey('spki', open, algorithm, true, usages[0]),
    privateKey: await subtle.importKey('pkcs8', secret, algorithm, true, usages[1]),
  };
};

for (const [pair, algorithm, params] of [
  ['rsa', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
  ['rsa', { name: 'RSA-PSS', hash: 'SHA-512' }, { name: 'RSA-PSS', saltLength: 64 }],
  ['p256', { name: 'ECDSA', namedCurve: 'P-256' }, { name: 'ECDSA', hash: 'SHA-256' }],
  ['p384', { name: 'ECDSA', namedCurve: 'P-384' }, { name: 'ECDSA', hash: 'SHA-384' }],
  ['p521', { name: 'ECDSA', namedCurve: 'P-521' }, { name: 'ECDSA', hash: { name: 'SHA-512' } }],
  ['ed25519', { name: 'Ed25519' }],
]) {
  const { publicKey, privateKey } = await read(keys[pair], algorithm, [['verify'], ['sign']]);
  const how = params ?? algorithm.name;
  const signature = await subtle.sign(how, privateKey, message);
  console.log(publicKey, privateKey, signature.byteLength);
  console.log(await subtle.verify(how, publicKey, signature, message));
  console.log(await subtle.verify(how, publicKey, signature, new Uint8Array(9)));
  if (pair === 'ed25519' || algorithm.name === 'RSASSA-PKCS1-v1_5') console.log(hex(signature));
  for (const format of ['spki', 'jwk']) {
    const form = await subtle.exportKey(format, publicKey);
    console.log(format === 'jwk' ? form : hex(form));
    const back = await subtle.importKey(format, form, algorithm, false, ['verify']);
    console.log(back.extractable, await subtle.verify(how, back, signature, message));
  }
  console.log(
    await subtle.exportKey('jwk', privateKey),
    hex(await subtle.exportKey('pkcs8', privateKey)).length,
  );
}

const rsa = { name: 'RSA-OAEP', hash: 'SHA-256' };
const door = await read(keys.rsa, rsa, [['encrypt'], ['decrypt']]);
for (const options of [{ name: 'RSA-OAEP' }, { name: 'RSA-OAEP', label: new Uint8Array([1, 2]) }]) {
  const sealed = await subtle.encrypt(options, door.publicKey, message);
  console.log(Buffer.from(await subtle.decrypt(options, door.privateKey, sealed)).toString());
}
console.log(await subtle.exportKey('jwk', door.publicKey));

const ecdh = { name: 'ECDH', namedCurve: 'P-256' };
const alice = await read(keys.p256, ecdh, [[], ['deriveBits', 'deriveKey']]);
const bob = await read(keys.otherP256, ecdh, [[], ['deriveBits', 'deriveKey']]);
const shared = { name: 'ECDH', public: bob.publicKey };
console.log(hex(await subtle.deriveBits(shared, alice.privateKey, 256)));
console.log(
  hex(await subtle.deriveBits(shared, alice.privateKey, null)).length,
  hex(await subtle.deriveBits(shared, alice.privateKey, 13)),
);
const aes = await subtle.deriveKey(
  shared,
  alice.privateKey,
  { name: 'AES-GCM', length: 128 },
  true,
  ['encrypt'],
);
console.log(
  aes,
  hex(await subtle.exportKey('raw', aes)),
  hex(await subtle.exportKey('raw', alice.publicKey)),
);
const x = await read(keys.x25519, { name: 'X25519' }, [[], ['deriveBits']]);
const y = await read(keys.otherX25519, { name: 'X25519' }, [[], ['deriveBits']]);
console.log(
  hex(await subtle.deriveBits({ name: 'X25519', public: y.publicKey }, x.privateKey, 256)),
);

for (const [algorithm, usages] of [
  [ecdh, ['deriveBits']],
  ['Ed25519', ['sign', 'verify']],
  ['X25519', ['deriveKey']],
  [
    { ...rsa, modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) },
    ['encrypt', 'decrypt', 'wrapKey'],
  ],
  [{ name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']],
])
  console.log(await subtle.generateKey(algorithm, false, usages));
