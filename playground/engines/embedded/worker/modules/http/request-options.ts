import { invalidArgType } from 'node:internal/errors';

export interface RequestOptions {
  [name: string]: unknown;
}

/** Reads `(url, options, callback)`, where the first or second may be missing. */
export function readRequestArguments(
  args: readonly unknown[],
): readonly [RequestOptions, (() => void) | undefined] {
  const [first, second] = args;
  const callback = args.find((one) => typeof one === 'function') as (() => void) | undefined;
  const own = (value: unknown): RequestOptions =>
    typeof value === 'object' && value !== null ? { ...value } : {};
  if (typeof first === 'string')
    return [{ ...urlOptions(new URL(first)), ...own(second) }, callback];
  if (first instanceof URL) return [{ ...urlOptions(first), ...own(second) }, callback];
  return [own(first), callback];
}

function urlOptions(url: URL): RequestOptions {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  return {
    protocol,
    hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
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

/** @throws where a host is neither text nor missing */
export function readHost(host: unknown, name: string): string | undefined {
  if (host === undefined || host === null) return undefined;
  if (typeof host !== 'string')
    throw invalidArgType(`options.${name}`, ['string', 'undefined', 'null'], host);
  return host === '' ? undefined : host;
}
