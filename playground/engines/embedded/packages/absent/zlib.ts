import { nodeError } from 'node:internal/errors';

/** `node:zlib` for packages that import it and rarely use it, while the engine has none. */
function refuse(): never {
  throw nodeError(
    Error,
    'ERR_UNKNOWN_BUILTIN_MODULE',
    'The built-in engine does not have the module node:zlib, so nothing can be compressed. ' +
      'Run the example in WebContainer, or download it and run it with Node.js.',
  );
}

export const createDeflateRaw = refuse;
export const createInflateRaw = refuse;
export const constants = {};
export const Z_DEFAULT_WINDOWBITS = 15;
