import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const standIn = fileURLToPath(
  new URL('../../playground/engines/embedded/packages/connect-node/http2.ts', import.meta.url),
);

/**
 * `node:http2`, which @connectrpc/connect-node imports and the engine has not, says so once it is
 * used. The package's part for HTTP/1.1 works without.
 */
export const missingModules: Plugin = {
  name: 'missing-modules',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^node:http2$/ }, ({ importer }) =>
      importer.includes('/@connectrpc/connect-node/') ? { path: standIn } : undefined,
    );
  },
};
