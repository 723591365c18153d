import { nodeError, type NodeError } from 'node:internal/errors';

/** The errors of `node:crypto` in Node's words. */

export function invalidDigest(name: string): NodeError {
  return nodeError(
    TypeError,
    'ERR_CRYPTO_INVALID_DIGEST',
    `Invalid digest: ${name}`,
    invalidDigest,
  );
}

export function hashFinalized(): NodeError {
  return nodeError(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called', hashFinalized);
}

export function invalidKeyType(actual: string, expected: string): NodeError {
  const message = `Invalid key object type ${actual}, expected ${expected}.`;
  return nodeError(TypeError, 'ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE', message, invalidKeyType);
}

export function incompatibleOptions(one: string, other: string): NodeError {
  const message = `Option "${one}" cannot be used in combination with option "${other}"`;
  return nodeError(TypeError, 'ERR_INCOMPATIBLE_OPTION_PAIR', message, incompatibleOptions);
}

/**
 * An error as OpenSSL reports it.
 * @param number such as `030000B2`
 */
export function opensslError(number: string, library: string, reason: string): Error {
  const code = `ERR_OSSL_${shortLibrary(library)}${reason.toUpperCase().replaceAll(/\W+/g, '_')}`;
  const error = new Error(`error:${number}:${library}::${reason}`);
  return Object.assign(error, { library, reason, code });
}

const shortNames: Readonly<Record<string, string>> = {
  'digital envelope routines': 'EVP_',
  'rsa routines': 'RSA_',
  'asn1 encoding routines': 'ASN1_',
  'common libcrypto routines': 'CRYPTO_',
  'PEM routines': 'PEM_',
  'elliptic curve routines': 'EC_',
  'DECODER routines': '',
  'Provider routines': '',
};

function shortLibrary(library: string): string {
  return shortNames[library] ?? '';
}

/** An error of Node's own with one of its `ERR_CRYPTO_…` codes. */
export function cryptoError(
  code: string,
  message: string,
  Base: ErrorConstructor | TypeErrorConstructor | RangeErrorConstructor = Error,
): NodeError {
  return nodeError(Base, `ERR_CRYPTO_${code}`, message, cryptoError);
}

export function invalidState(operation?: string): NodeError {
  const message =
    operation === undefined ? 'Invalid state' : `Invalid state for operation ${operation}`;
  return cryptoError('INVALID_STATE', message);
}

/** No key that OpenSSL can read. */
export function unreadableKey(): Error {
  return opensslError('1E08010C', 'DECODER routines', 'unsupported');
}

/** The key's kind cannot do that. */
export function wrongKeyType(): Error {
  const reason = 'operation not supported for this keytype';
  return opensslError('03000096', 'digital envelope routines', reason);
}
