import { invalidArgType } from '../errors/argument-errors.ts';
import { fileURLToPath, pathToFileURL } from './file-urls.ts';
import { NodeUrl } from './node-url.ts';

/** `node:url` without its old parser: the WHATWG classes and what goes with them. */

interface FormatOptions {
  readonly auth?: boolean;
  readonly fragment?: boolean;
  readonly search?: boolean;
  /** Shows a host's international letters; a browser keeps them encoded. */
  readonly unicode?: boolean;
}

function format(url: URL, options: FormatOptions = {}): string {
  if (!(url instanceof URL)) throw invalidArgType('urlObject', ['Object', 'string'], url);
  const { auth = true, fragment = true, search = true } = options;
  const copy = new NodeUrl(url);
  if (!auth) copy.username = copy.password = '';
  if (!fragment) copy.hash = '';
  if (!search) copy.search = '';
  return copy.href;
}

/** Options for `http.request`. */
function urlToHttpOptions(url: URL): Record<string, unknown> {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  return {
    ...url,
    protocol,
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    hash,
    search,
    pathname,
    path: `${pathname}${search}`,
    href,
    ...(port === '' ? {} : { port: Number(port) }),
    ...(username === '' && password === ''
      ? {}
      : { auth: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` }),
  };
}

function domainToASCII(domain: string): string {
  return NodeUrl.parse(`ws://${domain}`)?.hostname ?? '';
}

/** @param resolve makes a path absolute */
export function createUrl(resolve: (path: string) => string) {
  return {
    URL: NodeUrl,
    URLSearchParams,
    domainToASCII,
    format,
    pathToFileURL: (path: string): URL => pathToFileURL(path, resolve),
    fileURLToPath,
    urlToHttpOptions,
  };
}
