import { validateString } from '../../modules/errors/validate.ts';
import type { CjsModule, ModuleClass } from './cjs-module.ts';

type ResolveOptions = Parameters<ModuleClass['_resolveFilename']>[3];

/** `require` as one file sees it. */
export function requireOf(
  Module: ModuleClass,
  module: CjsModule,
  main: CjsModule | undefined,
): CallableFunction {
  const require = function (path: unknown): unknown {
    return module.require(path);
  };
  const resolve = function (request: string, options?: ResolveOptions): string {
    validateString(request, 'request');
    return Module._resolveFilename(request, module, false, options);
  };
  const paths = function (request: string): string[] | null {
    validateString(request, 'request');
    return Module._resolveLookupPaths(request, module);
  };
  return Object.assign(require, {
    resolve: Object.assign(resolve, { paths }),
    main,
    extensions: Module._extensions,
    cache: Module._cache,
  });
}
