import type { Socket } from 'node:net';
import type { ClientRequest } from './client-request.ts';

/** A connection of an agent, and the request that has it. */
export type PooledSocket = Socket & { _httpMessage?: ClientRequest | null };

/** Where a request goes, as an agent groups connections by it. */
export interface Destination {
  readonly host?: string;
  readonly port?: number | string;
  readonly localAddress?: string;
  readonly family?: number;
  readonly socketPath?: string;
  readonly [name: string]: unknown;
}

/** Lists by the name of a destination; no name is one of Object's own. */
export function lists<Item>(): Record<string, Item[]> {
  return Object.create(null) as Record<string, Item[]>;
}
