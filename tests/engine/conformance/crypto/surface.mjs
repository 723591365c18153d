// The module's surface: nothing that a program may name is absent.
import crypto from 'node:crypto';
import * as names from 'node:crypto';

const known =
  `argon2 argon2Sync checkPrime checkPrimeSync createCipheriv createDecipheriv createECDH
createHash createHmac createPrivateKey createPublicKey createSecretKey createSign createVerify
diffieHellman generatePrime generatePrimeSync getCiphers getCipherInfo getCurves getHashes hkdf
hkdfSync pbkdf2 pbkdf2Sync generateKeyPair generateKeyPairSync generateKey generateKeySync
privateDecrypt privateEncrypt publicDecrypt publicEncrypt randomBytes randomFill randomFillSync
randomInt randomUUID scrypt scryptSync sign timingSafeEqual getFips verify hash Cipheriv Decipheriv
ECDH Hash Hmac KeyObject Sign Verify X509Certificate DiffieHellman Certificate getRandomValues
createDiffieHellman getDiffieHellman`.split(/\s+/);
for (const name of known) console.log(name, typeof crypto[name], crypto[name] === names[name]);
console.log(typeof crypto.webcrypto, typeof crypto.subtle, crypto.constants.RSA_PKCS1_PSS_PADDING);
console.log(crypto.constants.POINT_CONVERSION_HYBRID, crypto.constants.RSA_PSS_SALTLEN_AUTO);
