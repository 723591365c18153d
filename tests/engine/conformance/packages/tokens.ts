// jose: signed and encrypted tokens, key sets, and what a wrong token is told.
import { createSecretKey } from 'node:crypto';
import {
  CompactEncrypt,
  compactDecrypt,
  calculateJwkThumbprint,
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  importPKCS8,
  importSPKI,
  jwtVerify,
  SignJWT,
} from 'jose';

const secret = createSecretKey(Buffer.alloc(32, 7));
const token = await new SignJWT({ role: 'reader' })
  .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
  .setSubject('ada')
  .setIssuedAt(1_700_000_000)
  .setExpirationTime(1_700_003_600)
  .sign(secret);
console.log(token);
console.log(decodeJwt(token), decodeProtectedHeader(token));
const currentDate = new Date(1_700_000_100_000);
console.log(await jwtVerify(token, secret, { currentDate, subject: 'ada' }));

const refused = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    console.log(await work());
  } catch (error) {
    const { name, code, message } = error as errors.JOSEError;
    console.log(error instanceof errors.JOSEError, name, code, message);
  }
};
await refused(() => jwtVerify(token, secret, { currentDate: new Date(1_800_000_000_000) }));
await refused(() => jwtVerify(token, createSecretKey(Buffer.alloc(32)), { currentDate }));
await refused(() => jwtVerify(token, secret, { currentDate, issuer: 'https://id.example' }));
await refused(() => jwtVerify('a.b.c', secret));

for (const alg of ['ES256', 'EdDSA', 'RS256', 'PS256']) {
  const options = alg.endsWith('S256') && alg !== 'ES256' ? { modulusLength: 2048 } : {};
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true, ...options });
  const signed = await new SignJWT({ alg })
    .setProtectedHeader({ alg, kid: 'one' })
    .sign(privateKey);
  const jwk = await exportJWK(publicKey);
  const keys = createLocalJWKSet({ keys: [{ ...jwk, alg, kid: 'one', use: 'sig' }] });
  const { payload, protectedHeader } = await jwtVerify(signed, keys);
  console.log(payload, protectedHeader, Object.keys(jwk));
  console.log(
    (await calculateJwkThumbprint(jwk)).length,
    (await importJWK(jwk, alg)) instanceof CryptoKey,
  );
}

const jwe = await new CompactEncrypt(Buffer.from('for your eyes'))
  .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
  .encrypt(secret);
console.log(Buffer.from((await compactDecrypt(jwe, secret)).plaintext).toString());
for (const alg of ['RSA-OAEP-256', 'ECDH-ES+A128KW', 'A256KW', 'PBES2-HS256+A128KW']) {
  const pair = alg.includes('RSA') || alg.includes('ECDH');
  const { publicKey, privateKey } = pair
    ? await generateKeyPair(alg, { modulusLength: 2048 })
    : { publicKey: secret, privateKey: secret };
  const sealed = await new CompactEncrypt(Buffer.from(alg))
    .setProtectedHeader({ alg, enc: 'A128CBC-HS256' })
    .encrypt(publicKey);
  const opened = await compactDecrypt(sealed, privateKey, {
    keyManagementAlgorithms: [alg],
    maxPBES2Count: 10_000,
  });
  console.log(Buffer.from(opened.plaintext).toString());
}
console.log(typeof importPKCS8, typeof importSPKI);
