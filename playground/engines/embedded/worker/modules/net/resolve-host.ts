import { machine } from 'node:internal/machine';
import { systemError } from '../errors/system-error.ts';
import { isIP } from './ip.ts';

/** An address that a name stands for. */
export interface Found {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Why nothing but the program's own servers can be reached, and where it could. */
export const noNetwork =
  'no network: a program reaches its own servers on localhost, and nothing else. ' +
  'Run the example in WebContainer, or download it and run it with Node.js.';

let explained = false;

/** Tells the reader, once a program, why a name or an address cannot be reached. */
export function explainNoNetwork(): void {
  if (explained) return;
  explained = true;
  machine.write('stderr', `The built-in engine has ${noNetwork}\n`);
}

/**
 * What a host's name stands for. Only the program's own machine has one.
 * @throws `ENOTFOUND`, as Node's `getaddrinfo`
 */
export function resolveHost(host: string, family = 0): Found {
  const kind = isIP(host);
  if (kind !== 0) return { address: host, family: kind };
  if (/^(?:.+\.)?localhost\.?$/i.test(host))
    return family === 6 ? { address: '::1', family: 6 } : { address: '127.0.0.1', family: 4 };
  explainNoNetwork();
  throw systemError('ENOTFOUND', 'getaddrinfo', { hostname: host });
}

/** Whether an address is the program's own machine. */
export function isOwnAddress(address: string): boolean {
  return /^127\.|^0\.0\.0\.0$|^::1?$|^::ffff:127\./i.test(address);
}
