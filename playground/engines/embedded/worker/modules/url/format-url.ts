import { invalidArgType } from '../errors/argument-errors.ts';
import { unicodeDomain } from './domains.ts';
import { formatParts } from './legacy/format.ts';
import type { UrlParts } from './legacy/parts.ts';
import { parse } from './legacy/url.ts';
import { NodeUrl } from './node-url.ts';

/** `url.format`, for addresses of both kinds. */

/** What is shown; null and undefined leave the default. */
interface FormatOptions {
  readonly auth?: unknown;
  readonly fragment?: unknown;
  readonly search?: unknown;
  /** Shows a host's international letters. */
  readonly unicode?: unknown;
}

function optionsOf(options: unknown): FormatOptions {
  if (!options) return {};
  if (typeof options !== 'object' || Array.isArray(options))
    throw invalidArgType('options', 'object', options);
  return options;
}

function formatUrl(url: URL, given: unknown): string {
  const { auth, fragment, search, unicode } = optionsOf(given);
  const copy = new NodeUrl(url.href);
  if (!(auth ?? true)) copy.username = copy.password = '';
  if (!(fragment ?? true)) copy.hash = '';
  if (!(search ?? true)) copy.search = '';
  if (!unicode || copy.host === '') return copy.href;
  // The host stands after the slashes, and after user and password where there are any.
  const start = copy.href.indexOf('//') + 2;
  const at = copy.href.indexOf(
    copy.host,
    copy.username || copy.password ? copy.href.indexOf('@') : start,
  );
  return copy.href.slice(0, at) + unicodeDomain(copy.host) + copy.href.slice(at + copy.host.length);
}

/** @param urlObject an address of either kind, or its parts */
export function format(urlObject: unknown, options?: unknown): string {
  if (typeof urlObject === 'string') return parse(urlObject).format();
  if (typeof urlObject !== 'object' || urlObject === null)
    throw invalidArgType('urlObject', ['Object', 'string'], urlObject);
  if (urlObject instanceof NodeUrl) return formatUrl(urlObject, options);
  return formatParts(urlObject as Partial<UrlParts>);
}
