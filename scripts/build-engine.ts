/**
 * Makes the embedded engine's texts: the frame's script, the worker's program, and the packages
 * that programs may import, each by itself. The same sources give the same bytes, so the policy's hash
 * can be computed wherever it is needed.
 */
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { keepContext } from '../playground/engines/embedded/packages/async-hooks/keep-context.ts';
import { packageGlobals } from '../playground/engines/embedded/packages/table.ts';
import { curatedVersions } from './build/curated-versions.ts';
import { assetPath, assetsOf, type BuiltAsset } from './build/engine-assets.ts';
import { buildPackages } from './build/engine-packages.ts';
import { nameClasses } from './build/name-classes.ts';
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
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: 'utf8',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    // Its other form is WebAssembly, which has to be waited for.
    alias: { 'cjs-module-lexer': createRequire(import.meta.url).resolve('cjs-module-lexer') },
    ...options,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
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
  return `${nameClasses(keepContext(program))}\n//# sourceURL=node:internal/engine`;
}

/** A module with the index of the packages; the text of each is a module of its own. */
async function packageIndex(): Promise<string> {
  const entries = [...(await buildPackages())].map(async ([name, { imports }]) => {
    const globals = packageGlobals[name];
    const used = globals ? `, globals: ${globals}` : '';
    const files = (await assetsOf(name)).map(assetText);
    const assets = files.length > 0 ? `, assets: [${files.join()}]` : '';
    const address = JSON.stringify(
      `${engineModulePrefix}${packagePrefix}${encodeURIComponent(name)}`,
    );
    const load = `async () => (await import(${address})).default`;
    return `${JSON.stringify(name)}: { imports: ${JSON.stringify(imports)}${used}${assets}, load: ${load} }`;
  });
  return `export default { ${(await Promise.all(entries)).join(', ')} };\n`;
}

function assetText({ name, title, bytes }: BuiltAsset): string {
  const address = JSON.stringify(`${engineModulePrefix}${assetPrefix}${name}${assetSuffix}`);
  const about = JSON.stringify({ name, title, bytes }).slice(1, -1);
  return `{ ${about}, address: async () => (await import(${address})).default }`;
}

const assetPrefix = 'asset/';
/** A module whose name ends in `.wasm` would be taken for WebAssembly by the bundler. */
const assetSuffix = '/address';
const packagePrefix = 'package/';

/** The bundler copies the file and says where it is. */
async function assetModule(name: string): Promise<string | undefined> {
  const path = await assetPath(name);
  return path && `export { default } from ${JSON.stringify(`${path}?url`)};\n`;
}

async function packageModule(name: string): Promise<string | undefined> {
  const found = (await buildPackages()).get(name);
  return found && `export default ${JSON.stringify(found.text)};\n`;
}

const modules: Readonly<Record<string, () => Promise<string>>> = {
  frame: async () => frameModule(await buildFrameScript()),
  worker: async () => `export default ${JSON.stringify(await buildWorker())};\n`,
  packages: packageIndex,
  'container-files': containerFilesModule,
  versions: async () => `export default ${JSON.stringify(await curatedVersions())};\n`,
};

/** @returns text of the virtual module by its name after `virtual:embedded-engine/` */
export async function engineModule(name: string): Promise<string | undefined> {
  if (name.startsWith(assetPrefix))
    return assetModule(name.slice(assetPrefix.length, -assetSuffix.length));
  if (!name.startsWith(packagePrefix)) return modules[name]?.();
  return packageModule(decodeURIComponent(name.slice(packagePrefix.length)));
}
