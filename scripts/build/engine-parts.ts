import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

const modules = fileURLToPath(
  new URL('../../playground/engines/embedded/worker/modules/', import.meta.url),
);
const base = `${modules}stream/base/`;

/** What readable-stream and its decoder import → the engine's part that stands for it. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/^buffer$/, `${modules}buffer/buffer.ts`],
  [/^abort-controller$/, `${base}abort-controller.ts`],
  [/^events$/, `${base}events.ts`],
  [/\/ours\/errors$/, `${base}errors.ts`],
  [/\/ours\/util$/, `${base}util.ts`],
  [/\/shims\/process$/, `${base}process.ts`],
  [/\/validators$/, `${base}validators.ts`],
  [/^\.\/state$|\/streams\/state$/, `${base}high-water-mark.ts`],
];

const importer = /\/node_modules\/(?:readable-stream|string_decoder|safe-buffer)\//;

/**
 * Puts the engine's own emitter, errors and bytes where readable-stream would bring its own, so
 * that a stream is an emitter of the program's `node:events`.
 */
export const engineParts: Plugin = {
  name: 'engine-parts',
  setup(esbuild) {
    // Its other form is WebAssembly, which the cage's policy does not allow.
    esbuild.onResolve({ filter: /^cjs-module-lexer$/ }, ({ path }) => ({
      path: createRequire(import.meta.url).resolve(path),
    }));
    esbuild.onResolve({ filter: /.*/ }, ({ path, importer: from }) => {
      if (!importer.test(from)) return undefined;
      const [, part] = replaced.find(([name]) => name.test(path)) ?? [];
      return part === undefined ? undefined : { path: part };
    });
  },
};
