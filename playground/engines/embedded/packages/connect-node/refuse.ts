import { nodeError } from 'node:internal/errors';

/** @param what is missing, and what to do in its place */
export function refuse(what: string): () => never {
  return () => {
    const message =
      `The built-in engine does not have ${what}. ` +
      'Or run the example in WebContainer, or download it and run it with Node.js.';
    throw nodeError(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message, refuse);
  };
}
