/**
 * Makes the embedded engine's texts: the frame's script, the worker's program, and the packages
 * that programs may import, each by itself. The same sources give the same bytes, so the policy's hash
 * can be computed wherever it is needed.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type BuildResult, type Plugin } from 'esbuild';
import { keepContext } from '../playground/engines/embedded/packages/async-hooks/keep-context.ts';
import { packageEntries, packageGlobals } from '../playground/engines/embedded/packages/table.ts';
import { nodeImports } from './build/node-imports.ts';
import { containerFilesModule } from './container-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const engine = 'playground/engines/embedded';

/** First part of the virtual modules' names. */
export const engineModulePrefix = 'virtual:embedded-engine/';

export interface FrameScript {
  readonly script: string;
  /** `sha256-…`, as a policy names it. */
  readonly hash: string;
}

/** @throws {Error} where the sources do not build */
async function bundle(entry: string, options: BuildOptions): Promise<string> {
  return textOf(await make(entry, options));
}

function make(entry: string, options: BuildOptions): Promise<BuildResult> {
  return build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    write: false,
    plugins: [nodeImports(absentModules)],
    // Its other form is WebAssembly, which the cage's policy does not allow.
    alias: { 'cjs-module-lexer': createRequire(import.meta.url).resolve('cjs-module-lexer') },
    ...options,
  });
}

function textOf({ outputFiles }: BuildResult): string {
  return outputFiles?.[0]?.text ?? '';
}

/**
 * The frame's script, exactly as it stands in the frame's document.
 * @param plugins tests put other modules in the place of some
 */
export async function buildFrameScript(plugins: Plugin[] = []): Promise<FrameScript> {
  const script = await bundle(`${engine}/frame/frame.ts`, { format: 'iife', plugins });
  if (/<\/script|<!--/i.test(script))
    throw new Error('The frame script would end its own element.');
  const digest = createHash('sha256').update(script).digest('base64');
  return { script, hash: `sha256-${digest}` };
}

/** The frame's script as a module. */
export function frameModule({ script, hash }: FrameScript): string {
  return `export const script = ${JSON.stringify(script)};\nexport const hash = '${hash}';\n`;
}

/**
 * The worker's program. Its own `await`s keep the async context, as those of a project do. Its
 * frames in stacks read like Node's internal ones.
 */
export async function buildWorker(): Promise<string> {
  const program = await bundle(`${engine}/worker/worker.ts`, { format: 'iife', keepNames: true });
  return `${keepContext(program)}\n//# sourceURL=node:internal/engine`;
}

type PackageName = keyof typeof packageEntries;
/** Modules of Node that packages import and the engine lacks → what says so when it is used. */
const absentModules: Readonly<Record<string, string>> =
  'node:zlib' in packageEntries ? {} : { zlib: 'absent/zlib.ts' };

const packageNames = Object.keys(packageEntries) as PackageName[];

/** @returns the module's text, and which other packages it imports */
async function buildPackage(name: PackageName): Promise<{ text: string; imports: string[] }> {
  const others = packageNames.filter((other) => other !== name);
  const result = await make(packageEntries[name], {
    format: 'esm',
    external: ['node:*', ...others],
    keepNames: true,
    metafile: true,
    // undici asks for it to see whether it is Node's own copy.
    define: { esbuildDetection: 'true' },
  });
  const [output] = Object.values(result.metafile?.outputs ?? {});
  const imported = new Set(output?.imports.map(({ path }) => path));
  const text = textOf(result);
  const needed = (other: PackageName): boolean =>
    imported.has(other) || (packageGlobals[other]?.test(text) ?? false);
  return { text, imports: others.filter(needed) };
}

/** A module with the index of the packages; the text of each is a module of its own. */
async function packageIndex(): Promise<string> {
  const entries = await Promise.all(
    packageNames.map(async (name) => {
      const { imports } = await buildPackage(name);
      const address = JSON.stringify(`${engineModulePrefix}package/${encodeURIComponent(name)}`);
      const load = `async () => (await import(${address})).default`;
      const globals = packageGlobals[name];
      const used = globals ? `, globals: ${globals}` : '';
      return `${JSON.stringify(name)}: { imports: ${JSON.stringify(imports)}${used}, load: ${load} }`;
    }),
  );
  return `export default { ${entries.join(', ')} };\n`;
}

/** Text of each virtual module by its name after `virtual:embedded-engine/`. */
export const engineModules: Readonly<Record<string, () => Promise<string>>> = {
  frame: async () => frameModule(await buildFrameScript()),
  worker: async () => `export default ${JSON.stringify(await buildWorker())};\n`,
  packages: packageIndex,
  'container-files': containerFilesModule,
  ...Object.fromEntries(
    packageNames.map((name) => [
      `package/${encodeURIComponent(name)}`,
      async () => `export default ${JSON.stringify((await buildPackage(name)).text)};\n`,
    ]),
  ),
};
