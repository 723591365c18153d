import { systemError } from '../../worker/modules/errors/system-error.ts';
import { isIP } from '../../worker/modules/net/ip.ts';
import {
  explainNoNetwork,
  isOwnAddress,
  noNetwork,
  resolveHost,
} from '../../worker/modules/net/resolve-host.ts';

/**
 * The address of a host of the program's own machine.
 * @throws an error that names the host and says that there is no network, as the cause of
 * `fetch failed`
 */
export function resolveOwnHost(url: URL): string {
  if (url.protocol === 'https:')
    throw refused(url, 'ECONNREFUSED', 'connect', 'there is no TLS, so https: cannot be had');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const known = isIP(host) === 0 ? /(?:^|\.)localhost\.?$/i.test(host) : isOwnAddress(host);
  if (known) return resolveHost(host).address;
  throw isIP(host) === 0
    ? refused(url, 'ENOTFOUND', 'getaddrinfo', noNetwork)
    : refused(url, 'ENETUNREACH', 'connect', noNetwork);
}

/** Node's error for a network that is gone, with the reason after it. */
function refused(
  url: URL,
  code: 'ECONNREFUSED' | 'ENOTFOUND' | 'ENETUNREACH',
  syscall: string,
  why: string,
): Error {
  explainNoNetwork();
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  const error = systemError(
    code,
    syscall,
    code === 'ENOTFOUND' ? { hostname: host } : { address: host, port },
  );
  error.message += ` (the built-in engine: ${why})`;
  return error;
}
