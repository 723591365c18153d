import { aesAlgorithms } from './aes-algorithms.ts';
import { curveAlgorithms } from './curve-algorithms.ts';
import { rsaAlgorithms } from './rsa-algorithms.ts';
import { secretAlgorithms } from './secret-algorithms.ts';
import type { Operation, Params, WebAlgorithm } from './web-algorithm.ts';
import { missingOption, unrecognized } from './web-errors.ts';
import { hashName, normalHash } from './web-hashes.ts';

const algorithms = new Map(
  [...aesAlgorithms, ...secretAlgorithms, ...rsaAlgorithms, ...curveAlgorithms].map((one) => [
    one.name.toLowerCase(),
    one,
  ]),
);

export function algorithmNamed(name: string): WebAlgorithm {
  const found = algorithms.get(name.toLowerCase());
  if (!found) throw unrecognized();
  return found;
}

function dictionaryOf(input: unknown): Params {
  const given = typeof input === 'string' ? { name: input } : input;
  if (typeof given !== 'object' || given === null || !('name' in given) || given.name === undefined)
    throw missingOption('Algorithm', 'name');
  return given as Params;
}

/** An algorithm, and what was said besides its name. */
export interface Chosen {
  readonly algorithm: WebAlgorithm;
  readonly params: Params;
}

/** Which function stands for an operation, where it is not the one of that name. */
const does = (algorithm: WebAlgorithm, operation: Operation): boolean => {
  if (operation === 'getKeyLength') return algorithm.keyLength !== undefined;
  return algorithm[operation] !== undefined;
};

/**
 * Finds what a program asks for (Web Cryptography Level 2, section 18.4.4).
 * @throws NotSupportedError, and Node's error for an option that is missing
 */
export function normalize(input: unknown, operation: Operation): Chosen {
  const given = dictionaryOf(input);
  const algorithm = algorithmNamed(String(given.name));
  if (!does(algorithm, operation)) throw unrecognized();
  const dictionary = algorithm.dictionaries[operation];
  const params: Record<string, unknown> = { ...given };
  for (const name of dictionary?.required ?? [])
    if (params[name] === undefined) throw missingOption(dictionary?.title ?? '', name);
  if (dictionary?.required.includes('hash'))
    params['hash'] = normalHash(params['hash'], dictionary.title);
  return { algorithm, params: { ...params, name: algorithm.name } };
}

/** The name of a hash. */
export function normalizeDigest(input: unknown): string {
  const name = hashName(dictionaryOf(input).name);
  if (name === undefined) throw unrecognized();
  return name;
}
