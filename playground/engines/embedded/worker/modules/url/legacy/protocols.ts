/** What the old parser knows of protocols. */

const named = (...names: string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [name, `${name}:`]));

/** Two slashes and a host follow these. */
const slashed = named('http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss');
/** These have no host, and what they hold is left as it is. */
const hostless = named('javascript');

type Protocol = string | null | undefined;

export const isSlashed = (protocol: Protocol): boolean => slashed.has(protocol ?? '');
export const isHostless = (protocol: Protocol): boolean => hostless.has(protocol ?? '');
