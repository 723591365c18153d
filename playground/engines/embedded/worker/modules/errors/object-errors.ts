import { nodeError, type NodeError } from './node-error.ts';

/** Errors of objects that are not what they have to be, in Node's words. */

/**
 * For a method that was taken from its class and called on something else.
 * @param className such as `SubtleCrypto`
 */
export function invalidThis(className: string): NodeError {
  const message = `Value of "this" must be of type ${className}`;
  return nodeError(TypeError, 'ERR_INVALID_THIS', message, invalidThis);
}

export function illegalConstructor(): NodeError {
  return nodeError(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor', illegalConstructor);
}

/**
 * The engine lacks it: says so, and where it works.
 * @param what such as `crypto.createSign with a DSA key`
 */
export function notInEngine(what: string): NodeError {
  const message =
    `The built-in engine does not have ${what}. ` +
    'Run the example in WebContainer, or download it and run it with Node.js.';
  return nodeError(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message, notInEngine);
}
