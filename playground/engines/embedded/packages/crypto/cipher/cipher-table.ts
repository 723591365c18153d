/** The ciphers that the engine has, by OpenSSL's names. */

export type Mode = 'cbc' | 'ctr' | 'ecb' | 'gcm' | 'chacha';

export interface CipherKind {
  /** As `getCiphers` lists it. */
  readonly name: string;
  /** As OpenSSL names it in `getCipherInfo`. */
  readonly ownName: string;
  readonly nid: number;
  readonly mode: Mode;
  readonly keyBytes: number;
  /** Usual length of the initialization vector; 0 where there is none. */
  readonly ivBytes: number;
  /** Without it, OpenSSL lists none. */
  readonly blockBytes?: number;
}

const aesNids: Readonly<Record<string, readonly [number, number, number]>> = {
  cbc: [419, 423, 427],
  ctr: [904, 905, 906],
  ecb: [418, 422, 426],
  gcm: [895, 898, 901],
};

function aes(mode: 'cbc' | 'ctr' | 'ecb' | 'gcm'): CipherKind[] {
  return [128, 192, 256].map((bits, at) => ({
    name: `aes-${bits}-${mode}`,
    ownName: mode === 'gcm' ? `id-aes${bits}-gcm` : `aes-${bits}-${mode}`,
    nid: aesNids[mode]?.[at] ?? 0,
    mode,
    keyBytes: bits / 8,
    ivBytes: { cbc: 16, ctr: 16, ecb: 0, gcm: 12 }[mode],
    blockBytes: mode === 'cbc' || mode === 'ecb' ? 16 : 1,
  }));
}

const chacha: CipherKind = {
  name: 'chacha20-poly1305',
  ownName: 'chacha20-poly1305',
  nid: 1018,
  mode: 'chacha',
  keyBytes: 32,
  ivBytes: 12,
};

const kinds: readonly CipherKind[] = [
  ...aes('cbc'),
  ...aes('ctr'),
  ...aes('ecb'),
  ...aes('gcm'),
  chacha,
];

const aliases: Readonly<Record<string, string>> = {
  aes128: 'aes-128-cbc',
  aes192: 'aes-192-cbc',
  aes256: 'aes-256-cbc',
  'id-aes128-gcm': 'aes-128-gcm',
  'id-aes192-gcm': 'aes-192-gcm',
  'id-aes256-gcm': 'aes-256-gcm',
};

/** Ciphers of OpenSSL that the engine lacks, so that an error can say so. */
const lacking = /^(?:id-)?(?:aes|aria|camellia|sm4|des|chacha)[\w-]*$/i;

export function findCipher(name: string): CipherKind | undefined {
  const plain = name.toLowerCase();
  return kinds.find((one) => one.name === (aliases[plain] ?? plain));
}

export function isLacking(name: string): boolean {
  return lacking.test(name);
}

/** `crypto.getCiphers()` */
export function getCiphers(): string[] {
  return [...kinds.map(({ name }) => name), 'aes128', 'aes192', 'aes256'].sort();
}

interface Wanted {
  readonly keyLength?: number;
  readonly ivLength?: number;
}

/** `crypto.getCipherInfo(nameOrNid[, { keyLength, ivLength }])` */
export function getCipherInfo(
  nameOrNid: string | number,
  { keyLength, ivLength }: Wanted = {},
): Readonly<Record<string, unknown>> | undefined {
  const kind =
    typeof nameOrNid === 'number'
      ? kinds.find(({ nid }) => nid === nameOrNid)
      : findCipher(nameOrNid);
  if (!kind || (keyLength !== undefined && keyLength !== kind.keyBytes)) return undefined;
  const { mode, ownName: name, nid, blockBytes, keyBytes, ivBytes } = kind;
  const isFree = mode === 'gcm' || mode === 'chacha';
  if (ivLength !== undefined && ivLength !== ivBytes && !(isFree && ivLength > 0)) return undefined;
  return {
    mode: mode === 'chacha' ? 'stream' : mode,
    name,
    nid,
    ...(blockBytes === undefined ? {} : { blockSize: blockBytes }),
    ...(ivBytes === 0 ? {} : { ivLength: ivLength ?? ivBytes }),
    keyLength: keyBytes,
  };
}
