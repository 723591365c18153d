import { nodeError } from 'node:internal/errors';

/**
 * There is no TLS in the page: its keys and certificates would guard nothing. The modules can be
 * imported, since many programs choose between `http` and `https`, and say so when they are used.
 * @param what such as `https.createServer`
 */
export function refuseTls(what: string): never {
  throw nodeError(
    Error,
    'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM',
    `${what} is not available: the built-in engine has no TLS, only plain connections within the ` +
      'program. Use node:http, run the example in WebContainer, or download it and run it with ' +
      'Node.js.',
    refuseTls,
  );
}

/** A class that cannot be made, with or without `new`. */
export function refusedClass(what: string): CallableFunction {
  const name = what.slice(what.indexOf('.') + 1);
  const refused = function (): never {
    return refuseTls(what);
  };
  return Object.defineProperty(refused, 'name', { value: name, configurable: true });
}
