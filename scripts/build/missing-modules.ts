import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { packageEntries } from '../../playground/engines/embedded/packages/table.ts';

const folder = fileURLToPath(
  new URL('../../playground/engines/embedded/packages/connect-node/', import.meta.url),
);

/**
 * What @connectrpc/connect-node imports and the engine has not → what says so once it is used. Its
 * part for HTTP/1.1 works without.
 */
const standIns: Readonly<Record<string, string>> = {
  'node:http2': `${folder}http2.ts`,
  'node:zlib': `${folder}zlib.ts`,
};

export const missingModules: Plugin = {
  name: 'missing-modules',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^node:(?:http2|zlib)$/ }, ({ path, importer }) => {
      if (path in packageEntries) return undefined;
      const standIn = importer.includes('/@connectrpc/connect-node/') ? standIns[path] : undefined;
      return standIn === undefined ? undefined : { path: standIn };
    });
  },
};
