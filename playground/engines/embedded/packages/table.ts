import { npmEntries } from './npm-packages.ts';

/**
 * What a program may import besides its own files and the modules of the worker's program: name →
 * entry, a file from the root of the repository or the package itself. Each is bundled at build, fetched when a project names it,
 * and linked as a module of its own; what it imports of Node's, or of this table, stays an import.
 * Entries of one package of npm, or of one folder of ours, share what they have in common.
 *
 * `node:…` is a module of Node that is too large to come with every run. It finds the machine
 * through `node:internal/machine`, which no program can import.
 */
export const packageEntries: Readonly<Record<string, string>> = {
  '#lab': 'playground/lab/index.ts',
  ...npmEntries,
  '@electric-sql/pglite': 'playground/engines/embedded/packages/pglite/pglite.ts',
  'node:internal/network': 'playground/engines/embedded/worker/network/internal-network.ts',
  'node:internal/webcrypto': 'playground/engines/embedded/packages/crypto/install-webcrypto.ts',
  'node:http': 'playground/engines/embedded/worker/modules/http/http-module.ts',
  'node:net': 'playground/engines/embedded/worker/modules/net/net-module.ts',
  'node:crypto': 'playground/engines/embedded/packages/crypto/crypto-module.ts',
  'node:async_hooks': 'playground/engines/embedded/packages/async-hooks/async-hooks.ts',
};

/** Packages that define globals: a project gets one where it names a global of it. */
export const packageGlobals: Readonly<Record<string, RegExp>> = {
  'node:internal/webcrypto': /\b(?:subtle|SubtleCrypto|CryptoKey|webcrypto)\b/,
};
