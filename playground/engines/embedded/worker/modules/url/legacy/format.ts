import { querystring } from '../../querystring/querystring-module.ts';
import { isBracketed } from './host.ts';
import type { UrlParts } from './parts.ts';
import { isSlashed } from './protocols.ts';

/** From the parts of an old address to its text. */

const escapeText = querystring.escape;

function hostText({ auth, host, hostname, port }: Partial<UrlParts>): string {
  const user = auth ? `${escapeText(auth).replaceAll('%3A', ':')}@` : '';
  if (host) return user + host;
  if (!hostname) return '';
  const name = hostname.includes(':') && !isBracketed(hostname) ? `[${hostname}]` : hostname;
  return user + name + (port ? `:${port}` : '');
}

function searchText({ search, query }: Partial<UrlParts>): string {
  const asked = query !== null && typeof query === 'object' ? querystring.stringify(query) : '';
  const text = search || (asked && `?${asked}`);
  return (text && !text.startsWith('?') ? `?${text}` : text).replaceAll('#', '%23');
}

function signed(sign: string, text: string | null | undefined): string {
  return text && !text.startsWith(sign) ? sign + text : (text ?? '');
}

/** @param parts may be of a program's own making */
export function formatParts(parts: Partial<UrlParts>): string {
  const protocol = parts.protocol || '';
  const scheme = protocol && !protocol.endsWith(':') ? `${protocol}:` : protocol;
  const pathname = (parts.pathname || '').replaceAll('#', '%23').replaceAll('?', '%3F');
  const host = hostText(parts);
  const end = searchText(parts) + signed('#', parts.hash);
  const mayHaveSlashes = parts.slashes || isSlashed(scheme);
  if (mayHaveSlashes && (parts.slashes || host))
    return `${scheme}//${host}${signed('/', pathname)}${end}`;
  return `${scheme}${mayHaveSlashes && /^file/.test(scheme) ? '//' : host}${pathname}${end}`;
}
