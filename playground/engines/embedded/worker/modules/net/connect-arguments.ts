import { nodeError } from 'node:internal/errors';

type Callback = () => void;

/** What `connect` and `listen` are told, whichever way. */
export interface NetOptions {
  [name: string]: unknown;
}

/** Marks arguments that were read already, as Node does for what passes them on. */
const isPort = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\s*\d+\s*$/.test(value));

/**
 * Reads `(options)`, `(port, host)`, `(path)`, each with or without a callback.
 * @returns the options, and the callback where the last argument is one
 */
export function readArguments(
  args: readonly unknown[],
): readonly [NetOptions, Callback | undefined] {
  const [first, second] = args;
  const last = args.at(-1);
  const callback = typeof last === 'function' ? (last as Callback) : undefined;
  if (typeof first === 'object' && first !== null) return [{ ...first }, callback];
  if (typeof first === 'string' && !isPort(first)) return [{ path: first }, callback];
  const port = typeof first === 'function' ? undefined : first;
  const host = typeof second === 'string' ? { host: second } : {};
  return [{ ...(port === undefined ? {} : { port }), ...host }, callback];
}

/**
 * @param allowZero whether the system may choose
 * @throws ERR_SOCKET_BAD_PORT, ERR_INVALID_ARG_TYPE
 */
export function readPort(port: unknown, name: string, allowZero = true): number {
  const text = typeof port === 'string' ? port.trim() : port;
  const number =
    typeof text === 'number' || (typeof text === 'string' && text !== '') ? +text : NaN;
  const least = allowZero ? 0 : 1;
  if (Number.isInteger(number) && number >= least && number <= 65_535) return number;
  const bound = allowZero ? '>= 0' : '> 0';
  throw nodeError(
    RangeError,
    'ERR_SOCKET_BAD_PORT',
    `${name} should be ${bound} and < 65536. Received ${receivedPort(port)}.`,
    readPort,
  );
}

function receivedPort(port: unknown): string {
  if (port === undefined || port === null) return String(port);
  if (typeof port === 'string') return `type string ('${port}')`;
  if (typeof port === 'object') return `an instance of ${port.constructor.name}`;
  return `type ${typeof port} (${String(port as number)})`;
}
