/**
 * Makes the embedded engine's three texts: the frame's script, the worker's program, and the
 * packages that examples may import. The same sources give the same bytes, so the policy's hash
 * can be computed wherever it is needed.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const engine = 'playground/engines/embedded';

/** Import name in an example → its entry. What these import of Node's stays an import. */
const packageEntries = { '#lab': 'playground/lab/index.ts' };

export interface FrameScript {
  readonly script: string;
  /** `sha256-…`, as a policy names it. */
  readonly hash: string;
}

/** @throws {Error} where the sources do not build */
async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    write: false,
    ...options,
  });
  return outputFiles?.[0]?.text ?? '';
}

/** The frame's script, exactly as it stands in the frame's document. */
export async function buildFrameScript(): Promise<FrameScript> {
  const script = await bundle(`${engine}/frame/frame.ts`, { format: 'iife' });
  if (/<\/script|<!--/i.test(script))
    throw new Error('The frame script would end its own element.');
  const digest = createHash('sha256').update(script).digest('base64');
  return { script, hash: `sha256-${digest}` };
}

/** The worker's program. Its frames in stacks read like Node's internal ones. */
export async function buildWorker(): Promise<string> {
  const program = await bundle(`${engine}/worker/worker.ts`, { format: 'iife', keepNames: true });
  return `${program}\n//# sourceURL=node:internal/engine`;
}

/** Import name → module text. */
export async function buildPackages(): Promise<Record<string, string>> {
  const texts = await Promise.all(
    Object.entries(packageEntries).map(async ([name, entry]) => {
      const text = await bundle(entry, { format: 'esm', external: ['node:*'], keepNames: true });
      return [name, text] as const;
    }),
  );
  return Object.fromEntries(texts);
}

/** Text of each virtual module by its name after `virtual:embedded-engine/`. */
export const engineModules: Readonly<Record<string, () => Promise<string>>> = {
  frame: async () => {
    const { script, hash } = await buildFrameScript();
    return `export const script = ${JSON.stringify(script)};\nexport const hash = '${hash}';\n`;
  },
  worker: async () => `export default ${JSON.stringify(await buildWorker())};\n`,
  packages: async () => `export default ${JSON.stringify(await buildPackages())};\n`,
};

/** First part of the virtual modules' names. */
export const engineModulePrefix = 'virtual:embedded-engine/';
