// Two sides come to the same secret.
import {
  createECDH,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  ECDH,
  getCurves,
} from 'node:crypto';
import { attempt } from './lib/attempt.mjs';
import * as keys from './lib/keys.mjs';

const own = (name) => createPrivateKey(keys[name].privateKey);
const open = (name) => createPublicKey(keys[name].publicKey);
const secret = (one, other) =>
  diffieHellman({ privateKey: own(one), publicKey: open(other) }).toString('hex');

console.log(
  secret('p256', 'otherP256'),
  secret('p256', 'otherP256') === secret('otherP256', 'p256'),
);
console.log(secret('x25519', 'otherX25519'), secret('otherX25519', 'x25519'));
attempt('different kinds', () => secret('p256', 'x25519'));
attempt('RSA', () => secret('rsa', 'rsa'));
attempt('two public', () => diffieHellman({ privateKey: open('p256'), publicKey: open('p256') }));
attempt('nothing', () => diffieHellman({}));
diffieHellman({ privateKey: own('p256'), publicKey: open('p256') }, (error, bytes) =>
  console.log('later', error, bytes),
);

const { d } = own('p256').export({ format: 'jwk' });
const alice = createECDH('prime256v1');
attempt('no public key', () => alice.getPublicKey());
attempt('no private key', () => alice.getPrivateKey());
alice.setPrivateKey(d, 'base64url');
console.log(alice.getPrivateKey('hex'), alice.getPublicKey());
for (const form of ['compressed', 'uncompressed', 'hybrid']) {
  console.log(form, alice.getPublicKey('hex', form));
  console.log(
    ECDH.convertKey(alice.getPublicKey(null, form), 'prime256v1', null, 'hex', 'compressed'),
  );
}
const bob = createECDH('prime256v1');
const hello = bob.generateKeys('base64', 'compressed');
console.log(
  alice.computeSecret(hello, 'base64', 'hex') ===
    bob.computeSecret(alice.getPublicKey()).toString('hex'),
);
attempt('unknown curve', () => createECDH('foo'));
attempt('no number', () => bob.setPrivateKey(Buffer.alloc(32)));
attempt('no point', () => bob.computeSecret(Buffer.alloc(65)));
attempt('unknown form', () => bob.getPublicKey('hex', 'foo'));
console.log(
  ['prime256v1', 'secp256k1', 'secp384r1', 'secp521r1'].every((name) => getCurves().includes(name)),
);
