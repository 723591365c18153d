import { invalidArgType, validateInteger } from 'node:internal/errors';
import { callable } from '../callable.ts';
import { readArguments } from './connect-arguments.ts';
import { Server as ServerClass } from './server.ts';
import { Socket as SocketClass, type SocketOptions } from './socket.ts';

/** What `node:net` has, by name. */

export { BlockList } from './block-list.ts';
export { isIP, isIPv4, isIPv6 } from './ip.ts';
export { SocketAddress } from './socket-address.ts';
export const Server = callable(ServerClass);
export const Socket = callable(SocketClass);
/** @alias */
export const Stream = Socket;

export function createServer(...args: ConstructorParameters<typeof ServerClass>): ServerClass {
  return new Server(...args);
}

export function connect(...args: readonly unknown[]): SocketClass {
  const [options] = readArguments(args);
  const socket = new Socket(options as SocketOptions);
  const { timeout } = options;
  if (timeout) socket.setTimeout(timeout as number);
  return socket.connect(...args);
}

/** @alias */
export const createConnection = connect;

/** Node tries both families of a host; here each name has one address. */
const familyChoice = { select: true, attemptTimeoutMs: 250 };

export function getDefaultAutoSelectFamily(): boolean {
  return familyChoice.select;
}

export function setDefaultAutoSelectFamily(value: boolean): void {
  if (typeof value !== 'boolean') throw invalidArgType('value', 'boolean', value);
  familyChoice.select = value;
}

export function getDefaultAutoSelectFamilyAttemptTimeout(): number {
  return familyChoice.attemptTimeoutMs;
}

export function setDefaultAutoSelectFamilyAttemptTimeout(value: number): void {
  validateInteger(value, 'value', 1);
  familyChoice.attemptTimeoutMs = Math.max(value, 10);
}
