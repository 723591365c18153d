import type { Job } from '../../protocol.ts';
import type { SourcePositions } from '../source-position.ts';
import { Launcher, type LauncherParts } from './launcher.ts';
import { builtinText, engineText, hookSymbol, importEngine, packageText } from './made-modules.ts';
import { appFolder, appUrl } from './address.ts';
import { resolve, type Target } from './resolve.ts';
import { scan, type Edit, type Scanned } from './scan.ts';

/** Built-in modules by name without `node:`, each made when it is first asked for. */
export type Builtins = ReadonlyMap<string, () => Record<string, unknown>>;

/** What the linker needs of the rest. */
export interface LinkerParts extends LauncherParts {
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

  constructor(parts: LinkerParts) {
    this.#parts = parts;
    this.#launcher = new Launcher(parts);
    Object.defineProperty(globalThis, hookSymbol, {
      configurable: true,
      value: {
        builtin: (name: string) => parts.builtins.get(name)?.(),
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
    const target = resolve(`${specifier}`, from, this.#importable);
    return this.#launcher.run(this.#parts.labor(() => this.#url(target, [])));
  }

  /** Links and runs a package of the engine, one that a project cannot import among them. */
  async loadPackage(name: string): Promise<void> {
    const url = this.#parts.labor(() => this.#url({ kind: 'package', name }, []));
    await this.#launcher.run(url);
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
    if (url.startsWith(appUrl)) return url;
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

  #made(target: Exclude<Target, { kind: 'file' }>): string {
    if (target.kind === 'builtin') return this.#builtin(target.name);
    return this.#package(target.name);
  }

  #file(path: string, above: readonly string[]): string {
    const circle = above.indexOf(path);
    if (circle !== -1) throw circleError([...above.slice(circle), path]);
    const source = this.#parts.job.files[path] ?? '';
    const isJson = path.endsWith('.json');
    const scanned = isJson
      ? scan(`export default ${source}`)
      : scan(source, this.#parts.editsOf(source));
    this.#scanned.set(path, scanned);
    const { text, shifts } = scanned.link((specifier) =>
      this.#url(resolve(specifier, path, this.#importable), [...above, path]),
    );
    this.#parts.positions.add(appUrl + path, source, shifts);
    const engine = scanned.usesEngine ? importEngine(this.#make(engineText(path))) : '';
    const url = this.#make(`${text}\n${engine}//# sourceURL=${appUrl}${path}`);
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

function keyOf(target: Target): string {
  return target.kind === 'file' ? `file:${target.path}` : `${target.kind}:${target.name}`;
}

function circleError(paths: readonly string[]): Error {
  return new Error(
    `These files import each other in a circle: ${paths.join(' → ')}. ` +
      'The built-in engine cannot link that: move what they share into a file of its own.',
  );
}
