import { asciiDomain } from '../domains.ts';
import { invalidUrl } from '../invalid-url.ts';

/** The host of an old address: its name, and its port. */

export interface Host {
  readonly hostname: string;
  readonly port: string | null;
  /** Without brackets around the name of an IPv6 address. */
  readonly isIpv6: boolean;
  /** What was no part of a name; it belongs to the path. */
  readonly left: string;
}

const forbidden = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const forbiddenIpv6 = /[\0\t\n\r #%/<>?@\\^|]/;
const longestName = 255;

let hasWarned = false;

/** As in Node: only the first address with a bad port is named. */
function warnOfPort(address: string): void {
  if (hasWarned) return;
  hasWarned = true;
  const message = `The URL ${address} is invalid. Future versions of Node.js will throw an error.`;
  process.emitWarning(message, 'DeprecationWarning', 'DEP0170');
}

/** @returns the name, and its port without a colon */
export function splitPort(host: string): { name: string; port: string | null } {
  const [end] = /:\d*$/.exec(host) ?? [];
  if (end === undefined) return { name: host, port: null };
  return { name: host.slice(0, -end.length), port: end.slice(1) || null };
}

export function isBracketed(name: string): boolean {
  return name.startsWith('[') && name.endsWith(']');
}

/** A colon that begins no port ends the name. */
function cutName(name: string, address: string): { name: string; left: string } {
  const at = name.indexOf(':');
  if (at < 0) return { name, left: '' };
  warnOfPort(address);
  return { name: name.slice(0, at), left: `/${name.slice(at)}` };
}

/**
 * @param text between the slashes and the path, without user and password
 * @param address the whole of it, for errors
 * @throws {TypeError} ERR_INVALID_URL
 */
export function parseHost(text: string, address: string): Host {
  const { name: whole, port } = splitPort(text);
  const isIpv6 = isBracketed(whole);
  const { name, left } = isIpv6 ? { name: whole, left: '' } : cutName(whole, address);
  const lower = name.length > longestName ? '' : name.toLowerCase();
  if (lower === '') return { hostname: '', port, isIpv6, left };
  if (isIpv6) {
    if (forbiddenIpv6.test(lower)) throw invalidUrl(address);
    return { hostname: lower, port, isIpv6, left };
  }
  // What other letters mean in ASCII may be a sign that a host may not have.
  const hostname = asciiDomain(lower);
  if (hostname === '' || forbidden.test(hostname)) throw invalidUrl(address);
  return { hostname, port, isIpv6, left };
}
