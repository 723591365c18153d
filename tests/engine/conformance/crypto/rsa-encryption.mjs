// RSA as encryption, both ways, with each padding.
import {
  constants,
  createPrivateKey,
  privateDecrypt,
  privateEncrypt,
  publicDecrypt,
  publicEncrypt,
} from 'node:crypto';
import { attempt } from './lib/attempt.mjs';
import * as keys from './lib/keys.mjs';

const { RSA_PKCS1_PADDING, RSA_NO_PADDING, RSA_PKCS1_OAEP_PADDING } = constants;
const { privateKey, publicKey } = keys.rsa;
const message = Buffer.from('the key of the door');

for (const options of [
  {},
  { oaepHash: 'sha256' },
  { oaepHash: 'sha512', oaepLabel: Buffer.from('door') },
  { padding: RSA_PKCS1_PADDING },
  { padding: RSA_PKCS1_OAEP_PADDING },
]) {
  const sealed = publicEncrypt({ key: publicKey, ...options }, message);
  const opened = privateDecrypt({ key: privateKey, ...options }, sealed);
  console.log(options, sealed.length, opened.toString());
}
console.log(privateEncrypt(privateKey, message).toString('base64'));
console.log(publicDecrypt(publicKey, privateEncrypt(privateKey, message)).toString());
const whole = Buffer.alloc(256, 7);
const raw = publicEncrypt({ key: publicKey, padding: RSA_NO_PADDING }, whole);
console.log(raw.toString('hex').slice(0, 60));
console.log(privateDecrypt({ key: privateKey, padding: RSA_NO_PADDING }, raw).equals(whole));

attempt('empty OAEP', () => privateDecrypt(privateKey, Buffer.alloc(256)));
attempt('short OAEP', () => privateDecrypt(privateKey, Buffer.alloc(20)));
attempt('EC', () => publicEncrypt(keys.p256.publicKey, message));
attempt('unknown hash', () => publicEncrypt({ key: publicKey, oaepHash: 'foo' }, message));
attempt('too short', () => publicEncrypt({ key: publicKey, padding: RSA_NO_PADDING }, message));
attempt('no block', () => publicDecrypt(publicKey, Buffer.alloc(256)));
const random = privateDecrypt({ key: privateKey, padding: RSA_PKCS1_PADDING }, Buffer.alloc(256));
console.log(Buffer.isBuffer(random), createPrivateKey(privateKey).asymmetricKeyType);
