// What Web Crypto refuses, with Node's words.
import { attempt, attemptAsync as refused } from './lib/attempt.mjs';

const { subtle } = crypto;
const zeros = (count) => new Uint8Array(count);
const imported = (name, usages, extractable = false) =>
  subtle.importKey('raw', zeros(16), name, extractable, usages);
const gcm = await imported('AES-GCM', ['encrypt', 'decrypt']);
const cbc = await imported('AES-CBC', ['encrypt', 'decrypt']);
const onlyIn = await imported('AES-GCM', ['encrypt'], true);
const hmac = await imported({ name: 'HMAC', hash: 'SHA-256' }, ['sign'], true);
const pbkdf2 = await imported('PBKDF2', ['deriveBits']);
const ec = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
const other = await subtle.generateKey({ name: 'ECDH', namedCurve: 'P-384' }, true, ['deriveBits']);
const iv = zeros(12);

attempt('CryptoKey', () => new CryptoKey());
attempt('SubtleCrypto', () => new SubtleCrypto());
attempt('random floats', () => crypto.getRandomValues(new Float32Array(1)));
attempt('much random', () => crypto.getRandomValues(zeros(70_000)));
attempt('random array', () => crypto.getRandomValues([]));
attempt('this', () => crypto.randomUUID.call({}));
attempt('no method', () => subtle.foo());

await refused('md5', () => subtle.digest('MD5', zeros(1)));
await refused('text', () => subtle.digest('SHA-256', 'x'));
await refused('few', () => subtle.digest('SHA-256'));
await refused('no name', () => subtle.digest({}, zeros(1)));
await refused('this', () => subtle.digest.call({}, 'SHA-256', zeros(1)));
await refused('other key', () => subtle.encrypt({ name: 'AES-GCM', iv }, ec.publicKey, iv));
await refused('mac with AES', () => subtle.sign('HMAC', gcm, iv));
await refused('no key', () => subtle.sign('HMAC', {}, iv));
await refused('key for less', () => subtle.decrypt({ name: 'AES-GCM', iv }, onlyIn, zeros(20)));
await refused('broken tag', () => subtle.decrypt({ name: 'AES-GCM', iv }, gcm, zeros(20)));
await refused('no tag', () => subtle.decrypt({ name: 'AES-GCM', iv }, gcm, zeros(3)));
await refused('no iv', () => subtle.encrypt({ name: 'AES-GCM' }, gcm, iv));
await refused('tag length', () => subtle.encrypt({ name: 'AES-GCM', iv, tagLength: 33 }, gcm, iv));
await refused('short iv', () => subtle.encrypt({ name: 'AES-CBC', iv }, cbc, iv));
await refused('padding', () => subtle.decrypt({ name: 'AES-CBC', iv: zeros(16) }, cbc, zeros(16)));
await refused('half', () => subtle.decrypt({ name: 'AES-CBC', iv: zeros(16) }, cbc, zeros(15)));

const aes = (length, usages) => subtle.generateKey({ name: 'AES-GCM', length }, true, usages);
await refused('length', () => aes(100, ['encrypt']));
await refused('usage', () => aes(128, ['sign']));
await refused('no usage', () => aes(128, []));
await refused('unknown usage', () => aes(128, ['foo']));
await refused('no length', () => subtle.generateKey({ name: 'AES-GCM' }, true, ['encrypt']));
await refused('curve', () =>
  subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-999' }, true, ['sign']),
);
await refused('only public', () =>
  subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']),
);
await refused('hash', () => subtle.generateKey({ name: 'HMAC' }, true, ['sign']));
await refused('hash of no kind', () =>
  subtle.generateKey({ name: 'HMAC', hash: 'MD5' }, true, ['sign']),
);
await refused('zero', () =>
  subtle.generateKey({ name: 'HMAC', hash: 'SHA-1', length: 0 }, true, ['sign']),
);
await refused('what', () => subtle.generateKey('PBKDF2', false, ['deriveBits']));

await refused('short raw', () => subtle.importKey('raw', zeros(5), 'AES-GCM', true, ['encrypt']));
await refused('no point', () =>
  subtle.importKey('raw', zeros(5), { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']),
);
await refused('kty', () => subtle.importKey('jwk', { kty: 'RSA' }, 'AES-GCM', true, ['encrypt']));
await refused('format', () => subtle.importKey('foo', iv, 'AES-GCM', true, ['encrypt']));
await refused('empty', () =>
  subtle.importKey('raw', zeros(0), { name: 'HMAC', hash: 'SHA-256' }, true, ['sign']),
);
await refused('raw RSA', () =>
  subtle.importKey('raw', iv, { name: 'RSA-OAEP', hash: 'SHA-256' }, true, ['encrypt']),
);
await refused('PBKDF2 out', () => subtle.importKey('raw', iv, 'PBKDF2', true, ['deriveBits']));
await refused('PBKDF2, nothing', () => subtle.importKey('raw', iv, 'PBKDF2', false, []));
const jwk = await subtle.exportKey('jwk', onlyIn);
const readJwk = (change, usages = ['encrypt']) =>
  subtle.importKey('jwk', { ...jwk, ...change }, 'AES-GCM', true, usages);
await refused('alg', () => readJwk({ alg: 'A256GCM' }));
await refused('ext', () => readJwk({ ext: false }));
await refused('key_ops', () => readJwk({ key_ops: ['decrypt'] }));
await refused('use', () => readJwk({ use: 'sig' }));
await refused('no k', () => readJwk({ k: undefined }));
await refused('no object', () => subtle.importKey('jwk', 'x', 'AES-GCM', true, ['encrypt']));

await refused('not extractable', () => subtle.exportKey('raw', gcm));
await refused('spki of a secret', () => subtle.exportKey('spki', onlyIn));
await refused('raw of a private key', () => subtle.exportKey('raw', ec.privateKey));
await refused('export of nothing', () => subtle.exportKey('raw', {}));
const derived = (key, base, length = 256) =>
  subtle.deriveBits({ name: 'ECDH', public: key }, base, length);
await refused('private for public', () => derived(ec.privateKey, ec.privateKey));
await refused('another curve', () => derived(other.publicKey, ec.privateKey));
await refused('too many bits', () => derived(ec.publicKey, ec.privateKey, 512));
await refused('public base', () => derived(ec.publicKey, ec.publicKey));
await refused('no public', () => subtle.deriveBits({ name: 'ECDH' }, ec.privateKey, 256));
const hashing = (iterations, length) =>
  subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: iv, iterations }, pbkdf2, length);
await refused('no rounds', () => hashing(0, 8));
await refused('odd bits', () => hashing(1, 7));
await refused('null bits', () => hashing(1));
await refused('verify with a signer', () => subtle.verify('HMAC', hmac, iv, iv));
