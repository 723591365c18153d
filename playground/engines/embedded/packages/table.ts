/**
 * What a program may import besides its own files and the modules of the worker's program: name →
 * entry, a file from the root of the repository or the package itself. Each is bundled at build, fetched when a project names it,
 * and linked as a module of its own; what it imports of Node's, or of this table, stays an import.
 *
 * `node:…` is a module of Node that is too large to come with every run. It finds the machine
 * through `node:internal/machine`, which no program can import.
 */
export const packageEntries = {
  '#lab': 'playground/lab/index.ts',
  '@opentelemetry/api': '@opentelemetry/api',
  graphql: 'graphql',
  hono: 'hono',
  zod: 'zod',
  'node:internal/network': 'playground/engines/embedded/worker/network/internal-network.ts',
  'node:http': 'playground/engines/embedded/worker/modules/http/http-module.ts',
  'node:net': 'playground/engines/embedded/worker/modules/net/net-module.ts',
  'node:crypto': 'playground/engines/embedded/packages/crypto/crypto-module.ts',
  'node:zlib': 'playground/engines/embedded/packages/zlib/zlib-module.ts',
  'node:async_hooks': 'playground/engines/embedded/packages/async-hooks/async-hooks.ts',
} as const satisfies Readonly<Record<string, string>>;
