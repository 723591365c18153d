import { invalidArgValue } from '../../modules/errors/argument-errors.ts';
import { validateString } from '../../modules/errors/validate.ts';
import type { NodeProcess } from '../../process/process.ts';
import { projectPath } from '../address.ts';
import { noSuchBuiltin } from '../resolve-errors.ts';
import {
  cachedByEsmKey,
  executingKey,
  formatKey,
  mainKey,
  parentOf,
  setParent,
  urlKey,
  type CjsModule,
  type ModuleClass,
} from './cjs-module.ts';
import { CircularExports } from './circular-exports.ts';
import type { Compiler } from './compile.ts';
import { addModuleFunctions } from './module-functions.ts';
import { PathFinder } from './find-path.ts';
import { folderOf, ProjectFiles, resolvePath } from './project-files.ts';
import { cannotFind, noSuchFile } from './require-errors.ts';
import { requireOf } from './require-function.ts';
import {
  givenPaths,
  globalPaths,
  isRelative,
  lookupPaths,
  nodeModulePaths,
  PackageRequests,
} from './resolve-filename.ts';
import type { Format } from '../module-format.ts';

/** What CommonJS needs of the rest. */
export interface CommonJsParts {
  readonly files: Readonly<Record<string, string>>;
  readonly process: Pick<NodeProcess, 'emitWarning'>;
  readonly compiler: Compiler;
  /** Whether a name, without `node:` or with it, is a module of Node or a package of the engine. */
  isBuiltin(request: string): boolean;
  /** @throws where the engine does not have it */
  builtin(request: string): unknown;
  formatOf(path: string): Format;
  /** Links and runs an ES module before it returns. */
  requireEsm(path: string, filename: string, from: CjsModule | null | undefined): unknown;
}

/** CommonJS for one program: `Module` of `node:module`, and the main module. */
export class CommonJs {
  readonly Module: ModuleClass;
  readonly #parts: CommonJsParts;
  readonly #files: ProjectFiles;
  readonly #finder: PathFinder;
  readonly #packages: PackageRequests;
  readonly #circular: CircularExports;
  #main: CjsModule | undefined;

  constructor(parts: CommonJsParts) {
    this.#parts = parts;
    const warn: NodeProcess['emitWarning'] = (...args) => parts.process.emitWarning(...args);
    this.#files = new ProjectFiles(parts.files);
    this.#finder = new PathFinder(this.#files, warn);
    this.#packages = new PackageRequests(this.#files, this.#finder);
    this.#circular = new CircularExports(warn);
    this.Module = this.#makeClass();
  }

  /** Runs the entry. @param filename absolute */
  runMain(filename: string): void {
    this.Module._load(filename, null, true);
  }

  /** A module as an `import` asks for it. @returns its `module.exports` */
  import(filename: string): unknown {
    const cached = this.Module._cache[filename];
    if (cached) return cached.exports;
    const module = new this.Module(filename);
    module.filename = filename;
    module.paths = nodeModulePaths(folderOf(filename));
    this.#load(module, filename);
    return module.exports;
  }

  /** @returns the file that a request means in another; undefined where there is none */
  resolveQuietly(request: string, from: string): string | undefined {
    const module = new this.Module(from);
    module.filename = from;
    module.paths = nodeModulePaths(folderOf(from));
    try {
      return this.Module._resolveFilename(request, module);
    } catch {
      return undefined;
    }
  }

  #makeClass(): ModuleClass {
    // A constructor that works without `new`, for programs that inherit from it the old way.
    const Module = function Module(this: CjsModule, id = '', parent?: CjsModule | null): void {
      this.id = id;
      this.path = folderOrDot(id);
      this.exports = {};
      setParent(this, parent);
      this.filename = null;
      this.loaded = false;
      this.children = [];
    } as unknown as ModuleClass;
    Object.defineProperty(Module, 'length', { value: 0, configurable: true });
    this.#addFunctions(Module);
    this.#addMethods(Module);
    addModuleFunctions(Module, this.#files, () => this.#main);
    return Module;
  }

  #addFunctions(Module: ModuleClass): void {
    const json = (module: CjsModule, filename: string): void => {
      module.exports = parseJson(this.#read(filename), filename);
    };
    Object.assign(Module, {
      _cache: Object.create(null),
      _pathCache: Object.create(null),
      _extensions: Object.assign(Object.create(null), {
        '.js': unnamed((module: CjsModule, filename: string) => this.#loadJs(module, filename)),
        '.json': unnamed(json),
        '.node': unnamed(refuseAddon),
      }),
      globalPaths: [...globalPaths],
      _findPath: unnamed((request: string, paths: readonly string[] | null) =>
        this.#findPath(request, paths),
      ),
      _nodeModulePaths: unnamed((from: string) => nodeModulePaths(from)),
      _resolveLookupPaths: unnamed((request: string, parent?: CjsModule | null) =>
        this.#parts.isBuiltin(request) ? null : lookupPaths(request, parent),
      ),
      _load: unnamed((request: string, parent?: CjsModule | null, isMain?: boolean) =>
        this.#loadRequest(request, parent, isMain === true),
      ),
      _resolveFilename: unnamed((...args: Parameters<ModuleClass['_resolveFilename']>) =>
        this.#resolveFilename(...args),
      ),
    });
  }

  #addMethods(Module: ModuleClass): void {
    const load = (module: CjsModule, filename: string): void => this.#loadFile(module, filename);
    const compile = (module: CjsModule, source: string, filename: string): unknown =>
      this.#compile(module, source, filename);
    const plain = { configurable: true, enumerable: false };
    Object.defineProperties(Module.prototype, {
      // A getter, so that modules print as plain objects.
      constructor: { get: () => Module, ...plain },
      isPreloading: { get: () => false, ...plain },
      parent: {
        get(this: CjsModule) {
          return parentOf(this);
        },
        set(this: CjsModule, parent: CjsModule) {
          setParent(this, parent);
        },
        ...plain,
      },
    });
    Object.assign(Module.prototype, {
      load: unnamed(function (this: CjsModule, filename: string) {
        load(this, filename);
      }),
      require: unnamed(function (this: CjsModule, id: unknown): unknown {
        validateString(id, 'id');
        if (id === '') throw invalidArgValue('id', id, 'must be a non-empty string');
        return Module._load(id, this, false);
      }),
      _compile: unnamed(function (this: CjsModule, source: string, filename: string): unknown {
        return compile(this, source, filename);
      }),
    });
  }

  #loadRequest(request: string, parent: CjsModule | null | undefined, isMain: boolean): unknown {
    const { Module } = this;
    const { isBuiltin, builtin } = this.#parts;
    if (request.startsWith('node:')) {
      if (!isBuiltin(request)) throw noSuchBuiltin(request);
      return builtin(request);
    }
    const filename = Module._resolveFilename(request, parent, isMain);
    const cached = Module._cache[filename];
    if (cached) {
      setParent(cached, parent);
      return cached.loaded ? cached.exports : this.#circular.watch(cached.exports);
    }
    if (isBuiltin(filename)) return builtin(filename);
    const module = new Module(filename, parent);
    if (isMain) this.#setMain(module);
    else Reflect.set(module, mainKey, false);
    Object.assign(module, {
      [cachedByEsmKey]: false,
      [urlKey]: undefined,
      [formatKey]: undefined,
      [executingKey]: undefined,
    });
    this.#load(module, filename, parent);
    return module.exports;
  }

  #setMain(module: CjsModule): void {
    this.#main = module;
    module.id = '.';
    Reflect.set(module, mainKey, true);
    Reflect.set(this.#parts.process, 'mainModule', module);
    Reflect.set(this.Module.prototype.require, 'main', module);
  }

  #load(module: CjsModule, filename: string, parent?: CjsModule | null): void {
    const { _cache: cache } = this.Module;
    cache[filename] = module;
    let done = false;
    try {
      module.load(filename);
      done = true;
    } finally {
      if (done) this.#circular.unwatch(module.exports);
      else {
        Reflect.deleteProperty(cache, filename);
        const at = parent?.children.indexOf(module) ?? -1;
        if (at !== -1) parent?.children.splice(at, 1);
      }
    }
  }

  #loadFile(module: CjsModule, filename: string): void {
    const { Module } = this;
    module.filename ??= filename;
    module.paths ??= Module._nodeModulePaths(folderOf(filename));
    const name = filename.slice(filename.lastIndexOf('/') + 1);
    const dots = [...name.matchAll(/\./g)].map(({ index }) => index).filter((at) => at > 0);
    const known = dots.map((at) => name.slice(at)).find((one) => Module._extensions[one]);
    Module._extensions[known ?? '.js']?.(module, filename);
    module.loaded = true;
  }

  #loadJs(module: CjsModule, filename: string): void {
    const source = this.#read(filename);
    const path = projectPath(filename) ?? '';
    const format = this.#parts.formatOf(path);
    if (format === 'module')
      module.exports = this.#parts.requireEsm(path, filename, parentOf(module));
    else {
      const named = module === this.#main || /\.cjs$/.test(filename);
      if (named) Reflect.set(module, formatKey, 'commonjs');
      module._compile(source, filename, format);
    }
  }

  #compile(module: CjsModule, source: string, filename: string): unknown {
    const wrapper = this.#parts.compiler.compile(source, filename);
    const require = requireOf(this.Module, module, this.#main);
    const { exports } = module;
    Reflect.set(module, executingKey, true);
    const args = [exports, require, module, filename, folderOf(filename)];
    const result: unknown = Reflect.apply(wrapper, exports, args);
    Reflect.set(module, executingKey, false);
    return result;
  }

  #resolveFilename(...args: Parameters<ModuleClass['_resolveFilename']>): string {
    const [request, parent, , options] = args;
    if (this.#parts.isBuiltin(request)) return request;
    const from = parent?.filename ?? undefined;
    if (request.startsWith('#') && from !== undefined) {
      const meant = this.#packages.imported(request, from);
      if (meant !== undefined && this.#parts.isBuiltin(meant)) return meant;
      if (meant?.startsWith('/')) return this.#findPath(meant, ['']) || fail(request, parent);
      if (meant !== undefined) return this.#resolveFilename(meant, parent);
    }
    const own = from === undefined ? undefined : this.#packages.own(request, from);
    if (own !== undefined) return own;
    const paths =
      options?.paths === undefined
        ? this.Module._resolveLookupPaths(request, parent)
        : givenPaths(request, options.paths);
    const found = this.Module._findPath(request, paths, false);
    return found === false ? fail(request, parent) : found;
  }

  #findPath(request: string, paths: readonly string[] | null): string | false {
    const folders = request.startsWith('/') ? ['/'] : (paths ?? []);
    const extensions = Object.keys(this.Module._extensions);
    for (const folder of folders) {
      const exported =
        request.startsWith('/') || isRelative(request)
          ? undefined
          : this.#packages.installed(request, folder);
      const base = resolvePath(resolvePath('/app', folder), request);
      const found = exported ?? this.#finder.find(base, request, extensions);
      if (found !== undefined) return found;
    }
    return false;
  }

  #read(filename: string): string {
    const text = this.#files.read(filename);
    if (text === undefined) throw noSuchFile(filename);
    return text;
  }
}

function fail(request: string, parent: CjsModule | null | undefined): never {
  throw cannotFind(request, parent);
}

function folderOrDot(id: string): string {
  return id.includes('/') ? folderOf(id) : '.';
}

function parseJson(text: string, filename: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof Error) error.message = `${filename}: ${error.message}`;
    throw error;
  }
}

function refuseAddon(_module: CjsModule, filename: string): never {
  const message = `The built-in engine cannot load native code: ${filename}`;
  throw Object.assign(new Error(message), { code: 'ERR_DLOPEN_FAILED' });
}

/** Node's own are anonymous, and print so. */
function unnamed<Function extends CallableFunction>(run: Function): Function {
  return Object.defineProperty(run, 'name', { value: '', configurable: true });
}
