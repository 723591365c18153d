import { nodeError, type NodeError } from 'node:internal/errors';

/** Errors of Web Crypto in Node's words. */

type DomName =
  | 'DataError'
  | 'InvalidAccessError'
  | 'NotSupportedError'
  | 'OperationError'
  | 'QuotaExceededError'
  | 'SyntaxError'
  | 'TypeMismatchError';

export function webError(name: DomName, message: string, cause?: unknown): DOMException {
  const error = new DOMException(message, name);
  if (cause !== undefined)
    Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true });
  return error;
}

export const unrecognized = (): DOMException =>
  webError('NotSupportedError', 'Unrecognized algorithm name');

export const mismatch = (): DOMException =>
  webError('InvalidAccessError', 'Key algorithm mismatch');

export const failed = (cause?: unknown): DOMException =>
  webError('OperationError', 'The operation failed for an operation-specific reason', cause);

export const badData = (cause?: unknown): DOMException =>
  webError('DataError', 'Invalid keyData', cause);

/** @param method of `SubtleCrypto` */
export function badArgument(code: string, method: string, what: string): NodeError {
  const message = `Failed to execute '${method}' on 'SubtleCrypto': ${what}`;
  return nodeError(TypeError, code, message, badArgument);
}

/** @param dictionary such as `AesKeyGenParams` */
export function missingOption(dictionary: string, name: string): NodeError {
  const message =
    `Failed to normalize algorithm: passed algorithm cannot be converted to '${dictionary}' ` +
    `because '${name}' is required in '${dictionary}'.`;
  return nodeError(TypeError, 'ERR_MISSING_OPTION', message, missingOption);
}
