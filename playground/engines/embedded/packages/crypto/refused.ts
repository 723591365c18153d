import { notInEngine } from './crypto-errors.ts';

/** What Node has and the engine has not: each says so when it is called. */
const names = [
  'checkPrime',
  'checkPrimeSync',
  'createCipheriv',
  'createDecipheriv',
  'createDiffieHellman',
  'createECDH',
  'createPrivateKey',
  'createPublicKey',
  'createSign',
  'createVerify',
  'diffieHellman',
  'generateKeyPair',
  'generateKeyPairSync',
  'generatePrime',
  'generatePrimeSync',
  'privateDecrypt',
  'privateEncrypt',
  'publicDecrypt',
  'publicEncrypt',
  'sign',
  'verify',
] as const;

type Name = (typeof names)[number];

export const refusals = Object.fromEntries(
  names.map((name) => [
    name,
    (): never => {
      throw notInEngine(`crypto.${name}`);
    },
  ]),
) as Readonly<Record<Name, () => never>>;
