import { invalidArgValue, missingArgs } from '../../modules/errors/argument-errors.ts';
import { nodeError } from '../../modules/errors/node-error.ts';
import { validateString } from '../../modules/errors/validate.ts';
import { appUrl, projectPath } from '../address.ts';
import { isNodeModule, publicModules } from '../node-modules.ts';
import { packageOf } from '../package-json.ts';
import { missingPackage } from '../resolve-errors.ts';
import type { CjsModule, ModuleClass } from './cjs-module.ts';
import { folderOf, resolvePath, type ProjectFiles } from './project-files.ts';
import { requireOf } from './require-function.ts';

/** `node:module` beside what loads files. */

const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];

const nothing = <Value extends object>(members: Value): Value =>
  Object.assign(Object.create(null) as object, members);

/** A function of Node that the engine cannot offer; it says so when it is called. */
function refused(name: string): () => never {
  const message =
    `The built-in engine does not have module.${name}. ` +
    'Run the example in WebContainer, or download it and run it with Node.js.';
  const refuse = (): never => {
    throw nodeError(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', message, refuse);
  };
  return Object.defineProperty(refuse, 'name', { value: name });
}

/** A path, or the path of a `file:` address. @throws {TypeError} */
function pathOf(value: unknown, name: string): string {
  const isUrl = value instanceof URL || (typeof value === 'string' && value.startsWith('file:'));
  if (isUrl) return decodeURIComponent(new URL(value).pathname);
  if (typeof value === 'string' && value.startsWith('/')) return value;
  const reason = 'must be a file URL object, file URL string, or absolute path string';
  throw invalidArgValue(name, value, reason);
}

function createRequireFor(Module: ModuleClass, main: () => CjsModule | undefined) {
  return function createRequire(filename: unknown): CallableFunction {
    const path = pathOf(filename, 'filename');
    const file = path.endsWith('/') ? `${path}noop.js` : path;
    const module = new Module(file);
    module.filename = file;
    module.paths = Module._nodeModulePaths(folderOf(file));
    return requireOf(Module, module, main());
  };
}

/** @returns path of the `package.json` that a thing belongs to */
function findPackageJsonIn(files: ProjectFiles) {
  return function findPackageJSON(
    specifier?: unknown,
    base: unknown = 'data:',
  ): string | undefined {
    if (specifier === undefined) throw missingArgs('specifier');
    const text = specifier instanceof URL ? specifier.href : specifier;
    validateString(text, 'specifier');
    const isPlace = /^(?:\.{0,2}\/|\.{1,2}$|file:)/.test(text);
    if (text.startsWith('.') && base === 'data:') throw unresolvable(text);
    const from = base === 'data:' ? '/app/' : pathOf(base, 'base');
    const full = text.startsWith('file:')
      ? pathOf(text, 'specifier')
      : resolvePath(folderOf(from), text);
    const path = isPlace ? projectPath(full) : packagePath(text, from, files);
    if (path === undefined) return undefined;
    const folder = files.kind(`/app/${path}`) === 'folder' ? `${path}/`.replace(/^\/$/, '') : path;
    const scope = packageOf(folder, files.files);
    return scope && `/app/${scope.folder}package.json`;
  };
}

function packagePath(name: string, from: string, files: ProjectFiles): string {
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    const place = resolvePath(folder, `node_modules/${name}`);
    if (files.kind(place)) return `${projectPath(place)}/package.json`;
    if (folder === '/') throw missingPackage(name, projectPath(from));
  }
}

function unresolvable(specifier: string): Error {
  const message =
    `Failed to resolve module specifier "${specifier}" from "data:": ` +
    'Invalid relative URL or base scheme is not hierarchical.';
  return nodeError(TypeError, 'ERR_UNSUPPORTED_RESOLVE_REQUEST', message, unresolvable);
}

const functions = {
  isBuiltin: function isBuiltin(name: unknown): boolean {
    return typeof name === 'string' && isNodeModule(name);
  },
  builtinModules: publicModules,
  syncBuiltinESMExports: function syncBuiltinESMExports(): void {},
  findSourceMap: function findSourceMap(): undefined {
    return undefined;
  },
  getSourceMapsSupport: () => nothing({ enabled: false, nodeModules: false, generatedCode: false }),
  enableCompileCache: function enableCompileCache(_options?: unknown): object {
    return { status: 3 };
  },
  getCompileCacheDir: function getCompileCacheDir(): undefined {
    return undefined;
  },
  flushCompileCache: function flushCompileCache(): void {},
  constants: nothing({
    compileCacheStatus: nothing({ FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 }),
  }),
  register: refused('register'),
  registerHooks: refused('registerHooks'),
  stripTypeScriptTypes: refused('stripTypeScriptTypes'),
  setSourceMapsSupport: refused('setSourceMapsSupport'),
  SourceMap: refused('SourceMap'),
  _initPaths: () => undefined,
  _preloadModules: () => undefined,
  _debug: () => undefined,
};

/** Adds to `Module` what programs ask of `node:module`. */
export function addModuleFunctions(
  Module: ModuleClass,
  files: ProjectFiles,
  main: () => CjsModule | undefined,
): void {
  Object.assign(Module, {
    ...functions,
    createRequire: createRequireFor(Module, main),
    findPackageJSON: findPackageJsonIn(files),
    runMain: () => Module._load(mainPath(), null, true),
    wrap: (script: string) => `${wrapper[0]}${script}${wrapper[1]}`,
    Module,
  });
  Object.defineProperty(Module, 'wrapper', { value: wrapper, writable: true, configurable: true });
  Object.defineProperty(Module, 'wrap', { enumerable: false });
}

const mainPath = (): string => process.argv[1] ?? appUrl;
