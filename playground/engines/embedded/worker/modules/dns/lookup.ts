import {
  invalidArgType,
  invalidArgValue,
  notOneOf,
  validateBoolean,
  validateFunction,
  validateInteger,
  validateOneOf,
  validateString,
} from 'node:internal/errors';
import { machine } from 'node:internal/machine';
import { isIP } from '../net/ip.ts';
import { readPort } from '../net/connect-arguments.ts';
import { resolveHost, type Found } from '../net/resolve-host.ts';
import { systemError } from '../errors/system-error.ts';

export interface LookupOptions {
  readonly all?: boolean;
  readonly family?: number | string;
  readonly hints?: number;
  readonly order?: string;
  readonly verbatim?: boolean;
}

type Callback = (error: Error | null, address?: unknown, family?: number) => void;

/** Flags of `getaddrinfo`, as Linux has them. */
export const hints = { ADDRCONFIG: 32, ALL: 16, V4MAPPED: 8 } as const;
export const orders = ['verbatim', 'ipv4first', 'ipv6first'] as const;

/** What a lookup asks for. */
interface Question {
  readonly all: boolean;
  readonly family: 0 | 4 | 6;
}

/** Which address a name stands for: only the program's own machine has a name. */
export function lookup(
  hostname: unknown,
  options: LookupOptions | number | Callback | null | undefined,
  callback?: Callback,
): object {
  if (hostname) validateString(hostname, 'hostname');
  const done = typeof options === 'function' ? options : callback;
  validateFunction(done, 'callback');
  const asked = readOptions(typeof options === 'function' ? undefined : options);
  answer(hostname as string | undefined, asked, done);
  return {};
}

/** The same as a promise. */
export function lookupPromise(
  hostname: unknown,
  options?: LookupOptions | number | null,
): Promise<unknown> {
  if (hostname) validateString(hostname, 'hostname');
  const asked = readOptions(options);
  return new Promise((resolve, reject) =>
    answer(hostname as string | undefined, asked, (error, address, family) => {
      if (error) reject(error);
      else resolve(asked.all ? address : { address, family });
    }),
  );
}

/** The names of an address and of a port. */
export function lookupService(address: unknown, port: unknown, callback: unknown): object {
  const number = checkService(address, port);
  validateFunction(callback, 'callback');
  const done = callback as unknown as (error: null, hostname: string, service: string) => void;
  machine.loop.poll(() => done(null, 'localhost', serviceOf(number)));
  return {};
}

export function lookupServicePromise(address: unknown, port: unknown): Promise<object> {
  const service = serviceOf(checkService(address, port));
  return new Promise((resolve) =>
    machine.loop.poll(() => resolve({ hostname: 'localhost', service })),
  );
}

function readOptions(options: LookupOptions | number | null | undefined): Question {
  if (options === undefined || options === null) return { all: false, family: 0 };
  if (typeof options === 'number') {
    validateOneOf(options, 'family', [0, 4, 6]);
    return { all: false, family: options as 0 | 4 | 6 };
  }
  if (typeof options !== 'object') throw invalidArgType('options', ['integer', 'object'], options);
  const { all, family, hints: flags, order, verbatim } = options;
  if (flags !== undefined && flags !== null) checkHints(flags);
  if (all !== undefined && all !== null) validateBoolean(all, 'options.all');
  if (verbatim !== undefined && verbatim !== null) validateBoolean(verbatim, 'options.verbatim');
  if (order !== undefined && order !== null) validateOneOf(order, 'options.order', orders);
  return { all: all ?? false, family: readFamily(family) };
}

function readFamily(family: LookupOptions['family'] | null): 0 | 4 | 6 {
  if (family === undefined || family === null || family === 0) return 0;
  if (family === 'IPv4' || family === 4) return 4;
  if (family === 'IPv6' || family === 6) return 6;
  throw notOneOf('options.family', family, [0, 4, 6]);
}

function checkHints(flags: number): void {
  validateInteger(flags, 'options.hints');
  const known = hints.ADDRCONFIG | hints.ALL | hints.V4MAPPED;
  if ((flags & ~known) !== 0) throw invalidArgValue('hints', flags);
}

function answer(hostname: string | undefined, { all, family }: Question, done: Callback): void {
  if (!hostname) {
    machine.loop.nextTick(() => (all ? done(null, []) : done(null, null, family === 6 ? 6 : 4)));
    return;
  }
  const known = isIP(hostname);
  const call = (): void => {
    try {
      tell(resolveHost(hostname, family), all, done);
    } catch (error) {
      done(error as Error);
    }
  };
  // An address needs no looking up.
  if (known === 0) machine.loop.poll(call);
  else machine.loop.nextTick(() => tell({ address: hostname, family: known }, all, done));
}

function tell({ address, family }: Found, all: boolean, done: Callback): void {
  if (all) done(null, [{ address, family }]);
  else done(null, address, family);
}

function checkService(address: unknown, port: unknown): number {
  if (isIP(address) === 0) throw invalidArgValue('address', address);
  const number = readPort(port, 'Port');
  if (/^127\.|^::1$/.test(String(address))) return number;
  throw systemError('ENOTFOUND', 'getnameinfo', { hostname: String(address) });
}

function serviceOf(port: number): string {
  return { 22: 'ssh', 80: 'http', 443: 'https' }[port] ?? String(port);
}
