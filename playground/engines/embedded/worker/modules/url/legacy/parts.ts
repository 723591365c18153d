import type { ParsedUrlQuery } from 'node:querystring';

/** The parts of an old address. Each is null where the address has none. */
export interface UrlParts {
  protocol: string | null;
  slashes: boolean | null;
  auth: string | null;
  host: string | null;
  port: string | null;
  hostname: string | null;
  hash: string | null;
  search: string | null;
  query: string | ParsedUrlQuery | null;
  pathname: string | null;
  path: string | null;
  href: string | null;
}

export function noParts(): UrlParts {
  return {
    protocol: null,
    slashes: null,
    auth: null,
    host: null,
    port: null,
    hostname: null,
    hash: null,
    search: null,
    query: null,
    pathname: null,
    path: null,
    href: null,
  };
}

/** Where the path goes on with a search. */
export function pathOf({ pathname, search }: Pick<UrlParts, 'pathname' | 'search'>): string {
  return `${pathname ?? ''}${search ?? ''}`;
}
