import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const parts = fileURLToPath(
  new URL('../../playground/engines/embedded/packages/', import.meta.url),
);

/** Packages written for Node, as CommonJS, that the engine links. */
const importer = /\/node_modules\/(undici|ws)\//;

/** What these packages import → the engine's part that stands for it. */
const replaced: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  undici: [
    [/\.\.\/global$/, `${parts}fetch/dispatcher.ts`],
    [/\/diagnostics(?:\.js)?$/, `${parts}fetch/parts/diagnostics.ts`],
    [/\/util\/timers$/, `${parts}fetch/parts/timers.ts`],
    [/\/runtime-features(?:\.js)?$/, `${parts}fetch/parts/runtime-features.ts`],
    [/^node:http$/, `${parts}fetch/parts/http.ts`],
    [/^node:(?:sqlite|worker_threads)$/, `${parts}fetch/parts/nothing.ts`],
    [/^node:zlib$/, `${parts}fetch/decompress.ts`],
  ],
  ws: [],
};

const builtins = new Set(builtinModules);

/**
 * Links `require('events')` of such a package to the import `node:events`, which a browser's module
 * can have, and puts the engine's parts where the package would bring what the engine has not.
 */
export const nodeImports: Plugin = {
  name: 'node-imports',
  setup(esbuild) {
    esbuild.onResolve({ filter: /.*/ }, ({ path, importer: from, kind }) => {
      const owner = importer.exec(from)?.[1];
      if (owner === undefined) return undefined;
      const [, part] = replaced[owner]?.find(([name]) => name.test(path)) ?? [];
      if (part !== undefined) return { path: part };
      const name = path.replace(/^node:/, '');
      if (!builtins.has(name)) return undefined;
      return kind === 'require-call'
        ? { path: `node:${name}`, namespace: 'node-import' }
        : { path: `node:${name}`, external: true };
    });
    // A file with an import and no export is CommonJS to esbuild: so its default is what `require` gives.
    esbuild.onLoad({ filter: /.*/, namespace: 'node-import' }, ({ path }) => ({
      contents: `import whole from ${JSON.stringify(path)};\nmodule.exports = whole;`,
    }));
  },
};
