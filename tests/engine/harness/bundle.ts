import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { engineParts } from '../../../scripts/build/engine-parts.ts';
import { engineModulePrefix, engineModules } from '../../../scripts/build-engine.ts';

/**
 * Which engine the page gets: the real one; `naked`, whose worker has no prelude, so that only
 * the outer walls hold; `weak`, naked and with the walls down, to see the detectors fire.
 */
export const variants = ['real', 'naked', 'weak'] as const;
export type Variant = (typeof variants)[number];

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

async function nakedWorkerModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [here('naked-worker.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    plugins: [engineParts],
  });
  return `export default ${JSON.stringify(outputFiles[0]?.text)};`;
}

function textOf(name: string, variant: Variant): Promise<string> | undefined {
  return name === 'worker' && variant !== 'real' ? nakedWorkerModule() : engineModules[name]?.();
}

/** Serves the engine's virtual modules to esbuild as `scripts/vite-engine.ts` does to Vite. */
function engineTexts(variant: Variant): Plugin {
  return {
    name: 'embedded-engine',
    setup(esbuild) {
      esbuild.onResolve({ filter: /^virtual:embedded-engine\// }, ({ path }) => ({
        path,
        namespace: 'engine',
      }));
      esbuild.onLoad({ filter: /.*/, namespace: 'engine' }, async ({ path }) => ({
        contents: (await textOf(path.slice(engineModulePrefix.length), variant)) ?? '',
      }));
      if (variant !== 'weak') return;
      esbuild.onResolve({ filter: /\/policy\.ts$/ }, () => ({ path: here('weak-policy.ts') }));
    },
  };
}

/** The harness page's scripts by URL path, each variant in a folder of its own. */
export async function bundlePages(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const variant of variants) {
    const { outputFiles } = await build({
      entryPoints: [here('page.ts')],
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      outdir: `/${variant}`,
      write: false,
      plugins: [engineTexts(variant)],
    });
    for (const { path, contents } of outputFiles) files.set(path, contents);
  }
  return files;
}
