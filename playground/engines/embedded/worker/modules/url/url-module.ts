import { invalidArgType } from '../errors/argument-errors.ts';
import { domainToASCII, domainToUnicode } from './domains.ts';
import { fileURLToPath, fileURLToPathBuffer } from './file-urls.ts';
import { format } from './format-url.ts';
import { parse, resolve, resolveObject, Url } from './legacy/url.ts';
import { NodeUrl } from './node-url.ts';
import { pathToFileURL, type Resolve } from './path-to-file-url.ts';
import { NodeSearchParams } from './search-params.ts';

/** `node:url`: the classes of the standard, the parser from before it, and what goes with them. */

/** Options for `http.request`. */
function urlToHttpOptions(url: unknown): Record<string, unknown> {
  if (typeof url !== 'object' || url === null) throw invalidArgType('url', 'object', url);
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url as URL;
  const path = `${pathname || ''}${search || ''}`;
  const options = Object.assign(Object.create(null) as Record<string, unknown>, url, {
    protocol,
    hostname: hostname?.startsWith('[') ? hostname.slice(1, -1) : hostname,
    ...{ hash, search, pathname, path, href },
  });
  if (port !== '') options['port'] = Number(port);
  if (username || password)
    options['auth'] = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

interface Paths {
  readonly resolve: Resolve;
  readonly win32: { readonly resolve: Resolve };
}

/** @param path makes paths absolute */
export function createUrl(path: Paths) {
  return {
    ...{ Url, parse, resolve, resolveObject, format },
    URL: NodeUrl,
    URLPattern: globalThis.URLPattern,
    URLSearchParams: NodeSearchParams,
    ...{ domainToASCII, domainToUnicode },
    pathToFileURL: (file: unknown, options?: { readonly windows?: unknown } | null): URL =>
      pathToFileURL(file, path.resolve, options?.windows ? path.win32.resolve : undefined),
    ...{ fileURLToPath, fileURLToPathBuffer, urlToHttpOptions },
  };
}
