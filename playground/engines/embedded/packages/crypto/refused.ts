import { notInEngine } from 'node:internal/errors';

/** What Node has and the engine has not: each says so when it is called, or made with `new`. */
const names = [
  'Certificate',
  'DiffieHellman',
  'DiffieHellmanGroup',
  'X509Certificate',
  'createDiffieHellman',
  'createDiffieHellmanGroup',
  'decapsulate',
  'encapsulate',
  'getDiffieHellman',
  'setEngine',
] as const;

type Name = (typeof names)[number];

export const refusals = Object.fromEntries(
  names.map((name) => [
    name,
    function refuse(): never {
      throw notInEngine(`crypto.${name}`);
    },
  ]),
) as Readonly<Record<Name, () => never>>;
