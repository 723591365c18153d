// Key objects: reading, exporting, comparing, and what Node says of each kind.
import { createPrivateKey, createPublicKey, createSecretKey, KeyObject } from 'node:crypto';
import { attempt } from './lib/attempt.mjs';
import * as keys from './lib/keys.mjs';

for (const [name, pair] of Object.entries(keys)) {
  const secret = createPrivateKey(pair.privateKey);
  const open = createPublicKey(pair.publicKey);
  console.log(name, secret, open, secret.type, open.type, secret.asymmetricKeyType);
  console.log(secret.asymmetricKeyDetails, open.asymmetricKeyDetails);
  console.log(secret.export({ type: 'pkcs8', format: 'pem' }) === pair.privateKey);
  console.log(open.export({ type: 'spki', format: 'pem' }) === pair.publicKey);
  console.log(open.export({ type: 'spki', format: 'der' }));
  console.log(secret.export({ format: 'jwk' }), open.export({ format: 'jwk' }));
  const fromJwk = createPrivateKey({ key: secret.export({ format: 'jwk' }), format: 'jwk' });
  console.log(fromJwk.equals(secret), createPublicKey(secret).equals(open), secret.equals(open));
  const der = secret.export({ type: 'pkcs8', format: 'der' });
  console.log(createPrivateKey({ key: der, type: 'pkcs8', format: 'der' }).equals(secret));
}

const rsa = createPrivateKey(keys.rsa.privateKey);
const pkcs1 = rsa.export({ type: 'pkcs1', format: 'pem' });
console.log(pkcs1.split('\n')[0], createPrivateKey(pkcs1).equals(rsa));
const openPkcs1 = createPublicKey(rsa).export({ type: 'pkcs1', format: 'pem' });
console.log(openPkcs1.split('\n')[0], createPublicKey(openPkcs1).equals(createPublicKey(rsa)));
const ec = createPrivateKey(keys.p384.privateKey);
const sec1 = ec.export({ type: 'sec1', format: 'pem' });
console.log(sec1.split('\n')[0], createPrivateKey(sec1).equals(ec));

for (const cipher of ['aes-128-cbc', 'aes-256-cbc', 'AES192']) {
  const locked = ec.export({ type: 'pkcs8', format: 'pem', cipher, passphrase: 'open sesame' });
  console.log(locked.split('\n')[0], locked.length > 200);
  console.log(createPrivateKey({ key: locked, passphrase: 'open sesame' }).equals(ec));
  attempt('wrong passphrase', () => createPrivateKey({ key: locked, passphrase: 'x' }));
  attempt('no passphrase', () => createPrivateKey(locked));
}

const secret = createSecretKey('c2VjcmV0', 'base64');
console.log(
  secret,
  secret.type,
  secret.symmetricKeySize,
  secret.export(),
  secret.export({ format: 'jwk' }),
);
console.log(secret.equals(createSecretKey(Buffer.from('secret'))), secret.equals(ec));
console.log(secret instanceof KeyObject, ec instanceof KeyObject, secret.constructor.name);
console.log(Object.prototype.toString.call(ec), Object.keys(ec));
