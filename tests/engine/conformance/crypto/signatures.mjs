// Signatures of another machine are verified, own ones hold, and changed messages do not.
import { createSign, createVerify, sign, verify, constants, createPublicKey } from 'node:crypto';
import * as keys from './lib/keys.mjs';

const message = Buffer.from('pay 10 EUR to Ada');
const changed = Buffer.from('pay 90 EUR to Ada');
const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants;

// RSASSA-PKCS1-v1_5 and Ed25519 give the same bytes wherever they are made.
console.log(sign('sha256', message, keys.rsa.privateKey).toString('base64'));
console.log(sign('RSA-SHA512', message, keys.rsa.privateKey).toString('hex').slice(0, 64));
console.log(createSign('sha384').update(message).sign(keys.rsa.privateKey, 'base64url'));
console.log(sign(null, message, keys.ed25519.privateKey).toString('hex'));
console.log(sign(undefined, message, keys.ed448.privateKey).toString('hex'));

const cases = [
  ['sha256', 'rsa', {}],
  ['sha1', 'rsa', {}],
  ['sha256', 'rsa', { padding }],
  ['sha512', 'rsa', { padding, saltLength }],
  ['sha256', 'rsa', { padding, saltLength: 20 }],
  ['sha256', 'p256', {}],
  ['sha256', 'p256', { dsaEncoding: 'ieee-p1363' }],
  ['sha512', 'p256', {}],
  ['sha384', 'p384', {}],
  ['sha512', 'p521', { dsaEncoding: 'ieee-p1363' }],
  ['sha1', 'p521', {}],
  ['sha256', 'k256', {}],
  [null, 'p256', {}],
  [null, 'ed25519', {}],
];
for (const [algorithm, name, options] of cases) {
  const { privateKey, publicKey } = keys[name];
  const signature = sign(algorithm, message, { key: privateKey, ...options });
  const holds = (text, key = publicKey) => verify(algorithm, text, { key, ...options }, signature);
  const length = options.dsaEncoding ? signature.length : '';
  console.log(
    algorithm,
    name,
    options,
    length,
    holds(message),
    holds(changed),
    holds(message, privateKey),
  );
}

const signer = createSign('RSA-SHA256');
signer.write('pay 10 EUR');
signer.end(' to Ada');
const signature = signer.sign(keys.p256.privateKey, 'hex');
const check = (key) => createVerify('sha256').update(message).verify(key, signature, 'hex');
console.log(check(keys.p256.publicKey), check(createPublicKey(keys.otherP256.publicKey)));
console.log(verify('sha256', message, keys.p256.publicKey, Buffer.from('no signature')));
console.log(verify('sha256', message, keys.rsa.publicKey, Buffer.alloc(256)));

sign('sha256', message, keys.p256.privateKey, (error, made) => {
  console.log('later', error, verify('sha256', message, keys.p256.publicKey, made));
  verify('sha256', changed, keys.p256.publicKey, made, (...args) => console.log(...args));
});
console.log('first');
