// AES of Web Crypto in each mode: bytes that are the same everywhere.
const { subtle } = crypto;
const hex = (buffer) => Buffer.from(buffer).toString('hex');
const raw = (count) => new Uint8Array(count).map((_, at) => at * 3);
const message = new TextEncoder().encode('A message of more than one block of the cipher.');

const cases = [
  [{ name: 'AES-CBC', iv: raw(16) }, 16],
  [{ name: 'AES-CBC', iv: raw(16) }, 32],
  [{ name: 'AES-CTR', counter: raw(16), length: 64 }, 16],
  [{ name: 'AES-CTR', counter: new Uint8Array(16).fill(255), length: 128 }, 32],
  [{ name: 'AES-CTR', counter: new Uint8Array(16).fill(255), length: 8 }, 32],
  [{ name: 'AES-CTR', counter: new Uint8Array(16).fill(255), length: 5 }, 32],
  [{ name: 'AES-GCM', iv: raw(12) }, 16],
  [{ name: 'AES-GCM', iv: raw(12), additionalData: raw(5), tagLength: 96 }, 32],
  [{ name: 'aes-gcm', iv: raw(20) }, 24],
];
for (const [algorithm, count] of cases) {
  const key = await subtle.importKey('raw', raw(count), algorithm.name, true, [
    'encrypt',
    'decrypt',
  ]);
  const sealed = await subtle.encrypt(algorithm, key, message);
  console.log(key.algorithm, hex(sealed));
  console.log(Buffer.from(await subtle.decrypt(algorithm, key, sealed)).toString());
  console.log(await subtle.exportKey('jwk', key));
}

const wrapper = await subtle.importKey('raw', raw(16), 'AES-KW', false, ['wrapKey', 'unwrapKey']);
const inner = await subtle.importKey('raw', raw(32), 'AES-GCM', true, ['encrypt']);
const wrapped = await subtle.wrapKey('raw', inner, wrapper, 'AES-KW');
console.log(hex(wrapped));
const unwrapped = await subtle.unwrapKey('raw', wrapped, wrapper, 'AES-KW', 'AES-GCM', false, [
  'decrypt',
]);
console.log(unwrapped);

const gcm = { name: 'AES-GCM', iv: raw(12) };
const sealing = await subtle.importKey('raw', raw(16), 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
const json = await subtle.wrapKey('jwk', inner, sealing, gcm);
const again = await subtle.unwrapKey('jwk', json, sealing, gcm, 'AES-GCM', true, ['encrypt']);
console.log(again, hex(await subtle.exportKey('raw', again)));
