/** What `module` is in a CommonJS file. */
export interface CjsModule {
  id: string;
  path: string;
  exports: unknown;
  filename: string | null;
  loaded: boolean;
  children: CjsModule[];
  paths?: string[];
  load(filename: string): void;
  require(id: unknown): unknown;
  _compile(source: string, filename: string, format?: string): unknown;
}

type ExtensionLoader = (module: CjsModule, filename: string) => void;

/** `Module` of `node:module`, as this folder uses it: programs replace its functions. */
export interface ModuleClass {
  new (id?: string, parent?: CjsModule | null): CjsModule;
  readonly prototype: CjsModule;
  _cache: Record<string, CjsModule | undefined>;
  _pathCache: Record<string, string>;
  _extensions: Record<string, ExtensionLoader>;
  globalPaths: string[];
  _load(request: string, parent?: CjsModule | null, isMain?: boolean): unknown;
  _resolveFilename(
    request: string,
    parent?: CjsModule | null,
    isMain?: boolean,
    options?: { readonly paths?: readonly string[] },
  ): string;
  _resolveLookupPaths(request: string, parent?: CjsModule | null): string[] | null;
  _nodeModulePaths(from: string): string[];
  _findPath(request: string, paths: readonly string[] | null, isMain?: boolean): string | false;
}

/** Names under which Node prints them. */
export const mainKey = Symbol('kIsMainSymbol');
export const cachedByEsmKey = Symbol('kIsCachedByESMLoader');
export const urlKey = Symbol('kURL');
export const formatKey = Symbol('kFormat');
export const executingKey = Symbol('kIsExecuting');

/** Who asked first for each module. */
const parents = new WeakMap<CjsModule, CjsModule | null>();

export function parentOf(module: CjsModule): CjsModule | null | undefined {
  return parents.get(module);
}

export function setParent(module: CjsModule, parent: CjsModule | null | undefined): void {
  if (parent === undefined) return;
  parents.set(module, parent);
  if (parent && !parent.children.includes(module)) parent.children.push(module);
}
