import { formatParts } from './format.ts';
import { pathOf, type UrlParts } from './parts.ts';
import { isHostless, isSlashed } from './protocols.ts';

/** Where a link leads, seen from an address: as browsers did it before there was a standard. */

type Segments = string[];

function segmentsOf(pathname: string | null | undefined): Segments {
  return pathname ? pathname.split('/') : [];
}

function hasText(text: string | null | undefined): boolean {
  return text !== null && text !== undefined;
}

/** Puts the host in front of the path: `mailto:` and its like have no other place for it. */
function withHost(path: Segments, host: string | null | undefined): Segments {
  if (!host) return path;
  return path[0] === '' ? [host, ...path.slice(1)] : [host, ...path];
}

/** `user@host` in the place of a host. */
function splitAuth(result: UrlParts): void {
  const [auth, host] = (result.host?.indexOf('@') ?? -1) > 0 ? (result.host ?? '').split('@') : [];
  if (host === undefined) return;
  result.auth = auth || null;
  result.host = result.hostname = host;
}

function finished(result: UrlParts): UrlParts {
  result.href = formatParts(result);
  return result;
}

/** Another protocol: what is known of the source hardly counts. */
function ofOtherProtocol(result: UrlParts, link: UrlParts): UrlParts {
  if (!isSlashed(link.protocol)) return finished(Object.assign(result, link));
  result.protocol = link.protocol;
  let host = link.host;
  let { hostname } = link;
  if (!host && !/^file:?$/.test(link.protocol ?? '') && !isHostless(link.protocol)) {
    const path = (link.pathname ?? '').split('/');
    while (path.length > 0 && !host) host = path.shift() ?? '';
    host ||= '';
    hostname ||= '';
    if (path[0] !== '') path.unshift('');
    if (path.length < 2) path.unshift('');
    result.pathname = path.join('/');
  } else {
    result.pathname = link.pathname;
  }
  result.search = link.search;
  result.query = link.query;
  result.host = host || '';
  result.auth = link.auth;
  result.hostname = hostname || host;
  result.port = link.port;
  if (result.pathname || result.search) result.path = pathOf(result);
  result.slashes = result.slashes || link.slashes;
  return finished(result);
}

/** Takes dots out. @returns what is left, and how many `..` lead out of it */
function withoutDots(path: Segments): { readonly kept: Segments; readonly up: number } {
  const kept: Segments = [];
  let up = 0;
  for (const segment of path.toReversed()) {
    if (segment === '.') continue;
    if (segment === '..') up++;
    else if (up > 0) up--;
    else kept.unshift(segment);
  }
  return { kept, up };
}

/** What the steps of `resolveParts` hand on. */
interface Journey {
  readonly result: UrlParts;
  readonly link: UrlParts;
  /** Whether the protocol goes without slashes, so that a host may be climbed over. */
  readonly bare: boolean;
  readonly path: Segments;
  readonly mustBeAbsolute: boolean;
  readonly dropsDots: boolean;
}

function isRooted(path: Segments): boolean {
  return path[0]?.startsWith('/') === true || path[0] === '';
}

function endsAsFolder({ result, link, path }: Journey): boolean {
  const last = path.at(-1);
  const isDots = last === '.' || last === '..';
  return last === '' || (isDots && Boolean(result.host || link.host || path.length > 1));
}

/** The last step: dots are followed, and the path is put back together. */
function arrive(journey: Journey): UrlParts {
  const { result, link, bare, mustBeAbsolute } = journey;
  const { kept: path, up } = withoutDots(journey.path);
  if (!mustBeAbsolute && !journey.dropsDots)
    path.unshift(...Array.from({ length: up }, () => '..'));
  if (mustBeAbsolute && !isRooted(path)) path.unshift('');
  if (endsAsFolder(journey) && !path.join('/').endsWith('/')) path.push('');
  const absolute = isRooted(path);
  if (bare) {
    result.host = absolute ? '' : (path.shift() ?? '');
    result.hostname = result.host;
    splitAuth(result);
  }
  if ((mustBeAbsolute || (result.host && path.length > 0)) && !absolute) path.unshift('');
  result.pathname = path.length > 0 ? path.join('/') : null;
  if (path.length === 0) result.path = null;
  if (hasText(result.pathname) || hasText(result.search)) result.path = pathOf(result);
  result.auth = link.auth || result.auth;
  result.slashes = result.slashes || link.slashes;
  return finished(result);
}

/** A link that is only a search. */
function onlySearch({ result, link, bare, path }: Journey): UrlParts {
  if (bare) {
    result.host = path.shift() ?? null;
    result.hostname = result.host;
    splitAuth(result);
  }
  result.search = link.search;
  result.query = link.query;
  if (hasText(result.pathname) || hasText(result.search)) result.path = pathOf(result);
  return finished(result);
}

function noPath(result: UrlParts): UrlParts {
  result.pathname = null;
  result.path = result.search ? `/${result.search}` : null;
  return finished(result);
}

function takeHost(result: UrlParts, link: UrlParts): void {
  if (hasText(link.host)) {
    if (result.host !== link.host) result.auth = null;
    result.host = link.host;
    result.port = link.port;
  }
  if (hasText(link.hostname)) {
    if (result.hostname !== link.hostname) result.auth = null;
    result.hostname = link.hostname;
  }
}

/** Source and link are of one protocol. */
function follow(result: UrlParts, link: UrlParts): UrlParts {
  const bare = Boolean(result.protocol) && !isSlashed(result.protocol);
  const linkIsAbsolute = Boolean(link.host) || link.pathname?.startsWith('/') === true;
  const dropsDots =
    linkIsAbsolute ||
    result.pathname?.startsWith('/') === true ||
    Boolean(result.host && link.pathname);
  let path = segmentsOf(result.pathname);
  let linkPath = segmentsOf(link.pathname);
  let mustBeAbsolute = dropsDots;
  if (bare) {
    path = withHost(path, result.host);
    Object.assign(result, { hostname: '', port: null, host: '' });
    if (link.protocol) {
      linkPath = withHost(linkPath, link.host);
      result.auth = null;
      link = { ...link, hostname: null, port: null, host: null };
    }
    mustBeAbsolute &&= linkPath[0] === '' || path[0] === '';
  }
  const journey = { result, link, bare, mustBeAbsolute, dropsDots };
  const search = { search: link.search, query: link.query };
  if (linkIsAbsolute) {
    takeHost(result, link);
    Object.assign(result, search);
    path = linkPath;
  } else if (linkPath.length > 0) {
    Object.assign(result, search);
    path = [...path.slice(0, -1), ...linkPath];
  } else if (hasText(link.search)) {
    return onlySearch({ ...journey, path });
  }
  return path.length > 0 ? arrive({ ...journey, path }) : noPath(result);
}

/** @param source is left as it is */
export function resolveParts(source: UrlParts, link: UrlParts): UrlParts {
  const result: UrlParts = { ...source, hash: link.hash };
  if (link.href === '') return finished(result);
  if (link.slashes && !link.protocol) {
    Object.assign(result, link, { protocol: result.protocol });
    if (isSlashed(result.protocol) && result.hostname && !result.pathname)
      result.path = result.pathname = '/';
    return finished(result);
  }
  return link.protocol && link.protocol !== result.protocol
    ? ofOtherProtocol(result, link)
    : follow(result, link);
}
