import { Buffer } from 'node:buffer';
import { arrayBufferOf } from '../bytes.ts';
import type { Material } from '../keys/material.ts';
import { pkcs8, privateJwk, publicJwk, spki, type Jwk } from '../keys/write-key.ts';
import { makeKey, type CryptoKey, type KeyState, type Usage } from './crypto-key.ts';
import { checkJwk, checkJwkAlg } from './jwk-checks.ts';
import { algorithmNamed, type Chosen } from './normalize.ts';
import type { Generated, Imported, KeyData, KeyFormat, WebAlgorithm } from './web-algorithm.ts';
import { webError } from './web-errors.ts';

/** Keys of Web Crypto: making, reading and writing them. */

const sources = ['HKDF', 'PBKDF2'];

function usageError({ name }: WebAlgorithm): DOMException {
  const article = sources.includes(name) ? 'a ' : '';
  return webError('SyntaxError', `Unsupported key usage for ${article}${name} key`);
}

function checkUsages(
  algorithm: WebAlgorithm,
  kinds: readonly Material['kind'][],
  usages: readonly Usage[],
): void {
  const allowed = kinds.flatMap((kind) => algorithm.usages[kind] ?? []);
  if (!usages.every((usage) => allowed.includes(usage))) throw usageError(algorithm);
}

function isPair(generated: Generated): generated is Extract<Generated, { pair: unknown }> {
  return 'pair' in generated;
}

const emptyUsages = 'Usages cannot be empty when creating a key.';

export interface WebKeyPair {
  readonly publicKey: CryptoKey;
  readonly privateKey: CryptoKey;
}

export async function generateKey(
  { algorithm, params }: Chosen,
  extractable: boolean,
  usages: readonly Usage[],
): Promise<CryptoKey | WebKeyPair> {
  checkUsages(algorithm, ['secret', 'public', 'private'], usages);
  const needed = algorithm.usages.secret ?? algorithm.usages.private ?? [];
  const generated = await algorithm.generateKey?.(params);
  if (!generated) throw webError('NotSupportedError', 'Unrecognized algorithm name');
  if (!usages.some((usage) => needed.includes(usage))) throw webError('SyntaxError', emptyUsages);
  if (!isPair(generated)) return makeKey({ ...generated, extractable, usages });
  const [publicKey, privateKey] = generated.pair.map((half) =>
    halfOf(half, algorithm, extractable, usages),
  );
  return { publicKey, privateKey } as WebKeyPair;
}

/** A public key can always be exported. */
function halfOf(
  half: Imported,
  { usages: allowed }: WebAlgorithm,
  extractable: boolean,
  usages: readonly Usage[],
): CryptoKey {
  const { kind } = half.material;
  const own = usages.filter((usage) => allowed[kind]?.includes(usage));
  return makeKey({ ...half, extractable: kind === 'public' || extractable, usages: own });
}

/** The kinds of keys that come in a format. */
function kindsIn(data: KeyData, { usages }: WebAlgorithm): Material['kind'][] {
  if (usages.secret) return ['secret'];
  if (data.format === 'pkcs8') return ['private'];
  if (data.format === 'jwk') return ['d' in data.jwk ? 'private' : 'public'];
  return ['public'];
}

function isPossible(data: KeyData, algorithm: WebAlgorithm): boolean {
  if (data.format === 'raw')
    return algorithm.usages.secret !== undefined || algorithm.exportRaw !== undefined;
  if (data.format === 'jwk') return !sources.includes(algorithm.name);
  return algorithm.usages.secret === undefined;
}

export function importKey(
  data: KeyData,
  { algorithm, params }: Chosen,
  extractable: boolean,
  usages: readonly Usage[],
): CryptoKey {
  if (data.format === 'jwk' && data.jwk['kty'] === undefined && !sources.includes(algorithm.name))
    checkJwk(data.jwk, algorithm, extractable, usages);
  if (data.format === 'raw' && !isPossible(data, algorithm)) throw cannotImport(data, algorithm);
  checkUsages(algorithm, kindsIn(data, algorithm), usages);
  if (sources.includes(algorithm.name) && extractable)
    throw webError('SyntaxError', `${algorithm.name} keys are not extractable`);
  if (!isPossible(data, algorithm)) throw cannotImport(data, algorithm);
  if (data.format === 'jwk') checkJwk(data.jwk, algorithm, extractable, usages);
  const key = algorithm.importKey?.(data, params);
  if (!key) throw cannotImport(data, algorithm);
  if (data.format === 'jwk') checkJwkAlg(data.jwk, algorithm, key.algorithm);
  const { kind } = key.material;
  if (kind !== 'public' && usages.length === 0)
    throw webError('SyntaxError', `Usages cannot be empty when importing a ${kind} key.`);
  return makeKey({ ...key, extractable, usages });
}

function cannotImport({ format }: KeyData, { name }: WebAlgorithm): DOMException {
  return webError('NotSupportedError', `Unable to import ${name} using ${format} format`);
}

function cannotExport(format: KeyFormat, { algorithm, material }: KeyState): DOMException {
  const message = `Unable to export ${algorithm.name} ${material.kind} key using ${format} format`;
  return webError('NotSupportedError', message);
}

/** @throws InvalidAccessError where the key may not leave, NotSupportedError for a wrong format */
export function exportKey(format: KeyFormat, state: KeyState): ArrayBuffer | Jwk {
  if (!state.extractable) throw webError('InvalidAccessError', 'key is not extractable');
  const { material } = state;
  const algorithm = algorithmNamed(state.algorithm.name);
  if (format === 'jwk') return jwkOf(state, algorithm);
  if (format === 'spki' && material.kind === 'public') return arrayBufferOf(spki(material.key));
  if (format === 'pkcs8' && material.kind === 'private') return arrayBufferOf(pkcs8(material.key));
  const raw = format === 'raw' ? algorithm.exportRaw?.(material) : undefined;
  if (!raw) throw cannotExport(format, state);
  return arrayBufferOf(raw);
}

function jwkOf({ material, usages, algorithm: own }: KeyState, algorithm: WebAlgorithm): Jwk {
  const alg = algorithm.jwkAlg?.(own);
  const head = { key_ops: [...usages], ext: true, ...(alg === undefined ? {} : { alg }) };
  switch (material.kind) {
    case 'secret':
      return { ...head, kty: 'oct', k: Buffer.from(material.bytes).toString('base64url') };
    case 'public':
      return { ...head, ...publicJwk(material.key) };
    case 'private':
      return { ...head, ...privateJwk(material.key) };
  }
}

/** The key of another module, whose kind and algorithm must fit. */
export function importMaterial(
  material: Material,
  chosen: Chosen,
  extractable: boolean,
  usages: readonly Usage[],
): CryptoKey {
  return importKey(dataOf(material), chosen, extractable, usages);
}

function dataOf(material: Material): KeyData {
  switch (material.kind) {
    case 'secret':
      return { format: 'raw', bytes: material.bytes };
    case 'public':
      return { format: 'spki', bytes: spki(material.key) };
    case 'private':
      return { format: 'pkcs8', bytes: pkcs8(material.key) };
  }
}
