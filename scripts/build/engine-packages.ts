/**
 * Bundles the packages that programs may import. The entries of one package are bundled together,
 * so a class exists once, whichever entry a program imports it by.
 */
import { isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import {
  npmApart,
  npmPackageOf,
  npmPackages,
} from '../../playground/engines/embedded/packages/npm-packages.ts';
import {
  packageEntries,
  packageGlobals,
} from '../../playground/engines/embedded/packages/table.ts';
import { missingModules } from './missing-modules.ts';
import { nodeImports } from './node-imports.ts';
import { nameClasses } from './name-classes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A module that programs may import, or a part that such modules share. */
export interface BuiltPackage {
  readonly text: string;
  /** Names of the other modules that it imports. */
  readonly imports: readonly string[];
}

type Group = ReadonlyMap<string, BuiltPackage>;

const isOurs = (entry: string): boolean => entry.startsWith('playground/');
/** Folders of ours whose entries share classes; elsewhere a `node:internal/…` holds what is shared. */
const sharing = ['playground/engines/embedded/packages/crypto'];
function groupOf(entry: string): string {
  if (isOurs(entry)) return sharing.find((folder) => folder === dirname(entry)) ?? entry;
  return npmApart.includes(entry) ? entry : npmPackageOf(entry);
}

const groups = Map.groupBy(Object.keys(packageEntries), (name) =>
  groupOf(packageEntries[name] ?? ''),
);
const built = new Map<string, Promise<Group>>();

/** Every module by the name under which it is imported. */
export async function buildPackages(): Promise<Group> {
  const all = await Promise.all([...groups.keys()].map(groupModules));
  return new Map(all.flatMap((group) => [...group]));
}

/** Lets the next call build anew, since a source changed. */
export function forgetPackages(): void {
  built.clear();
}

function groupModules(group: string): Promise<Group> {
  const known = built.get(group) ?? buildGroup(group);
  built.set(group, known);
  return known;
}

/**
 * One module holds all that the entries of a group export, each name with its entry's number; each
 * entry takes its own from there.
 * @throws {Error} where a package needs what is no entry, or brings a copy of another's
 */
async function buildGroup(group: string): Promise<Group> {
  const names = groups.get(group) ?? [];
  const [only = ''] = names;
  if (names.length === 1)
    return new Map([[only, await bundle(group, { name: only, from: entryOf(only) })]]);
  const common = `node:internal/${group.replaceAll(/\W+/g, '-')}`;
  const entries = await readEntries(group, names);
  const sources = entries.map(({ name, exported }, at) => {
    const list = exported.map((one) => `${one} as _${at}_${one}`).join(', ');
    return `export { ${list} } from ${JSON.stringify(entryOf(name))};`;
  });
  const whole = await bundle(group, { name: common, text: sources.join('\n') });
  const parts = entries.map(({ name, exported, globals }, at) => {
    const list = exported.map((one) => `_${at}_${one} as ${one}`).join(', ');
    const text = `export { ${list} } from "${common}";`;
    return [name, { text, imports: [common, ...globals] }] as const;
  });
  return new Map([...parts, [common, whole]]);
}

function entryOf(name: string): string {
  const entry = packageEntries[name] ?? '';
  return isOurs(entry) ? root + entry : entry;
}

/** An entry of a group, as it is by itself. */
interface Entry {
  readonly name: string;
  readonly exported: readonly string[];
  /** The packages whose globals it uses. */
  readonly globals: readonly string[];
}

/** Bundles each entry alone, to see what it exports and what it needs. */
async function readEntries(group: string, names: readonly string[]): Promise<Entry[]> {
  const { metafile, outputFiles } = await build({
    ...optionsFor(names),
    entryPoints: names.map((name, at) => ({ in: entryOf(name), out: `${at}` })),
  });
  const outputs = Object.entries(metafile.outputs);
  return names.map((name, at) => {
    const file = `/${at}.js`;
    const exported = outputs.find(([path]) => path.endsWith(file))?.[1].exports ?? [];
    const text = outputFiles.find(({ path }) => path.endsWith(file))?.text ?? '';
    return { name, exported, globals: globalsIn(text, group) };
  });
}

/** A module to bundle: an entry, or a text that names some. */
type Source = { readonly name: string } & ({ readonly from: string } | { readonly text: string });

async function bundle(group: string, source: Source): Promise<BuiltPackage> {
  const { outputFiles, metafile } = await build({
    ...optionsFor(groups.get(group) ?? []),
    ...('from' in source
      ? { entryPoints: [source.from] }
      : { stdin: { contents: source.text, resolveDir: root } }),
  });
  checkInputs(group, metafile);
  const [output] = Object.values(metafile.outputs);
  const text = nameClasses(outputFiles[0]?.text ?? '');
  const imported = (output?.imports ?? [])
    .filter(({ kind, external }) => kind === 'import-statement' && external)
    .map((one) => one.path);
  const unknown = imported.find((one) => !isEntry(one) && !one.startsWith('node:'));
  if (unknown !== undefined)
    throw new Error(`${source.name} imports ${unknown}. Add it to npm-packages.ts.`);
  // Of a whole group, each entry says for itself which globals it uses.
  const globals = 'from' in source ? globalsIn(text, group) : [];
  return { text, imports: [...new Set([...imported, ...globals])].filter(isEntry) };
}

const isEntry = (name: string): boolean => name in packageEntries;

/** The packages whose globals this text uses. */
function globalsIn(text: string, group: string): string[] {
  const used = Object.entries(packageGlobals).filter(([, globals]) => globals.test(text));
  return used.map(([name]) => name).filter((name) => !groups.get(group)?.includes(name));
}

function optionsFor(names: readonly string[]) {
  const others = Object.keys(packageEntries).filter((name) => !names.includes(name));
  return {
    absWorkingDir: root,
    outdir: '/',
    bundle: true,
    format: 'esm',
    minify: true,
    keepNames: true,
    charset: 'utf8',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    write: false,
    external: ['node:*', ...others],
    plugins: [nodeImports, missingModules, leaveDynamicImports, bareBuiltins],
    define: names.includes('@electric-sql/pglite') ? pgliteDefines : undiciDefines,
    // Packages of npm as Node.js would take them, not as a bundler for browsers would.
    ...(names.every((name) => isOurs(packageEntries[name] ?? ''))
      ? { platform: 'browser' }
      : { platform: 'neutral', mainFields: ['module', 'main'], conditions: ['module', 'import'] }),
  } as const satisfies BuildOptions;
}

/** A copy of a package inside another would double its classes. */
function checkInputs(group: string, { inputs }: Metafile): void {
  for (const path of Object.keys(inputs)) {
    const [, name = ''] = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    if (name !== npmPackageOf(group) && name in npmPackages)
      throw new Error(
        `${group} brings a copy of ${name}: ${path}. Add what it imports to npm-packages.ts.`,
      );
  }
}

/** PGlite sees a browser's page, not the engine's Node.js: there it takes its files as bytes. */
const pgliteDefines = {
  process: 'undefined',
  'globalThis.process': 'undefined',
  window: 'globalThis',
  'globalThis.window': 'globalThis',
  'window.location.pathname': '"/"',
};

/** undici asks for it to see whether it is Node's own copy. */
const undiciDefines = { esbuildDetection: 'true' };

/** Parts of packages that are for other places stay away: a `import()` of one rejects. */
const leaveDynamicImports: Plugin = {
  name: 'leave-dynamic-imports',
  setup(esbuild) {
    esbuild.onResolve({ filter: /.*/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** `util` is `node:util`, as in Node.js. */
const bareBuiltins: Plugin = {
  name: 'bare-builtins',
  setup(esbuild) {
    // PGlite asks for `createRequire` where it finds Node.js, which it does not find here.
    esbuild.onResolve({ filter: /^(?:node:)?module$/ }, ({ path, importer }) =>
      importer.includes('/@electric-sql/pglite/') ? { path, namespace: 'absent' } : undefined,
    );
    esbuild.onLoad({ filter: /.*/, namespace: 'absent' }, () => ({
      contents: 'export const createRequire = undefined; export default {};',
    }));
    esbuild.onResolve({ filter: /^[\w/]+$/ }, ({ path, importer }) =>
      importer !== '' && isBuiltin(path) ? { path: `node:${path}`, external: true } : undefined,
    );
  },
};
