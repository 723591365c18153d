import { nodeError } from '../modules/errors/node-error.ts';

/** What an import names. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string };

/** What there is to import. */
export interface Importable {
  readonly files: Readonly<Record<string, string>>;
  /** Built-in modules without `node:`. */
  readonly builtins: Pick<ReadonlyMap<string, unknown>, 'has'>;
  readonly packages: Readonly<Record<string, string>>;
}

/** Folder in which a program believes to stand. */
export const appFolder = '/app/';
export const appUrl = 'file:///app/';

/** Node's modules that the engine may lack; without `node:` they would look like packages. */
const nodeModules = new Set(
  `async_hooks buffer child_process cluster crypto dgram diagnostics_channel dns fs http http2 https
  inspector module net os querystring readline repl stream string_decoder tls tty v8 vm
  worker_threads zlib`.split(/\s+/),
);

/**
 * Finds what an import means, by Node's rules for ES modules.
 * @param from path of the importing file; undefined for a package
 * @throws Node's own errors, where there is no such thing
 */
export function resolve(specifier: string, from: string | undefined, what: Importable): Target {
  const name = [specifier, `node:${specifier}`].find((one) => Object.hasOwn(what.packages, one));
  if (name !== undefined) return { kind: 'package', name };
  if (specifier.startsWith('node:')) return builtin(specifier.slice(5), from, what);
  if (/^(?:\.{0,2}\/|file:)/.test(specifier)) return file(specifier, from, what);
  if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) throw unsupportedScheme(specifier);
  const [first = ''] = specifier.split('/');
  if (what.builtins.has(specifier) || nodeModules.has(first)) return builtin(specifier, from, what);
  throw unknownPackage(specifier, from);
}

function builtin(name: string, from: string | undefined, { builtins }: Importable): Target {
  // Only what comes with the engine sees the machine below it.
  const hidden = from !== undefined && name.startsWith('internal/');
  if (builtins.has(name) && !hidden) return { kind: 'builtin', name };
  throw nodeError(
    Error,
    'ERR_UNKNOWN_BUILTIN_MODULE',
    `The built-in engine does not have the module node:${name}. ` +
      'Run the example in WebContainer, or download it and run it with Node.js.',
  );
}

function file(specifier: string, from: string | undefined, { files }: Importable): Target {
  const { pathname } = new URL(specifier, appUrl + (from ?? ''));
  const full = decodeURIComponent(pathname);
  const path = full.slice(appFolder.length);
  if (full.startsWith(appFolder) && Object.hasOwn(files, path)) return { kind: 'file', path };
  const message = `Cannot find module '${full}' imported from ${nameOf(from)}`;
  const error = nodeError(Error, 'ERR_MODULE_NOT_FOUND', message, file);
  throw Object.assign(error, { url: `file://${full}` });
}

function unknownPackage(specifier: string, from: string | undefined): Error {
  const parts = specifier.split('/');
  const name = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
  const message = `Cannot find package '${name}' imported from ${nameOf(from)}`;
  return nodeError(Error, 'ERR_MODULE_NOT_FOUND', message, unknownPackage);
}

function unsupportedScheme(specifier: string): Error {
  const scheme = specifier.slice(0, specifier.indexOf(':') + 1);
  const message =
    'Only URLs with a scheme in: file and node are supported by the built-in engine. ' +
    `Received protocol '${scheme}'`;
  return nodeError(Error, 'ERR_UNSUPPORTED_ESM_URL_SCHEME', message, unsupportedScheme);
}

function nameOf(from: string | undefined): string {
  return from === undefined ? 'a package' : appFolder + from;
}
