// Keys from passwords and from other secrets.
const { subtle } = crypto;
const hex = (buffer) => Buffer.from(buffer).toString('hex');
const text = (value) => new TextEncoder().encode(value);

const password = await subtle.importKey('raw', text('correct horse'), 'PBKDF2', false, [
  'deriveBits',
  'deriveKey',
]);
console.log(password);
for (const hash of ['SHA-1', 'SHA-256', 'SHA-512']) {
  const params = { name: 'PBKDF2', hash, salt: text('salt'), iterations: 1000 };
  console.log(hex(await subtle.deriveBits(params, password, 256)));
}
const many = { name: 'PBKDF2', hash: 'SHA-256', salt: text('salt'), iterations: 20_000 };
const key = await subtle.deriveKey(many, password, { name: 'AES-GCM', length: 256 }, true, [
  'encrypt',
]);
console.log(key, hex(await subtle.exportKey('raw', key)));

const secret = await subtle.importKey('raw', text('secret'), 'HKDF', false, [
  'deriveBits',
  'deriveKey',
]);
const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: text('salt'), info: text('info') };
console.log(hex(await subtle.deriveBits(hkdf, secret, 336)));
console.log((await subtle.deriveBits(hkdf, secret, 0)).byteLength);
const mac = await subtle.deriveKey(hkdf, secret, { name: 'HMAC', hash: 'SHA-384' }, true, ['sign']);
console.log(mac, mac.algorithm, hex(await subtle.exportKey('raw', mac)));
