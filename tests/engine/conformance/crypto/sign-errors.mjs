// Signing with what cannot sign.
import {
  constants,
  createPrivateKey,
  createPublicKey,
  createSign,
  createVerify,
  sign,
  verify,
} from 'node:crypto';
import { attempt } from './lib/attempt.mjs';
import * as keys from './lib/keys.mjs';

const data = Buffer.from('a');
const ec = createPrivateKey(keys.p256.privateKey);
const open = createPublicKey(ec);
const rsa = createPrivateKey(keys.otherRsa.privateKey);
const ed = createPrivateKey(keys.ed25519.privateKey);
const { RSA_PKCS1_PSS_PADDING: padding } = constants;

attempt('text for a key', () => sign('sha256', data, 'key'));
attempt('a public key', () => sign('sha256', data, open));
attempt('unknown digest', () => sign('foo', data, ec));
attempt('a digest for Ed25519', () => sign('sha256', data, ed));
attempt('a number', () => sign('sha256', 5, ec));
attempt('a key for exchange', () => sign('sha256', data, keys.x25519.privateKey));
attempt('unknown encoding', () => sign('sha256', data, { key: ec, dsaEncoding: 'foo' }));
attempt('unknown padding', () => sign('sha256', data, { key: rsa, padding: 99 }));
attempt('salt of text', () => sign('sha256', data, { key: rsa, saltLength: 'x' }));
attempt('long salt', () => sign('sha512', data, { key: rsa, padding, saltLength: 200 }));
attempt('Sign, unknown digest', () => createSign('foo'));
attempt('Sign, a number', () => createSign(5));
attempt('Sign, no key', () => createSign('sha256').sign());
attempt('Sign, null', () => createSign('sha256').update('a').sign(null));
attempt('Sign, number as a key', () => createSign('sha256').update('a').sign(5));
attempt('Sign, number as data', () => createSign('sha256').update(5));
attempt('Sign, Ed25519', () => createSign('sha256').update('a').sign(ed));
const done = createSign('sha256').update('a');
done.sign(ec);
attempt('Sign, twice', () => done.sign(ec));
attempt('Sign, after the end', () => done.update('b'));
attempt('verify, text', () => verify('sha256', data, open, 'sig'));
attempt('verify, number', () => verify('sha256', data, open, 5));
attempt('verify, private key', () => verify('sha256', data, ec, Buffer.from('a')));
attempt('Verify, number', () => createVerify('sha256').update('a').verify(open, 5));
attempt('Verify, hex', () => createVerify('sha256').update('a').verify(open, 'aa', 'hex'));
