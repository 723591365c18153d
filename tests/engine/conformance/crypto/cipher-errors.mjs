// Ciphers that are given what they cannot take.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { attempt } from './lib/attempt.mjs';

const zeros = (count) => Buffer.alloc(count);
const cbc = () => createCipheriv('aes-128-cbc', zeros(16), zeros(16));
const uncbc = () => createDecipheriv('aes-128-cbc', zeros(16), zeros(16));
const ungcm = () => createDecipheriv('aes-128-gcm', zeros(16), zeros(12));

attempt('unknown', () => createCipheriv('foo', zeros(16), zeros(16)));
attempt('number', () => createCipheriv(5, zeros(16), zeros(16)));
attempt('short key', () => createCipheriv('aes-128-cbc', zeros(15), zeros(16)));
attempt('key of a number', () => createCipheriv('aes-128-cbc', 5, zeros(16)));
attempt('short iv', () => createCipheriv('aes-128-cbc', zeros(16), zeros(15)));
attempt('no iv', () => createCipheriv('aes-128-cbc', zeros(16), null));
attempt('iv of a number', () => createCipheriv('aes-128-cbc', zeros(16), 5));
attempt('empty iv', () => createCipheriv('aes-128-gcm', zeros(16), zeros(0)));
attempt('tag length', () =>
  createCipheriv('aes-128-gcm', zeros(16), zeros(12), { authTagLength: 3 }),
);
attempt('long nonce', () =>
  createCipheriv('chacha20-poly1305', zeros(32), zeros(13), { authTagLength: 16 }),
);
attempt('tag too early', () => createCipheriv('aes-128-gcm', zeros(16), zeros(12)).getAuthTag());
attempt('tag of CBC', () => cbc().getAuthTag());
attempt('AAD of CBC', () => cbc().setAAD(zeros(1)));
attempt('data of a number', () => cbc().update(5));
attempt('no tag', () => {
  const decipher = ungcm();
  decipher.update('aa');
  return decipher.final();
});
attempt('wrong tag', () => {
  const decipher = ungcm().setAuthTag(zeros(16));
  decipher.update('aa');
  return decipher.final();
});
attempt('short tag', () => ungcm().setAuthTag(zeros(3)));
attempt('bad padding', () => {
  const decipher = uncbc();
  decipher.update(zeros(16));
  return decipher.final();
});
attempt('half a block', () => {
  const decipher = uncbc();
  decipher.update(zeros(15));
  return decipher.final();
});
attempt('half a block, unpadded', () => {
  const cipher = cbc().setAutoPadding(false);
  cipher.update(zeros(15));
  return cipher.final();
});
attempt('twice', () => {
  const cipher = cbc();
  cipher.final();
  return cipher.final();
});
attempt('data after the end', () => {
  const cipher = cbc();
  cipher.final();
  return cipher.update('a');
});
attempt('padding after the end', () => {
  const cipher = cbc();
  cipher.final();
  return cipher.setAutoPadding();
});
attempt('two encodings', () => {
  const cipher = cbc();
  return cipher.update('a', 'utf8', 'hex') + cipher.final('base64');
});
const stream = ungcm();
stream.on('error', (error) => console.log('stream', error.message));
stream.end('aa');
