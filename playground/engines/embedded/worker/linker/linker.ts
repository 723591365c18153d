import type { Job } from '../../protocol.ts';
import type { Native } from '../native.ts';
import type { NodeProcess } from '../process/process.ts';
import { positionAt, type SourcePositions } from '../source-position.ts';
import { Launcher, type LauncherParts } from './launcher.ts';
import {
  builtinText,
  commonJsText,
  engineText,
  hookSymbol,
  importEngine,
  packageText,
} from './made-modules.ts';
import { appFolder, appUrl, projectPath } from './address.ts';
import { CommonJs } from './commonjs/commonjs.ts';
import { Compiler } from './commonjs/compile.ts';
import { namedExports } from './commonjs/named-exports.ts';
import { esModule, unnamedPackage } from './commonjs/require-errors.ts';
import { formatOf, type Format } from './module-format.ts';
import { isNodeModule } from './node-modules.ts';
import { packageOf } from './package-json.ts';
import { resolve, type Target } from './resolve.ts';
import { unsupportedBuiltin } from './resolve-errors.ts';
import { scan, type Edit, type Scanned } from './scan.ts';

/** Built-in modules by name without `node:`, each made when it is first asked for. */
export type Builtins = ReadonlyMap<string, () => Record<string, unknown>>;

/** What the linker needs of the rest. */
export interface LinkerParts extends LauncherParts {
  readonly native: Pick<Native, 'moduleUrl' | 'importModule' | 'runScript'>;
  readonly process: Pick<NodeProcess, 'emitWarning'>;
  readonly job: Pick<Job, 'files' | 'packages' | 'offered' | 'entry'>;
  readonly builtins: Builtins;
  readonly positions: SourcePositions;
  /** Does what may hold the thread for long. */
  labor<Result>(work: () => Result): Result;
  /** Edits that a text needs besides those of its imports. */
  editsOf(text: string): readonly Edit[];
}

/** A name that is imported, and not exported. */
export interface MissingExport {
  /** Path of the importing file, and where in its text the name stands. */
  readonly file: string;
  readonly at: number;
  readonly name: string;
  /** The browser's words, with the specifier for the address. */
  readonly message: string;
}

/**
 * Links the project's modules. Each becomes a `blob:` module whose imports name the addresses of
 * others, so that the browser's own module system does the rest: live bindings, top-level `await`,
 * one instance a module. Addresses exist only after the modules below, so a circle cannot be linked.
 */
export class Linker {
  readonly #parts: LinkerParts;
  readonly #urls = new Map<string, string>();
  readonly #scanned = new Map<string, Scanned>();
  readonly #launcher: Launcher;
  readonly #compiler: Compiler;
  readonly #formats = new Map<string, Format>();
  /** Folders of packages that say no `type`, and were warned of. */
  readonly #untyped = new Set<string>();
  /** Packages that `require` may ask for, by name: they have run. */
  readonly #ready = new Map<string, Record<string, unknown>>();
  readonly commonJs: CommonJs;

  constructor(parts: LinkerParts) {
    this.#parts = parts;
    this.#launcher = new Launcher(parts);
    this.#compiler = new Compiler({
      ...parts,
      importFrom: (filename) => (specifier) => this.load(specifier, projectPath(filename) ?? ''),
    });
    this.commonJs = new CommonJs({
      ...parts,
      files: parts.job.files,
      compiler: this.#compiler,
      isBuiltin: (request) => this.isBuiltin(request),
      builtin: (request) => this.builtin(request),
      formatOf: (path) => this.formatOf(path),
      requireEsm: (_path, filename, from) => {
        throw esModule(filename, from);
      },
    });
    Object.defineProperty(globalThis, hookSymbol, {
      configurable: true,
      value: {
        builtin: (name: string) => parts.builtins.get(name)?.(),
        commonJs: (filename: string) => this.commonJs.import(filename),
        named,
        load: (from: string) => (specifier: unknown) => this.load(specifier, from),
        meta: (file: string) => this.#meta(file),
        begun: (url: string) => this.#launcher.begun(url),
        ended: (url: string) => this.#launcher.ended(url),
      },
    });
  }

  /**
   * Links a file and all it imports.
   * @returns its address
   * @throws Node's errors for what cannot be found, and an error that names a circle of files
   */
  file(path: string): string {
    return this.#file(path, []);
  }

  /** `import()`: links and runs a module. Its promise rejects as Node's would. */
  async load(specifier: unknown, from: string): Promise<unknown> {
    const name = `${specifier}`;
    const at = quotedAt(this.#parts.job.files[from] ?? '', name);
    return this.#launcher.run(this.#parts.labor(() => this.#imported(name, from, at, [])));
  }

  /** Links and runs a package of the engine, one that a project cannot import among them. */
  async loadPackage(name: string): Promise<void> {
    await this.#runPackage(name);
  }

  #runPackage(name: string): Promise<unknown> {
    return this.#launcher.run(this.#parts.labor(() => this.#url({ kind: 'package', name }, [])));
  }

  /** How a file of the project is read; asked for once. */
  formatOf(path: string): Format {
    const known = this.#formats.get(path);
    if (known !== undefined) return known;
    const waits = (text: string): boolean => this.#compiler.hasTopLevelAwait(text);
    const format = formatOf(path, this.#parts.job.files, waits);
    this.#formats.set(path, format);
    if (format === 'module') this.#warnOfMissingType(path);
    return format;
  }

  /** Node says once for each `package.json` that a `type` in it would have saved it work. */
  #warnOfMissingType(path: string): void {
    const scope = /\.[jt]s$/.test(path) && packageOf(path, this.#parts.job.files);
    if (!scope || scope.json.type !== undefined || this.#untyped.has(scope.folder)) return;
    this.#untyped.add(scope.folder);
    const message =
      `Module type of ${appUrl}${path} is not specified and it doesn't parse as CommonJS.\n` +
      'Reparsing as ES module because module syntax was detected. ' +
      'This incurs a performance overhead.\n' +
      `To eliminate this warning, add "type": "module" to ${appFolder}${scope.folder}package.json.`;
    this.#parts.process.emitWarning(message, { code: 'MODULE_TYPELESS_PACKAGE_JSON' });
  }

  /** @returns the file that does not parse, where this is the error that says so */
  unparsed(error: unknown): string | undefined {
    return this.#compiler.unparsed(error);
  }

  /**
   * Runs the packages that a `require` may ask for: it cannot wait for them.
   * @see CommonJs
   */
  async prepare(): Promise<void> {
    const { files, packages } = this.#parts.job;
    const asking = Object.values(files).filter((text) => /require|getBuiltinModule/.test(text));
    for (const name of Object.keys(packages)) {
      const quoted = [name, name.replace(/^node:/, '')].flatMap((one) => [`'${one}'`, `"${one}"`]);
      if (!asking.some((text) => quoted.some((one) => text.includes(one)))) continue;
      this.#ready.set(name, (await this.#runPackage(name)) as Record<string, unknown>);
    }
  }

  /** Whether `require` means a module of Node, or a package that comes with the engine. */
  isBuiltin(request: string): boolean {
    return isNodeModule(request) || this.#packageName(request) !== undefined;
  }

  /**
   * What `require` of a module of Node gives.
   * @throws {Error} where the engine does not have it
   */
  builtin(request: string): unknown {
    const name = request.replace(/^node:/, '');
    const made = this.#parts.builtins.get(name)?.();
    if (made) return made['default'] ?? made;
    const known = this.#packageName(request);
    if (known === undefined) throw unsupportedBuiltin(name);
    const module = this.#ready.get(known);
    if (!module) throw unnamedPackage(known);
    return known.startsWith('node:') ? (module['default'] ?? module) : { ...module };
  }

  #packageName(request: string): string | undefined {
    const names = [request, `node:${request}`];
    const name = names.find((one) => Object.hasOwn(this.#parts.job.packages, one));
    return name?.startsWith('node:internal/') ? undefined : name;
  }

  /** Explains that an import names something the other module does not export. */
  missingExport(message: string): MissingExport | undefined {
    const url = /blob:[^'"\s]+/.exec(message)?.[0];
    const name = /named '([^']*)'/.exec(message)?.[1];
    if (url === undefined || name === undefined) return undefined;
    for (const [file, { text, imports }] of this.#scanned) {
      for (const { specifier, at } of imports) {
        const names = this.#urlOf(specifier, file) === url;
        const inStatement = text.slice(at).indexOf(name);
        if (names && inStatement !== -1)
          return { file, name, at: at + inStatement, message: message.replace(url, specifier) };
      }
    }
    return undefined;
  }

  /** @returns address of the file that was linked to this `blob:` address, as `file:///app/…` */
  originOf(url: string): string | undefined {
    if (url.startsWith(appUrl) || url.startsWith(appFolder)) return url;
    const [key] = [...this.#urls].find(([, known]) => known === url) ?? [];
    return key?.startsWith('file:') ? appUrl + key.slice('file:'.length) : undefined;
  }

  get #importable() {
    const { files, packages, offered } = this.#parts.job;
    return { files, packages, offered, builtins: this.#parts.builtins };
  }

  #urlOf(specifier: string, from: string): string | undefined {
    const target = resolve(specifier, from, this.#importable);
    return this.#urls.get(keyOf(target));
  }

  #url(target: Target, above: readonly string[]): string {
    const known = this.#urls.get(keyOf(target));
    if (known !== undefined) return known;
    if (target.kind === 'file') return this.#file(target.path, above);
    const url = this.#made(target);
    this.#urls.set(keyOf(target), url);
    return url;
  }

  /**
   * @param at where in the importing file's text the specifier stands; −1 where nobody knows
   * @throws what there is to say, with that place
   */
  #imported(specifier: string, from: string, at: number, above: readonly string[]): string {
    try {
      return this.#url(resolve(specifier, from, this.#importable), above);
    } catch (error) {
      const text = this.#parts.job.files[from] ?? '';
      if (at !== -1) this.#parts.positions.blame(error, positionAt(appUrl + from, text, at));
      throw error;
    }
  }

  #made(target: Exclude<Target, { kind: 'file' }>): string {
    if (target.kind === 'builtin') return this.#builtin(target.name);
    return this.#package(target.name);
  }

  #file(path: string, above: readonly string[]): string {
    const circle = above.indexOf(path);
    if (circle !== -1) throw circleError([...above.slice(circle), path]);
    if (this.formatOf(path) === 'commonjs') return this.#commonJs(path);
    const source = this.#parts.job.files[path] ?? '';
    const isJson = path.endsWith('.json');
    const scanned = isJson
      ? scan(`export default ${source}`)
      : scan(source, this.#parts.editsOf(source));
    this.#scanned.set(path, scanned);
    const { text, shifts } = scanned.link((specifier, at) =>
      this.#imported(specifier, path, at, [...above, path]),
    );
    this.#parts.positions.add(appUrl + path, source, shifts);
    const engine = scanned.usesEngine ? importEngine(this.#make(engineText(path))) : '';
    const url = this.#make(`${text}\n${engine}//# sourceURL=${appUrl}${path}`);
    this.#urls.set(keyOf({ kind: 'file', path }), url);
    return url;
  }

  #commonJs(path: string): string {
    const filename = appFolder + path;
    const textOf = (file: string): string | undefined =>
      this.#parts.job.files[projectPath(file) ?? ''];
    const names = namedExports(filename, textOf, (request, from) =>
      this.commonJs.resolveQuietly(request, from),
    );
    const url = this.#make(commonJsText(filename, names));
    this.#urls.set(keyOf({ kind: 'file', path }), url);
    return url;
  }

  #builtin(name: string): string {
    const module = this.#parts.builtins.get(name)?.() ?? {};
    return this.#make(builtinText(name, Object.keys(module)));
  }

  #package(name: string): string {
    const source = this.#parts.job.packages[name] ?? '';
    const scanned = scan(source, this.#parts.editsOf(source));
    const { text } = scanned.link((specifier) =>
      this.#url(resolve(specifier, undefined, this.#importable), []),
    );
    const engine = scanned.usesEngine ? importEngine(this.#make(engineText(''))) : '';
    return this.#make(packageText(name, `${text}\n${engine}`));
  }

  #meta(file: string): object {
    const path = appFolder + file;
    const dirname = path.slice(0, path.lastIndexOf('/'));
    const main = file === this.#parts.job.entry;
    const resolveFrom = (specifier: string): string => {
      const target = resolve(specifier, file, this.#importable);
      return target.kind === 'file' ? appUrl + target.path : `node:${target.name}`;
    };
    const known = { dirname, filename: path, main, resolve: resolveFrom, url: appUrl + file };
    return Object.assign(Object.create(null) as object, known);
  }

  #make(text: string): string {
    return this.#parts.native.moduleUrl(text);
  }
}

/** @returns where a specifier stands in quotes, for the first time; −1 where it does not */
function quotedAt(text: string, specifier: string): number {
  const found = [`'`, `"`, '`'].map((quote) => text.indexOf(quote + specifier + quote));
  const first = Math.min(...found.filter((at) => at !== -1));
  return first === Infinity ? -1 : first + 1;
}

/** One of the names that an `import` sees of a CommonJS module. */
function named(exports: unknown, name: string): unknown {
  if (name === 'default' || name === 'module.exports') return exports;
  const isObject = typeof exports === 'object' || typeof exports === 'function';
  return isObject && exports !== null ? (Reflect.get(exports, name) as unknown) : undefined;
}

function keyOf(target: Target): string {
  return target.kind === 'file' ? `file:${target.path}` : `${target.kind}:${target.name}`;
}

function circleError(paths: readonly string[]): Error {
  return new Error(
    `These files import each other in a circle: ${paths.join(' → ')}. ` +
      'The built-in engine cannot link that: move what they share into a file of its own.',
  );
}
