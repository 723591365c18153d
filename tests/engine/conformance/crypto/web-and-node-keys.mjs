// A key goes from one interface to the other.
import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { attempt } from './lib/attempt.mjs';
import * as keys from './lib/keys.mjs';

const { subtle } = crypto;
const secret = createSecretKey(Buffer.alloc(32, 1));
const web = secret.toCryptoKey({ name: 'HMAC', hash: 'SHA-256' }, true, ['sign']);
console.log(web);
console.log(Buffer.from(await subtle.sign('HMAC', web, new Uint8Array(3))).toString('hex'));
console.log(createHmac('sha256', secret).update(new Uint8Array(3)).digest('hex'));
console.log(KeyObject.from(web).equals(secret));

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
const signer = createPrivateKey(keys.p256.privateKey).toCryptoKey(algorithm, false, ['sign']);
const reader = createPublicKey(keys.p256.publicKey).toCryptoKey(algorithm, true, ['verify']);
const how = { name: 'ECDSA', hash: 'SHA-256' };
const signature = await subtle.sign(how, signer, Buffer.from('text'));
const options = { key: keys.p256.publicKey, dsaEncoding: 'ieee-p1363' };
console.log(verify('sha256', Buffer.from('text'), options, new Uint8Array(signature)));
const own = sign('sha256', Buffer.from('text'), {
  key: keys.p256.privateKey,
  dsaEncoding: 'ieee-p1363',
});
console.log(await subtle.verify(how, reader, own, Buffer.from('text')));
attempt('no curve', () =>
  createPublicKey(keys.p256.publicKey).toCryptoKey('ECDSA', true, ['verify']),
);
