import { nodeError, type NodeError } from '../errors/node-error.ts';

/** What Node throws for an address that is none. */
export function invalidUrl(input: string, base?: string): NodeError {
  const given = base === undefined ? { input } : { input, base };
  const error = nodeError(TypeError, 'ERR_INVALID_URL', 'Invalid URL', invalidUrl);
  return Object.assign(error, given);
}
