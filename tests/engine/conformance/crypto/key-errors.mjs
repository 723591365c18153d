// What is no key, and encodings that do not fit.
import { createPrivateKey, createPublicKey, createSecretKey, KeyObject } from 'node:crypto';
import { attempt } from './lib/attempt.mjs';
import * as keys from './lib/keys.mjs';

const ec = createPrivateKey(keys.p256.privateKey);
const open = createPublicKey(ec);
const ed = createPrivateKey(keys.ed25519.privateKey);

attempt('text', () => createPrivateKey('hello'));
attempt('text, public', () => createPublicKey('hello'));
attempt('number', () => createPrivateKey(5));
attempt('number, public', () => createPublicKey(5));
attempt('public of public', () => createPublicKey(open));
attempt('private of public', () => createPrivateKey(open));
attempt('private of public PEM', () => createPrivateKey(keys.p256.publicKey));
attempt('public of private PEM', () => createPublicKey(keys.p256.privateKey).type);
attempt('DER without type', () => createPrivateKey({ key: Buffer.alloc(1), format: 'der' }));
attempt('bad DER', () => createPrivateKey({ key: Buffer.alloc(1), format: 'der', type: 'pkcs8' }));
attempt('JWK without curve', () => createPrivateKey({ key: { kty: 'EC' }, format: 'jwk' }));
attempt('JWK of no kind', () => createPublicKey({ key: { kty: 'foo' }, format: 'jwk' }));
attempt('no options', () => open.export());
attempt('no type', () => open.export({ format: 'pem' }));
attempt('no format', () => open.export({ type: 'spki' }));
attempt('wrong type', () => open.export({ format: 'pem', type: 'pkcs8' }));
attempt('PKCS #1 for EC', () => ec.export({ format: 'pem', type: 'pkcs1' }));
attempt('PKCS #1 for EC, public', () => open.export({ format: 'pem', type: 'pkcs1' }));
attempt('SEC 1 for Ed25519', () => ed.export({ format: 'pem', type: 'sec1' }));
attempt('unknown format', () => open.export({ format: 'foo', type: 'spki' }));
attempt('unknown cipher', () =>
  ec.export({ format: 'pem', type: 'pkcs8', cipher: 'foo', passphrase: 'a' }),
);
attempt('no passphrase', () => ec.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-128-cbc' }));
attempt('KeyObject', () => new KeyObject('x'));
attempt('from', () => KeyObject.from(5));
attempt('secret', () => createSecretKey(5));
attempt('equals', () => ec.equals(5));
