// Encrypting in pieces gives what encrypting at once gives, in every mode.
import {
  createCipheriv,
  createDecipheriv,
  getCipherInfo,
  getCiphers,
  createSecretKey,
} from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';

const text = 'A pattern is a solution to a problem in a context. '.repeat(5);
const bytes = (count, from = 1) =>
  Buffer.from(Array.from({ length: count }, (_, at) => (at * from) % 256));

for (const [name, ivBytes] of [
  ['aes-128-cbc', 16],
  ['aes-256-cbc', 16],
  ['AES-192-CTR', 16],
  ['aes-256-ecb', 0],
  ['aes-128-gcm', 12],
  ['aes-256-gcm', 16],
  ['id-aes256-GCM', 12],
  ['chacha20-poly1305', 12],
]) {
  const { keyLength, mode } = getCipherInfo(name);
  const key = bytes(keyLength, 3);
  const iv = ivBytes === 0 ? null : bytes(ivBytes, 5);
  const options = name.startsWith('chacha') ? { authTagLength: 16 } : undefined;
  const hasTag = mode === 'gcm' || name.startsWith('chacha');
  const cipher = createCipheriv(name, key, iv, options);
  if (hasTag) cipher.setAAD(Buffer.from('head'), { plaintextLength: text.length });
  const parts = [
    cipher.update(text.slice(0, 7)),
    cipher.update(text.slice(7, 100), 'utf8'),
    cipher.update(text.slice(100)),
  ];
  parts.push(cipher.final());
  console.log(
    name,
    parts.map(({ length }) => length),
    Buffer.concat(parts).toString('base64'),
  );
  if (hasTag) console.log(cipher.getAuthTag());

  const decipher = createDecipheriv(name, createSecretKey(key), iv, options);
  if (hasTag) decipher.setAAD(Buffer.from('head')).setAuthTag(cipher.getAuthTag());
  const sealed = Buffer.concat(parts).toString('hex');
  const back = [
    decipher.update(sealed.slice(0, 62), 'hex', 'utf8'),
    decipher.update(sealed.slice(62), 'hex', 'utf8'),
    decipher.final('utf8'),
  ];
  console.log(
    back.join('') === text,
    back.map(({ length }) => length),
  );
  console.log(getCipherInfo(name));
}

// A counter of four bytes wraps without a carry.
const long = createCipheriv('aes-128-gcm', bytes(16), bytes(60, 7));
console.log(long.update(Buffer.alloc(100)).toString('hex'), long.final(), long.getAuthTag());
const ctr = createCipheriv('aes-128-ctr', bytes(16), Buffer.alloc(16, 255));
console.log(ctr.update(Buffer.alloc(48)).toString('hex'), ctr.final('hex'));

const unpadded = createCipheriv('aes-128-cbc', bytes(16), bytes(16)).setAutoPadding(false);
console.log(unpadded.update(Buffer.alloc(32), null, 'hex') + unpadded.final('hex'));

const sealed = [];
await pipeline(
  Readable.from([text, text]),
  createCipheriv('aes-256-cbc', bytes(32), bytes(16)),
  async (source) => {
    for await (const piece of source) sealed.push(piece);
  },
);
console.log(Buffer.concat(sealed).length);
console.log(
  getCipherInfo('aes-256-cbc', { keyLength: 3 }),
  getCipherInfo('nothing'),
  getCipherInfo(901).name,
);
console.log(getCiphers().includes('aes-256-gcm'), getCiphers().includes('chacha20-poly1305'));
