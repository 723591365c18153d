import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import {
  buildFrameScript,
  engineModule,
  engineModulePrefix,
  frameModule,
} from '../../../scripts/build-engine.ts';

/**
 * Which engine the page gets: the real one; `naked`, whose worker has no prelude, so that only
 * the outer walls hold; `weak`, naked and with all the walls down, to see the detectors fire.
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
  });
  return `export default ${JSON.stringify(outputFiles[0]?.text)};`;
}

/** The walls, each with its stand-in that holds nothing. */
const weakWalls: Readonly<Record<string, string>> = {
  'policy.ts': here('weak/policy.ts'),
  'silence.ts': here('weak/silence.ts'),
  'meter.ts': here('weak/meter.ts'),
  'output-budget.ts': here('weak/output-budget.ts'),
  'read-message.ts': here('weak/read-message.ts'),
};

const wallsDown: Plugin = {
  name: 'walls-down',
  setup(esbuild) {
    esbuild.onResolve({ filter: /\/[\w-]+\.ts$/ }, ({ path, importer }) => {
      const ofEngine = /\/playground\/(?:engine|engines\/embedded)\//.test(importer);
      const weak = ofEngine ? weakWalls[basename(path)] : undefined;
      return weak === undefined ? undefined : { path: weak };
    });
  },
};

async function textOf(name: string, variant: Variant): Promise<string | undefined> {
  if (name === 'frame' && variant === 'weak')
    return frameModule(await buildFrameScript([wallsDown]));
  return name === 'worker' && variant !== 'real' ? nakedWorkerModule() : engineModule(name);
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
      esbuild.onResolve({ filter: /\?url$/ }, ({ path }) => ({
        path: path.slice(0, -'?url'.length),
      }));
      esbuild.onLoad({ filter: /\.bin$/ }, async ({ path }) => ({
        contents: await readFile(path),
        loader: 'file',
      }));
      esbuild.onLoad({ filter: /.*/, namespace: 'engine' }, async ({ path }) => ({
        contents: (await textOf(path.slice(engineModulePrefix.length), variant)) ?? '',
      }));
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
      publicPath: `/${variant}`,
      write: false,
      plugins: [engineTexts(variant), ...(variant === 'weak' ? [wallsDown] : [])],
    });
    for (const { path, contents } of outputFiles) files.set(path, contents);
  }
  return files;
}
