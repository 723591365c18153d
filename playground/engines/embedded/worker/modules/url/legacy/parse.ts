import { querystring } from '../../querystring/querystring-module.ts';
import { formatParts } from './format.ts';
import { parseHost } from './host.ts';
import { noParts, pathOf, type UrlParts } from './parts.ts';
import { isHostless, isSlashed } from './protocols.ts';

/** The parser of addresses from before there was a standard for it. */

const whitespace = '[\\0-\\x20\\xa0\\ufeff]';
const outerSpace = new RegExp(`^${whitespace}+|${whitespace}+$`, 'g');
/** A path alone, the most frequent kind. */
const onlyPath = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/;
const protocolText = /^[a-z\d.+-]+:/i;
const userAtHost = /^\/\/[^@/]+@[^@/]+/;
/** Signs that end a host, or are in none. */
const notOfHost = /[ "%';<>\\^`{|}#/?]/;
const escaped = /[\t\n\r "'<>\\^`{|}]/g;

/** Before a question mark or a hash, a backslash counts as a slash. */
function withSlashes(address: string): string {
  const end = address.search(/[?#]/);
  const head = end < 0 ? address : address.slice(0, end);
  return head.replaceAll('\\', '/') + address.slice(head.length);
}

function escapeSign(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function setSearch(parts: UrlParts, search: string | undefined, parseQuery: boolean): void {
  if (search !== undefined) {
    parts.search = search;
    parts.query = parseQuery ? querystring.parse(search.slice(1)) : search.slice(1);
  } else if (parseQuery) {
    parts.query = querystring.parse('');
  }
}

/** What stands between the slashes and the path. */
function takeHost(parts: UrlParts, text: string, address: string): string {
  const slash = text.search(/[#/?]/);
  // As in the standard, tabs and line ends are passed over.
  const authority = (slash < 0 ? text : text.slice(0, slash)).replaceAll(/[\t\n\r]/g, '');
  const at = authority.lastIndexOf('@');
  if (at >= 0) parts.auth = decodeURIComponent(authority.slice(0, at));
  const host = authority.slice(at + 1);
  const cut = host.search(notOfHost);
  const end = cut < 0 ? host.length : cut;
  const { hostname, port, isIpv6, left } = parseHost(host.slice(0, end), address);
  parts.port = port;
  parts.host = hostname + (port === null ? '' : `:${port}`);
  parts.hostname = isIpv6 ? hostname.slice(1, -1) : hostname;
  const rest = left + host.slice(end) + (slash < 0 ? '' : text.slice(slash));
  return isIpv6 && !rest.startsWith('/') ? `/${rest}` : rest;
}

/** Path, search and hash. */
function takePath(parts: UrlParts, text: string, parseQuery: boolean): void {
  const [, pathname = '', search, hash] = /^([^?#]*)(\?[^#]*)?(#[^]*)?$/.exec(text) ?? [];
  if (hash !== undefined) parts.hash = hash;
  setSearch(parts, search, parseQuery);
  if (pathname !== '') parts.pathname = pathname;
  else if (isSlashed(parts.protocol) && parts.hostname) parts.pathname = '/';
  if (parts.pathname || parts.search) parts.path = pathOf(parts);
}

function parsePath(text: string, parseQuery: boolean): UrlParts | undefined {
  const [, pathname, search] = onlyPath.exec(text) ?? [];
  if (pathname === undefined) return undefined;
  const parts = { ...noParts(), pathname, path: text, href: text };
  setSearch(parts, search, parseQuery);
  return parts;
}

/** @returns the protocol as it stands, and whether a host follows */
function takeProtocol(
  parts: UrlParts,
  text: string,
  slashesDenoteHost: boolean,
): { readonly hasHost: boolean; readonly rest: string } {
  const [protocol] = protocolText.exec(text) ?? [];
  const lower = protocol?.toLowerCase();
  const rest = text.slice(protocol?.length ?? 0);
  if (lower !== undefined) parts.protocol = lower;
  const mayHaveSlashes = slashesDenoteHost || protocol !== undefined || userAtHost.test(rest);
  const slashes = mayHaveSlashes && rest.startsWith('//');
  const hostless = isHostless(lower);
  if (slashes && !hostless) parts.slashes = true;
  const hasHost = !hostless && (slashes || (protocol !== undefined && !isSlashed(protocol)));
  return { hasHost, rest: slashes && !hostless ? rest.slice(2) : rest };
}

/**
 * @param parseQuery whether the query becomes an object
 * @param slashesDenoteHost whether `//a/b` names the host `a`
 * @throws {TypeError} ERR_INVALID_URL for a host that is none
 */
export function parseParts(
  address: string,
  parseQuery: boolean,
  slashesDenoteHost: boolean,
): UrlParts {
  const text = withSlashes(address.replaceAll(outerSpace, ''));
  if (!slashesDenoteHost && !/#|^[^?]*@/.test(text)) {
    const path = parsePath(text, parseQuery);
    if (path !== undefined) return path;
  }
  const parts = noParts();
  const { hasHost, rest } = takeProtocol(parts, text, slashesDenoteHost);
  const afterHost = hasHost ? takeHost(parts, rest, address) : rest;
  const path = isHostless(parts.protocol) ? afterHost : afterHost.replaceAll(escaped, escapeSign);
  takePath(parts, path, parseQuery);
  parts.href = formatParts(parts);
  return parts;
}
