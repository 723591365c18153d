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
import { engineParts } from './engine-parts.ts';
import { missingModules } from './missing-modules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A module that programs may import, or a part that such modules share. */
export interface BuiltPackage {
  readonly text: string;
  /** Names of the other modules that it imports. */
  readonly imports: readonly string[];
}

type Group = ReadonlyMap<string, BuiltPackage>;

const isOurs = (entry: string): boolean => entry.startsWith('playground/');
function groupOf(entry: string): string {
  if (isOurs(entry)) return dirname(entry);
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
  const exported = await exportsOf(names);
  const common = `node:internal/${group.replaceAll(/\W+/g, '-')}`;
  const from = names.map(
    (name, at) =>
      `export { ${(exported[at] ?? []).map((one) => `${one} as _${at}_${one}`).join(', ')} } from ${JSON.stringify(entryOf(name))};`,
  );
  const entries = names.map((name, at) => {
    const text = `export { ${(exported[at] ?? []).map((one) => `_${at}_${one} as ${one}`).join(', ')} } from "${common}";`;
    return [name, { text, imports: [common] }] as const;
  });
  return new Map([
    ...entries,
    [common, await bundle(group, { name: common, text: from.join('\n') })],
  ]);
}

function entryOf(name: string): string {
  const entry = packageEntries[name] ?? '';
  return isOurs(entry) ? root + entry : entry;
}

/** What each of these entries exports. */
async function exportsOf(names: readonly string[]): Promise<string[][]> {
  const { metafile } = await build({
    ...optionsFor(names),
    entryPoints: names.map((name, at) => ({ in: entryOf(name), out: `${at}` })),
    minify: false,
  });
  const outputs = Object.entries(metafile.outputs);
  return names.map(
    (_, at) => outputs.find(([path]) => path.endsWith(`/${at}.js`))?.[1].exports ?? [],
  );
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
  // The others are for an `import()` that no program reaches.
  const [path = '', output] =
    Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint !== undefined) ?? [];
  const name = path.slice(path.lastIndexOf('/'));
  const text = outputFiles.find((file) => file.path.endsWith(name))?.text ?? '';
  const imported = (output?.imports ?? [])
    .filter(({ kind, external }) => kind === 'import-statement' && external)
    .map((one) => one.path);
  const unknown = imported.find((one) => !isEntry(one) && !one.startsWith('node:'));
  if (unknown !== undefined)
    throw new Error(`${source.name} imports ${unknown}. Add it to npm-packages.ts.`);
  return { text, imports: [...new Set([...imported, ...globalsIn(text, group)])].filter(isEntry) };
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
    splitting: true,
    format: 'esm',
    minify: true,
    keepNames: true,
    charset: 'utf8',
    target: 'es2022',
    legalComments: 'none',
    metafile: true,
    write: false,
    external: ['node:*', ...others],
    plugins: [engineParts, missingModules, bareBuiltins],
    // Packages of npm as Node.js would take them, not as a bundler for browsers would.
    ...(names.every((name) => isOurs(packageEntries[name] ?? ''))
      ? { platform: 'browser' }
      : { platform: 'neutral', mainFields: ['module', 'main'], conditions: ['import'] }),
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

/** `util` is `node:util`, as in Node.js. */
const bareBuiltins: Plugin = {
  name: 'bare-builtins',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^[\w/]+$/ }, ({ path, importer }) =>
      importer !== '' && isBuiltin(path) && !isReadableStreams(importer)
        ? { path: `node:${path}`, external: true }
        : undefined,
    );
  },
};

/** Its own parts are put in by `engineParts`. */
function isReadableStreams(importer: string): boolean {
  return /\/node_modules\/(?:readable-stream|string_decoder|safe-buffer)\//.test(importer);
}
