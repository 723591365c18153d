// Web Crypto without a module: digests, HMAC, random values, and what the keys look like.
const hex = (buffer) => Buffer.from(buffer).toString('hex');
const bytes = new TextEncoder().encode('a message');

for (const name of ['SHA-1', 'SHA-256', 'sha-384', { name: 'SHA-512' }])
  console.log(hex(await crypto.subtle.digest(name, bytes)));

const raw = new Uint8Array(32).map((_, at) => at);
const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, true, [
  'verify',
  'sign',
]);
console.log(key, key.algorithm, key.usages, String(key), key instanceof CryptoKey);
const tag = await crypto.subtle.sign('HMAC', key, bytes);
console.log(hex(tag), tag instanceof ArrayBuffer);
console.log(await crypto.subtle.verify('HMAC', key, tag, bytes));
console.log(await crypto.subtle.verify('HMAC', key, tag, raw));
console.log(
  await crypto.subtle.exportKey('jwk', key),
  hex(await crypto.subtle.exportKey('raw', key)),
);
console.log(key.algorithm === key.algorithm, Object.keys(key), JSON.stringify(key));

console.log(crypto, crypto.subtle, Object.prototype.toString.call(crypto));
console.log(typeof crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(4)).length);
const made = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-512' }, false, ['sign']);
console.log(made);
console.log([crypto.getRandomValues.length, SubtleCrypto.name, Crypto.name, CryptoKey.name]);
