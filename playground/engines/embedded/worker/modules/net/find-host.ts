import { machine } from 'node:internal/machine';
import type { NetOptions } from './connect-arguments.ts';
import { isIP } from './ip.ts';
import { explainNoNetwork, isOwnAddress, resolveHost, type Found } from './resolve-host.ts';

interface Outcome {
  /** @param asked whether a name had to be looked up */
  found(found: Found, asked: boolean): void;
  failed(error: Error, asked: boolean): void;
}

type Lookup = (
  host: string,
  options: object,
  callback: (error: Error | null, address: unknown, family: number) => void,
) => void;

/** Finds the address of a host, by the option `lookup` where there is one. */
export function findHost(host: string, options: NetOptions, outcome: Outcome): void {
  const kind = isIP(host);
  if (kind !== 0) {
    if (!isOwnAddress(host)) explainNoNetwork();
    outcome.found({ address: host, family: kind }, false);
    return;
  }
  const lookup = (options['lookup'] as Lookup | undefined) ?? ownLookup;
  lookup(
    host,
    { family: options['family'], hints: options['hints'] ?? 0 },
    (error, address, family) => {
      if (error) outcome.failed(error, true);
      else outcome.found({ address: String(address), family: family === 6 ? 6 : 4 }, true);
    },
  );
}

/** As the system does it: the answer comes in the poll phase. */
const ownLookup: Lookup = (host, options, callback) => {
  machine.loop.poll(() => {
    try {
      const { address, family } = resolveHost(host, Number((options as NetOptions)['family'] ?? 0));
      callback(null, address, family);
    } catch (error) {
      callback(error as Error, undefined, 0);
    }
  });
};
