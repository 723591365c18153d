import { missingArgs } from '../errors/argument-errors.ts';
import { toUnicode } from '../punycode/domains.ts';

/** Names of hosts, in ASCII and in the letters of their language. */

const PlatformUrl = URL;
const ascii = /^[\0-\x7f]*$/;
const encodedLabel = /(?:^|\.)xn--/i;

/** Kept from being read as a number, which the platform takes for an IPv4 address. */
const suffix = '.x';

/** @returns the name in ASCII; empty for a name that has none */
export function asciiDomain(name: string): string {
  if (ascii.test(name) && !encodedLabel.test(name)) return name;
  const url = PlatformUrl.parse(`ws://${name}${suffix}`);
  return url === null ? '' : url.hostname.slice(0, -suffix.length);
}

/** What an address makes of it; with a port or a user it is no name. */
function hostOf(domain: string): string {
  const url = domain === '' ? null : PlatformUrl.parse(`ws://${domain}`);
  const isBare =
    url !== null && !/^[^/?#]*(?:@|:\d*(?:[/?#]|$))/.test(domain.replace(/^\[.*?\]/, ''));
  // A browser encodes signs that no name may have.
  return isBare && !url.hostname.includes('%') ? url.hostname : '';
}

/** Letters that cannot be decoded stay as they are. */
export function unicodeDomain(host: string): string {
  try {
    return toUnicode(host);
  } catch {
    return host;
  }
}

export function domainToASCII(...args: readonly unknown[]): string {
  if (args.length === 0) throw missingArgs('domain');
  return hostOf(`${args[0] as string}`);
}

export function domainToUnicode(...args: readonly unknown[]): string {
  if (args.length === 0) throw missingArgs('domain');
  return unicodeDomain(hostOf(`${args[0] as string}`));
}
