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
  'node:internal/fetch': 'playground/engines/embedded/packages/fetch/fetch.ts',
  'node:internal/minimatch': 'playground/engines/embedded/packages/glob/install-glob.ts',
  'node:internal/network': 'playground/engines/embedded/worker/network/internal-network.ts',
  'node:internal/webcrypto': 'playground/engines/embedded/packages/crypto/install-webcrypto.ts',
  'node:http': 'playground/engines/embedded/worker/modules/http/http-module.ts',
  'node:net': 'playground/engines/embedded/worker/modules/net/net-module.ts',
  'node:dns': 'playground/engines/embedded/worker/modules/dns/dns-module.ts',
  'node:dns/promises': 'playground/engines/embedded/worker/modules/dns/promises-module.ts',
  'node:https': 'playground/engines/embedded/worker/modules/tls/https-module.ts',
  'node:tls': 'playground/engines/embedded/worker/modules/tls/tls-module.ts',
  'node:crypto': 'playground/engines/embedded/packages/crypto/crypto-module.ts',
  'node:perf_hooks': 'playground/engines/embedded/packages/perf-hooks/perf-hooks.ts',
  'node:internal/fs': 'playground/engines/embedded/packages/fs/internal-fs.ts',
  'node:fs': 'playground/engines/embedded/packages/fs/fs-module.ts',
  'node:fs/promises': 'playground/engines/embedded/packages/fs/fs-promises.ts',
  'node:internal/readline': 'playground/engines/embedded/packages/readline/internal-readline.ts',
  'node:readline': 'playground/engines/embedded/packages/readline/readline-module.ts',
  'node:readline/promises': 'playground/engines/embedded/packages/readline/readline-promises.ts',
  'node:worker_threads':
    'playground/engines/embedded/packages/worker-threads/worker-threads-module.ts',
  'node:diagnostics_channel':
    'playground/engines/embedded/packages/diagnostics-channel/diagnostics-channel.ts',
  'node:zlib': 'playground/engines/embedded/packages/zlib/zlib-module.ts',
  'node:async_hooks': 'playground/engines/embedded/packages/async-hooks/async-hooks.ts',
};

/** Packages that a project gets without an import: where it names a global, or a function, of theirs. */
export const packageGlobals: Readonly<Record<string, RegExp>> = {
  'node:internal/minimatch': /\b(?:matchesGlob|glob|globSync)\b/,
  // A program that only asks for the time has the browser's.
  'node:perf_hooks':
    /\bPerformance(?:Entry|Mark|Measure|Observer|ResourceTiming)|\bperformance\??\.(?!now\b|timeOrigin\b)/,
  'node:internal/webcrypto': /\b(?:subtle|SubtleCrypto|CryptoKey|webcrypto)\b/,
  'node:internal/fetch':
    /(?<![.\w$-])(?:fetch|Headers|Request|Response|FormData|WebSocket|CloseEvent)(?![\w$-])|(?:global|globalThis|self)\.(?:fetch|WebSocket)/,
};
