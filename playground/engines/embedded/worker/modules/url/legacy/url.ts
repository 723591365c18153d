import { validateString } from '../../errors/validate.ts';
import { deprecation } from '../../buffer/deprecation.ts';
import { formatParts } from './format.ts';
import { splitPort } from './host.ts';
import { parseParts } from './parse.ts';
import type { UrlParts } from './parts.ts';
import { resolveParts } from './resolve.ts';

/** `url.parse` and what belongs to it. */

const warnOfParse = deprecation(
  '`url.parse()` behavior is not standardized and prone to errors that have security ' +
    'implications. Use the WHATWG URL API instead. CVEs are not issued for `url.parse()` ' +
    'vulnerabilities.',
  'DEP0169',
);

function parsed(address: unknown, parseQuery: unknown, slashesDenoteHost: unknown): UrlParts {
  validateString(address, 'url');
  return parseParts(address, Boolean(parseQuery), Boolean(slashesDenoteHost));
}

/** The parts of an address, and what can be done with them. */
export class Url implements UrlParts {
  protocol: UrlParts['protocol'] = null;
  slashes: UrlParts['slashes'] = null;
  auth: UrlParts['auth'] = null;
  host: UrlParts['host'] = null;
  port: UrlParts['port'] = null;
  hostname: UrlParts['hostname'] = null;
  hash: UrlParts['hash'] = null;
  search: UrlParts['search'] = null;
  query: UrlParts['query'] = null;
  pathname: UrlParts['pathname'] = null;
  path: UrlParts['path'] = null;
  href: UrlParts['href'] = null;

  parse(address: unknown, parseQuery?: unknown, slashesDenoteHost?: unknown): this {
    return Object.assign(this, parsed(address, parseQuery, slashesDenoteHost));
  }

  format(): string {
    return formatParts(this);
  }

  resolve(relative: unknown): string {
    return this.resolveObject(parse(relative, false, true)).format();
  }

  resolveObject(relative: unknown): Url {
    const link = typeof relative === 'string' ? parsed(relative, false, true) : relative;
    return Object.assign(new Url(), resolveParts(this, link as UrlParts));
  }

  /** Takes name and port out of `host`. */
  parseHost(): void {
    const { name, port } = splitPort(this.host ?? '');
    if (port !== null) this.port = port;
    if (name !== '') this.hostname = name;
  }
}

/** @throws {TypeError} ERR_INVALID_URL for a host that is none */
export function parse(address: unknown, parseQuery?: unknown, slashesDenoteHost?: unknown): Url {
  warnOfParse();
  if (address instanceof Url) return address;
  return new Url().parse(address, parseQuery, slashesDenoteHost);
}

export function resolve(source: unknown, relative: unknown): string {
  return parse(source, false, true).resolve(relative);
}

export function resolveObject(source: unknown, relative: unknown): unknown {
  return source ? parse(source, false, true).resolveObject(relative) : relative;
}
